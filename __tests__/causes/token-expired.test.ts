import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenExpired } from '../../src/causes/token-expired.js'
import { testCause } from './tester.js'

testCause(tokenExpired, {
  leaves: ['token-not-yet-valid', 'token-timestamp-invalid'],
  says: [
    [
      'ended at `2026-09-11T10:43:17Z`',
      'the clock of STS said `2026-09-11T10:48:41Z`',
      '5 min later',
      'Run the job again',
    ],
    ['`Token too old: 441398`', 'Write a new token into the file'],
    [
      'ended at `2026-09-11T10:43:17Z`',
      'the time was `2026-09-11T10:48:41Z`',
      'Write a new token into the file',
      'delete `web-identity-token-file`',
    ],
  ],
})

test('undoes the 300 s that AWS takes off its clock: the numbers are those of the observation', () => {
  const [piece] = evidenceOf('token-expired')
  if (!piece) throw new Error('no evidence')
  const { why } = diagnose(piece.failure, knownWith(piece.known))
  expect(why).not.toContain('10:43:41')
})

test('says how long the token was meant to live, where its claims tell', () => {
  const known = knownWith({ token: { claims: { iat: 1789123000, exp: 1789123300 } } })
  const { why } = diagnose(
    { kind: 'claim', claim: 'exp', problem: 'expired', now: 1789124000, value: 1789123300 },
    known,
  )
  expect(why).toContain('issued at `2026-09-11T10:36:40Z` for 5 min')
})

test.each([
  ['runner', 'once'],
  ['file', 'never'],
])('a token from the %s is tried %s more', (source, retry) => {
  const [piece] = evidenceOf('token-expired')
  if (!piece) throw new Error('no evidence')
  expect(retryFor(piece.failure, knownWith({ token: { source } })).retry).toBe(retry)
})
