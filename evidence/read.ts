// Captured evidence: one file a cause, read by the tester, by the replay of what was captured and by the generator of the pages.
import { readdirSync, readFileSync } from 'node:fs'
import type { Failure, Headers } from '../src/model.js'

/** One captured failure: where it comes from, as it was seen, and what the edge makes of it. */
export interface Evidence {
  what: string
  source: string
  date: string
  captured: unknown
  /** Of a `network` failure, which no error says: what stood when it failed; `proxy`: the proxy had answered. */
  reached?: 'nothing' | 'name' | 'connection' | 'tls' | 'proxy'
  filled?: Filled
  /** What of it no component gave, and why: each member of `filled` by name, then the reason. */
  constructed?: string
  failure: Failure
  /** What the run knows besides, laid over the baseline (baseline.ts). */
  known?: unknown
}

/** What is put by hand into the replay of an answer or an error, where the capture does not hold it. */
export interface Filled {
  status?: number
  headers?: Headers
  body?: string
  code?: string
  message?: string
}

export function evidenceOf(id: string): Evidence[] {
  const path = new URL(`./${id}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as Evidence[]
}

/** Every piece of evidence, with the id of the cause that it is of. */
export function allEvidence(): { id: string; piece: Evidence }[] {
  return readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith('.json') && name !== 'sts-observations.json')
    .map((name) => name.replace('.json', ''))
    .flatMap((id) => evidenceOf(id).map((piece) => ({ id, piece })))
}
