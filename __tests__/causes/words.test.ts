// Proves: words that only the causes speak decide nothing. Every sentence of theirs is changed, and each diagnosis stays.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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

/** A text in quotes that reads as words: three or more, or two of which one is an ordinary word. */
const SENTENCE = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g
const isProse = (literal: string): boolean =>
  /[a-z]+ [a-z]+ [a-z]+|[a-z]{3,} [a-z]{3,}/.test(literal)
const code = (line: string): boolean =>
  !/^\s*(\/\/|\/?\*)|^import |RegExp|matchAll|\/[gimsu]*\.test/.test(line)

describe('the words of the causes', () => {
  test('changed all at once, in every file', async () => {
    let changed = 0
    const catalogue = await catalogueWith('all', (path, text) =>
      path.startsWith('causes') || path === 'words.ts'
        ? text
            .split('\n')
            .map((line) =>
              code(line)
                ? line.replace(SENTENCE, (literal) => {
                    if (!isProse(literal)) return literal
                    changed++
                    return "'changed beyond recognition'"
                  })
                : line,
            )
            .join('\n')
        : text,
    )
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
    ['causes/shared/input-wants.ts', 'arn:'],
    ['causes/shared/trust-policy.ts', 'the input '],
    ['causes/shared/trust-policy.ts', 'only the deployment knows'],
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
