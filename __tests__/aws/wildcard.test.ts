// Proves: patterns cover whole texts, letter case counts, and no pattern takes long.
import { afterEach, describe, expect, test } from '@jest/globals'
import { matchesWildcard, wildcardSteps } from '../../src/aws/wildcard.js'

const TABLE: [pattern: string, text: string, covered: boolean][] = [
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['*', 'anything at all', true],
  ['?', '', false],
  ['?', 'a', true],
  ['?', 'ab', false],
  ['repo:octo-org/octo-repo:*', 'repo:octo-org/octo-repo:ref:refs/heads/main', true],
  ['repo:octo-org/*', 'repo:octo-org@123/octo-repo@456:ref:refs/heads/main', false],
  ['repo:Octo-Org/*', 'repo:octo-org/octo-repo', false],
  ['*:ref:refs/heads/main', 'repo:o/r:ref:refs/heads/main', true],
  ['*:ref:refs/heads/main', 'repo:o/r:ref:refs/heads/main2', false],
  ['a*b*c', 'axxbxxbxxc', true],
  ['a*b*c', 'axxcxxb', false],
  ['release-?.?', 'release-1.2', true],
  ['release-?.?', 'release-10.2', false],
  ['**a**', 'bab', true],
  ['[ab].+', '[ab].+', true],
  ['.', 'a', false],
]

describe('covers', () => {
  test.each(TABLE)('%j and %j: %j', (pattern, text, covered) => {
    expect(matchesWildcard(pattern, text)).toBe(covered)
  })

  test('a pattern made to backtrack ends: 20,000 characters', () => {
    expect(matchesWildcard('*a*a*a*a*a*a*b', 'a'.repeat(20_000))).toBe(false)
    expect(matchesWildcard('*a*a*a*a*a*a*b', `${'a'.repeat(20_000)}b`)).toBe(true)
  })
})

describe('a part of 5,000 letters that a text of 10,000 nearly has at each place', () => {
  const { get } = Map.prototype
  afterEach(() => {
    Map.prototype.get = get
  })

  test.each([
    ['letters', `*${'a'.repeat(5_000)}b*`],
    ['any letters', `*${'?a'.repeat(2_500)}b*`],
    ['many stars', `${'*a'.repeat(5_000)}*b*`],
  ])('%s: the text is gone over once', (_what, pattern) => {
    let looks = 0
    Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown) {
      looks++
      return get.call(this, key)
    }
    expect(matchesWildcard(pattern, 'a'.repeat(10_000))).toBe(false)
    // One for each letter of the text, and two for each of the pattern.
    expect(looks).toBeLessThan(10_000 + 2 * pattern.length)
  })

  test('what a comparison takes grows by 32 letters of the pattern at a time', () => {
    expect(wildcardSteps(31, 100)).toBe(131)
    expect(wildcardSteps(32, 100)).toBe(232)
  })
})
