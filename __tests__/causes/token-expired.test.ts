import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenExpired } from '../../src/causes/token-expired.js'
import { testCause, wordsOf } from './tester.js'

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
