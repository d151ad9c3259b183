import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenExpired } from '../../src/causes/token-expired.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(tokenExpired, {
  leaves: ['token-not-yet-valid', 'token-timestamp-invalid'],
  says: [
    [
      'exp  2026-09-11T10:43:17Z',
      'now  2026-09-11T10:48:41Z (clock of STS)',
      'expired 5 min before',
      'Run the job again',
    ],
    ['“Token too old: 441398”', 'Write a new token into the file'],
    [
      'exp  2026-09-11T10:43:17Z',
      'now  2026-09-11T10:48:41Z',
      'Write a new token into the file',
      'delete `web-identity-token-file`',
    ],
  ],
})

test('undoes the 300 s that AWS takes off its clock: the numbers are those of the observation', () => {
  const [piece] = evidenceOf('token-expired')
  if (!piece) throw new Error('no evidence')
  const { why } = wordsOf(diagnose(piece.failure, knownWith(piece.known)))
  expect(why).not.toContain('10:43:41')
})

test('says how long the token was meant to live, where its claims tell', () => {
  const known = knownWith({ token: { claims: { iat: 1789123000, exp: 1789123300 } } })
  const { why } = wordsOf(
    diagnose(
      { kind: 'claim', claim: 'exp', problem: 'expired', now: 1789124000, value: 1789123300 },
      known,
    ),
  )
  expect(why).toContain('iat  2026-09-11T10:36:40Z\nexp  2026-09-11T10:41:40Z')
})

test.each([
  ['runner', 'once'],
  ['file', 'never'],
])('a token from the %s is tried %s more', (source, retry) => {
  const [piece] = evidenceOf('token-expired')
  if (!piece) throw new Error('no evidence')
  expect(retryFor(piece.failure, knownWith({ token: { source } })).retry).toBe(retry)
})

test('says whose clock it goes by where no server has told its own, and how to compare', () => {
  const failure = {
    kind: 'claim',
    claim: 'exp',
    problem: 'expired',
    now: 1789124000,
    value: 1789123300,
  } as const
  const { why, fix } = wordsOf(diagnose(failure, knownWith()))
  expect(why).toContain('by the clock of this runner')
  expect(fix[0]).toContain('date -u; curl -sSI')
})

describe('another STS, whose clock may be wrong itself', () => {
  const exp = 1789123300
  const steps = (inputs: object, now: number) => {
    const finding = diagnose(
      {
        kind: 'aws',
        status: 400,
        code: 'ExpiredToken',
        message: 'The web identity token that was passed is expired or is not valid.',
        requestId: 'X',
      },
      { ...knownWith({ inputs, token: { claims: { exp } } }), now: now * 1000 },
    )
    expectWellSaid(finding)
    return finding.steps
  }
  const OTHER = { customEndpoint: true, stsEndpoint: 'https://minio.example.com:9000' }

  test('calls a token expired that is still valid here: the clocks are compared first', () => {
    const [compare, set, again] = steps(OTHER, exp - 60)
    expect(compare?.code).toContain('curl -sSI https://minio.example.com:9000')
    expect(set).toMatchObject({ when: 'If they differ', code: expect.stringContaining('set-ntp') })
    expect(again?.when).toBe('If they agree')
  })

  test.each<[string, object, number]>([
    ['is right where the token has expired here, too', OTHER, exp],
    ["is AWS's", {}, exp - 60],
  ])('%s: a new token helps', (_what, inputs, now) => {
    expect(steps(inputs, now)[0]?.say).toBe('Run the job again: the step asks for a new token')
  })
})
