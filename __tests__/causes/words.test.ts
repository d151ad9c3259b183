// Proves: words that only the causes speak decide nothing. Every sentence of theirs is changed, and each diagnosis stays.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseSync } from '@swc/core'
import { knownWith } from '../../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../../evidence/read.js'
import type { Cause } from '../../src/causes/cause.js'
import * as real from '../../src/causes/index.js'
import { CAUSE_IDS } from '../../src/model/cause-ids.js'
import type { Failure, Known } from '../../src/model.js'

type Catalogue = typeof real

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PIECES = CAUSE_IDS.flatMap((id) => evidenceOf(id))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The catalogue out of the sources as `change` makes them. */
async function catalogueWith(
  name: string,
  change: (path: string, text: string) => string,
): Promise<Catalogue> {
  const src = join(folder, name)
  cpSync(join(ROOT, 'src'), src, { recursive: true })
  for (const path of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue
    const text = readFileSync(join(src, path), 'utf8')
    writeFileSync(join(src, path), change(path, text))
  }
  const built = join(folder, `${name}.mjs`)
  execFileSync(
    join(ROOT, 'node_modules/.bin/esbuild'),
    [
      join(src, 'causes/index.ts'),
      '--bundle',
      '--format=esm',
      `--outfile=${built}`,
      '--log-level=error',
    ],
    { env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') } },
  )
  return (await import(built)) as Catalogue
}

/** All that a run decides by; not a word of what it says. */
function decided({ causeFor, resolve }: Catalogue, { failure, known: change }: Evidence): unknown {
  const known: Known = knownWith(change)
  const cause: Cause = causeFor(failure, known)
  const { id, eventualConsistency, ofRegion, stands, yieldsTo } = cause
  const of = <T extends string | readonly string[]>(
    value: T | ((failure: Failure, known: Known) => T),
  ): T => resolve(value, failure, known)
  const { where } = cause.explain(failure, known)
  return {
    id,
    severity: of(cause.severity),
    certainty: of(cause.certainty),
    retry: of(cause.retry),
    explains: of(cause.explains ?? []),
    ...{ eventualConsistency, ofRegion, stands, yieldsTo, where },
  }
}

const expected = PIECES.map((piece) => decided(real, piece))

/** A text that reads as words: three or more, or two of which one is an ordinary word. */
const isProse = (text: string): boolean => /[a-z]+ [a-z]+ [a-z]+|[a-z]{3,} [a-z]{3,}/.test(text)

interface Literal {
  quoted: boolean
  start: number
  end: number
}

/** Every string, and every text between the values of a template, by its bytes; no pattern is one. */
function literalsOf(node: unknown): Literal[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(literalsOf)
  const { type, span } = node as { type?: string; span?: { start: number; end: number } }
  const isLiteral = type === 'StringLiteral' || type === 'TemplateElement'
  // swc counts from 1.
  return isLiteral && span
    ? [{ quoted: type === 'StringLiteral', start: span.start - 1, end: span.end - 1 }]
    : Object.values(node).flatMap(literalsOf)
}

/** The source with all of its sentences changed, and how many they were. */
function changedWords(source: string): { text: string; changed: number } {
  const bytes = Buffer.from(source)
  const parts: string[] = []
  let from = 0
  let changed = 0
  const literals = literalsOf(parseSync(source, { syntax: 'typescript' }))
  for (const { quoted, start, end } of literals.sort((a, b) => a.start - b.start)) {
    if (!isProse(bytes.subarray(start, end).toString())) continue
    const word = 'changed beyond recognition'
    parts.push(bytes.subarray(from, start).toString(), quoted ? `'${word}'` : word)
    from = end
    changed++
  }
  return { text: [...parts, bytes.subarray(from).toString()].join(''), changed }
}

describe('the words of the causes', () => {
  test('changed all at once, in every file', async () => {
    let changed = 0
    const catalogue = await catalogueWith('all', (path, text) => {
      if (!path.startsWith('causes') && path !== 'words.ts') return text
      const all = changedWords(text)
      changed += all.changed
      return all.text
    })
    expect(changed).toBeGreaterThan(500)
    expect(PIECES.map((piece) => decided(catalogue, piece))).toEqual(expected)
  })

  /** Labels, paths and reasons that were read back once, and what each was read for. */
  const LABELS: readonly (readonly [file: string, word: string])[] = [
    ['causes/shared/files.ts', 'the AWS credentials file'],
    ['causes/shared/files.ts', 'the AWS config file'],
    ['causes/shared/files.ts', "the renewing profile's file"],
    ['causes/shared/files.ts', 'the environment file of the job'],
    ['words.ts', "'not set'"],
    ['words.ts', "'LINK'"],
    ['words.ts', "'LOCKED'"],
    ['words.ts', 'Expires in the past'],
    ['causes/shared/input-details.ts', 'arn:'],
    ['causes/shared/trust-policy.ts', 'the input '],
    ['words.ts', 'only the deployment knows'],
    ['causes/shared/trust-policy.ts', 'statement '],
    ['causes/shared/issuer.ts', 'of another key'],
  ]

  test.each(LABELS)('%s: %s', async (file, word) => {
    let changed = 0
    const name = `one-${LABELS.findIndex((one) => one[0] === file && one[1] === word)}`
    const catalogue = await catalogueWith(name, (path, text) => {
      if (path !== file) return text
      changed += text.split(word).length - 1
      const [open, close] = word.startsWith("'") ? ["'", "'"] : ['', '']
      return text.replaceAll(word, `${open}changed${close}`)
    })
    expect(changed).toBeGreaterThan(0)
    expect(PIECES.map((piece) => decided(catalogue, piece))).toEqual(expected)
  })
})
