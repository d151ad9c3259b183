// What `npm run docs` makes: it is as the source says, a list of ids that only grows, and a plain sentence where evidence is wanting.
import { expect, test } from '@jest/globals'
import { causePageText, readable } from '../scripts/docs-causes.js'
import { makeDocs, shippedIds } from '../scripts/docs-files.js'
import type { Cause } from '../src/causes/cause.js'
import { clockSkew } from '../src/causes/clock-skew.js'
import { CAUSES } from '../src/causes/index.js'
import { unknown } from '../src/causes/unknown.js'
import type { CauseId } from '../src/model.js'

const all: readonly Cause[] = [...CAUSES, unknown]
const newcomer: Cause = { ...clockSkew, id: 'a-new-cause' as CauseId }

test('pages, index, shipped ids and tables are as the source says', () => {
  expect(makeDocs(true)).toEqual({
    ok: true,
    text: expect.stringMatching(/all as the source says/),
  })
})

test('a page of a cause that is gone, and an index that has it still, are named', () => {
  const { ok, text } = makeDocs(
    true,
    all.filter(({ id }) => id !== 'clock-skew'),
  )
  expect(ok).toBe(false)
  expect(text).toMatch(/: docs\/causes\/README\.md, docs\/causes\/clock-skew\.md$/)
})

test('an id that has shipped stays in the list, where no cause has it any more', () => {
  expect(shippedIds(['clock-skew', 'gone'], ['unknown', 'clock-skew'])).toEqual([
    'clock-skew',
    'gone',
    'unknown',
  ])
})

test('a cause without evidence', () => {
  expect(makeDocs(true, [...all, newcomer])).toEqual({
    ok: false,
    text: 'evidence/a-new-cause.json is missing: the captured answer that a-new-cause explains (CONTRIBUTING.md, "Add a cause").',
  })
})

test('a cause that does not take its evidence', () => {
  const page = () => causePageText({ ...clockSkew, matches: () => false })
  expect(page).toThrow(
    /^evidence\/clock-skew\.json: clock-skew does not take the failure \(kind clock\) of its piece "[^"]+"\.$/,
  )
})

test('a file with the conflict of a merge in it', () => {
  const read = () => readable('evidence/clock-skew.json', () => JSON.parse('<<<<<<< HEAD'))
  expect(read).toThrow(/^evidence\/clock-skew\.json cannot be read: .*JSON.*\.$/)
})
