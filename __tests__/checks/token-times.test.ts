import { describe, expect, test } from '@jest/globals'
import { knownWith, knownWithToken, NOW } from '../../evidence/baseline.js'
import { tokenTimes } from '../../src/checks/token-times.js'

type Change = Readonly<Record<string, unknown>>

/** What is said of a token with these times; `clocks` are the servers' clocks minus ours, in seconds. */
function judged(claims: Change, clocks: readonly number[] = []): string[] {
  const samples = clocks.map((skewSeconds) => ({ peer: 'sts' as const, skewSeconds }))
  return tokenTimes
    .judge({ ...knownWithToken({ claims }), clocks: samples })
    .map((failure) => (failure.kind === 'claim' ? `${failure.claim} ${failure.problem}` : '?'))
}

describe('by the clock of the runner, with 300 s either way', () => {
  test.each<[string, Change, string[]]>([
    ['all is well', {}, []],
    ['over for 299 s', { exp: NOW - 299 }, []],
    ['over for 300 s', { exp: NOW - 300 }, ['exp expired']],
    ['over for an hour', { exp: NOW - 3600 }, ['exp expired']],
    ['issued 300 s from now', { iat: NOW + 300 }, []],
    ['issued 301 s from now', { iat: NOW + 301 }, ['iat not-yet-valid']],
    ['valid 300 s from now', { nbf: NOW + 300 }, []],
    ['valid 301 s from now', { nbf: NOW + 301 }, ['nbf not-yet-valid']],
    ['a text of digits', { exp: String(NOW - 3600) }, ['exp expired']],
    ['no nbf', { nbf: undefined }, []],
  ])('%s', (_what, claims, problems) => {
    expect(judged(claims)).toEqual(problems)
  })
})

describe('by the clocks of the servers, where they told them', () => {
  test.each<[string, Change, number[], string[]]>([
    ['our clock is ahead: the token is good', { exp: NOW - 600, iat: NOW - 900 }, [-600, -600], []],
    ['our clock is behind: the token is over', { exp: NOW }, [600, 600], ['exp expired']],
    ['one wrong server does not sway it', { exp: NOW }, [0, 0, 86_400], []],
    ['our clock is behind: no future', { iat: NOW + 900, exp: NOW + 1200 }, [900, 901], []],
  ])('%s', (_what, claims, clocks, problems) => {
    expect(judged(claims, clocks)).toEqual(problems)
  })
})

describe('the form, as STS was seen to take it', () => {
  test.each([1.5, null, 'invalid', '1.5', '', true, {}, [], -0.5, '-5', '1e9', ' 1'])(
    '%j is no time',
    (value) => {
      expect(judged({ nbf: value })).toEqual(['nbf timestamp'])
    },
  )

  test('each bad time is told, with what it is', () => {
    const known = knownWith({ token: { claims: { iat: 1.5, exp: 'soon' } } })
    expect(tokenTimes.judge(known)).toEqual([
      { kind: 'claim', claim: 'iat', problem: 'timestamp', got: '1.5' },
      { kind: 'claim', claim: 'exp', problem: 'timestamp', got: '"soon"' },
    ])
  })

  test('of a long one, the beginning', () => {
    const [failure] = tokenTimes.judge(knownWithToken({ claims: { iat: 'x'.repeat(200) } }))
    expect(failure).toMatchObject({ got: `"${'x'.repeat(99)}` })
  })
})

test('the evidence holds both times in seconds', () => {
  const known = knownWith({ token: { claims: { exp: NOW - 3600 } } })
  expect(tokenTimes.judge(known)).toEqual([
    {
      kind: 'claim',
      claim: 'exp',
      problem: 'expired',
      now: NOW,
      value: NOW - 3600,
    },
  ])
})

test('a run without a token has nothing to judge', () => {
  expect(tokenTimes.judge(knownWith({ token: null }))).toEqual([])
})
