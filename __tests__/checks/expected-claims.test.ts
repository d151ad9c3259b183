// Proves: every expectation that the token does not satisfy becomes evidence, and none where it does.
import { describe, expect, test } from '@jest/globals'
import { expectedClaims } from '../../src/checks/expected-claims.js'
import { knownWith } from '../known.js'

function judged(claim: string, pattern: string, claims: Record<string, unknown> = {}) {
  return expectedClaims.judge(
    knownWith({ inputs: { expectedClaims: [{ claim, pattern }] }, token: { claims } }),
  )
}

describe('expected-claims', () => {
  test.each([
    ['event_name', 'push'],
    ['ref', 'refs/heads/*'],
    ['runner_environment', 'github-?osted'],
    ['iat', '17891?????'],
  ])('%s satisfies %s', (claim, pattern) => {
    expect(judged(claim, pattern)).toEqual([])
  })

  test('a flag counts as its text', () => {
    expect(judged('ref_protected', 'true', { ref_protected: true })).toEqual([])
  })

  test.each([
    ['event_name', 'pull_request', 'push'],
    ['ref', 'refs/heads/Main', 'refs/heads/main'],
    ['ref', 'heads', 'refs/heads/main'],
  ])('%s does not satisfy %s', (claim, pattern, got) => {
    expect(judged(claim, pattern)).toEqual([
      { kind: 'claim', claim, problem: 'expected', want: pattern, got },
    ])
  })

  test.each([
    ['a claim that is not there', undefined],
    ['an object', { a: 1 }],
    ['a list', ['push']],
  ])('%s satisfies no pattern, not even *', (_what, value) => {
    const claims = value === undefined ? {} : { odd: value }
    expect(judged('odd', '*', claims)).toEqual([
      { kind: 'claim', claim: 'odd', problem: 'expected', want: '*', got: '' },
    ])
  })

  test('without a token there is nothing to judge', () => {
    const known = knownWith({
      inputs: { expectedClaims: [{ claim: 'ref', pattern: 'x' }] },
      token: null,
    })
    expect(expectedClaims.judge(known)).toEqual([])
  })
})
