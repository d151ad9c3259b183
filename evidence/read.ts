// Captured evidence: one file a cause, read by the tester and by the generator of the pages.
import { readFileSync } from 'node:fs'
import type { Failure } from '../src/model.js'

/** One captured failure: where it comes from, as it was seen, and what the edge makes of it. */
export interface Evidence {
  what: string
  source: string
  date: string
  captured: unknown
  failure: Failure
  /** What the run knows besides, laid over the baseline (known.ts). */
  known?: unknown
}

export function evidenceOf(id: string): Evidence[] {
  const path = new URL(`./${id}.json`, import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as Evidence[]
}
