// Proves: every expectation that the token does not satisfy becomes evidence, and none where it does.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { expectedClaims } from '../../src/checks/expected-claims.js'
import type { TokenFacts } from '../../src/model.js'

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

  test.each<[string, string, unknown]>([
    ['a flag, as its text', 'true', true],
    ['a number, as its text', '1?', 12],
    ['a list, by its only element', 'sts.amazonaws.com', ['sts.amazonaws.com']],
    ['a list, by one of its elements', 'b*', ['abc', 'bcd']],
    ['a list, by an element that is a number', '7', ['abc', 7]],
  ])('%s', (_what, pattern, value) => {
    expect(judged('odd', pattern, { odd: value })).toEqual([])
  })

  test.each([
    ['event_name', 'pull_request', 'push'],
    ['ref', 'refs/heads/Main', 'refs/heads/main'],
    ['ref', 'heads', 'refs/heads/main'],
  ])('%s does not satisfy %s', (claim, pattern, got) => {
    expect(judged(claim, pattern)).toEqual([
      { kind: 'claim', claim, problem: 'expected', pattern, got },
    ])
  })

  test.each([
    ['a claim that is not there', undefined, {}],
    ['null', null, { got: 'null' }],
    ['an object', { a: 1 }, { got: '{"a":1}' }],
    ['an empty list', [], { got: '[]' }],
    ['a list of objects and lists', [{ a: 1 }, ['push'], null], { got: '[{"a":1},["push"],null]' }],
  ])('%s satisfies no pattern, not even *', (_what, value, got) => {
    const { token, ...known } = knownWith({
      inputs: { expectedClaims: [{ claim: 'odd', pattern: '*' }] },
    })
    const claims = value === undefined ? {} : { odd: value }
    expect(expectedClaims.judge({ ...known, token: { ...(token as TokenFacts), claims } })).toEqual(
      [{ kind: 'claim', claim: 'odd', problem: 'expected', pattern: '*', ...got }],
    )
  })

  test('a list of which no element fits is shown as it is', () => {
    expect(judged('arr', 'z', { arr: ['x', 'y'] })).toMatchObject([{ got: '["x","y"]' }])
  })

  test('what is shown of a long one is cut', () => {
    const [failure] = judged('arr', 'z', { arr: ['x'.repeat(20_000)] })
    expect(failure).toMatchObject({ got: expect.stringMatching(/^\["x{197}…$/) })
  })

  test.each(['constructor', '__proto__', 'toString'])(
    '%s is no claim, though every object has it',
    (claim) => {
      expect(judged(claim, '*')).toEqual([
        { kind: 'claim', claim, problem: 'expected', pattern: '*' },
      ])
    },
  )

  test('without a token there is nothing to judge', () => {
    const known = knownWith({
      inputs: { expectedClaims: [{ claim: 'ref', pattern: 'x' }] },
      token: null,
    })
    expect(expectedClaims.judge(known)).toEqual([])
  })
})
