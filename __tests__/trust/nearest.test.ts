// Where a pattern and a text part, and which of many patterns comes nearest.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { matchesWildcard } from '../../src/aws/wildcard.js'
import { nearestOf } from '../../src/trust/nearest.js'

const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main'

test.each<[string, string, boolean, number, number]>([
  ['repo:octo-org/octo-repo:ref:refs/heads/dev', MAIN, false, 39, 39],
  ['repo:octo-org/octo-repo', MAIN, false, 23, 23],
  [`${MAIN}-2`, MAIN, false, MAIN.length, MAIN.length],
  ['Repo:', MAIN, false, 0, 0],
  ['repo:octo-org/*', MAIN, false, 14, 14],
  ['repo:octo-org/*:environment:*', MAIN, true, 16, 24],
  ['repo:octo-org/*:ref:refs/heads/dev', MAIN, true, 31, 39],
  ['repo:octo-???/octo-repo:pull_request', MAIN, true, 24, 24],
  ['*', MAIN, true, 1, 0],
  ['', MAIN, true, 0, 0],
])('%s parts from %s', (wanted, actual, wildcards, wantedAt, actualAt) => {
  expect(nearestOf([wanted], actual, wildcards)).toEqual({ wanted, actual, wantedAt, actualAt })
})

test('the longest fit wins, wildcards not counted, and the first of equals', () => {
  const patterns = [
    '*',
    'repo:other/*',
    'repo:octo-org/octo-repo:ref:*/dev',
    'repo:octo-org/octo-repo:x',
  ]
  expect(nearestOf(patterns, MAIN, true)?.wanted).toBe(patterns[2])
  expect(nearestOf(['a', 'b'], MAIN, true)?.wanted).toBe('a')
  expect(nearestOf([], MAIN, true)).toBeUndefined()
})

test('what is told to fit does fit: the beginning of the pattern covers the beginning of the text', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 12 })
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 12 })
  fc.assert(
    fc.property(pattern, text, (wanted, actual) => {
      const found = nearestOf([wanted], actual, true)
      if (!found) throw new Error('nothing found')
      expect(
        matchesWildcard(wanted.slice(0, found.wantedAt), actual.slice(0, found.actualAt)),
      ).toBe(true)
      if (matchesWildcard(wanted, actual)) expect(found.wantedAt).toBe(wanted.length)
    }),
    { numRuns: 2000 },
  )
})

test('hostile patterns come to an end, and only so much of them is looked at', () => {
  const wanted = `${'*a'.repeat(5000)}b`
  const actual = 'a'.repeat(20_000)
  const found = nearestOf(Array(500).fill(wanted), actual, true)
  expect(found).toEqual({ wanted, actual, wantedAt: 600, actualAt: 300 })
})

test('of a hundred patterns the nearest is found, and more are not looked at', () => {
  const patterns = [...Array<string>(99).fill('x'), MAIN, `${MAIN}:x`]
  expect(nearestOf(patterns, MAIN, false)?.wanted).toBe(MAIN)
  expect(nearestOf(['y', ...patterns], MAIN, false)?.wanted).toBe('y')
})

test('of a text that is very long, the beginning is looked at', () => {
  const long = 'a'.repeat(600)
  const placesOf = (wanted: string, actual: string, wildcards: boolean) => {
    const { wantedAt, actualAt } = nearestOf([wanted], actual, wildcards) ?? {}
    return [wantedAt, actualAt]
  }
  expect(placesOf('*b', `${long.slice(1)}b`, true)).toEqual([2, 600])
  expect(placesOf('*b', `${long}b`, true)).toEqual([1, 0])
  expect(placesOf(`${long}b`, `${long}b`, false)).toEqual([600, 600])
  expect(placesOf(`${'?'.repeat(700)}`, `${long}b`, true)).toEqual([600, 600])
  // Of 700 stars, each of which may stand for nothing.
  expect(placesOf('*'.repeat(700), 'a', true)).toEqual([600, 0])
})

test('a text that ends is followed by nothing of the pattern', () => {
  expect(nearestOf(['abc'], 'ab', false)).toMatchObject({ wantedAt: 2, actualAt: 2 })
  expect(nearestOf(['ab'], 'abc', false)).toMatchObject({ wantedAt: 2, actualAt: 2 })
  expect(nearestOf(['xb', 'ab'], 'ab', false)?.wanted).toBe('ab')
  // What fits further on does not count, if it begins otherwise.
  expect(nearestOf(['xbcdefgh', 'a'], 'abcdefgh', false)?.wanted).toBe('a')
})

test('a star is a letter to an operator that knows no wildcards', () => {
  expect(nearestOf(['a*****', 'ab'], 'a*****', false)?.wanted).toBe('a*****')
  expect(nearestOf(['a*****', 'ab'], 'abc', true)?.wanted).toBe('ab')
})
