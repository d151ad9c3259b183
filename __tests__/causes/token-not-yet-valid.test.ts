import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenNotYetValid } from '../../src/causes/token-not-yet-valid.js'
import { testCause } from './tester.js'

testCause(tokenNotYetValid, {
  leaves: ['token-expired', 'token-timestamp-invalid', 'clock-skew'],
  says: [
    [
      '`nbf` is `2026-09-11T11:48:18Z`',
      'the clock of STS said `2026-09-11T10:48:46Z`',
      '60 min earlier',
      'timedatectl set-ntp true',
    ],
    ['`iat` is `2026-09-11T11:48:18Z`', 'the clock of STS said `2026-09-11T10:48:45Z`'],
    ['issued at `2026-09-11T11:48:18Z`', 'Token issued in the future: 1789127298'],
    [
      '`nbf` is `2026-09-11T11:48:18Z`',
      'the time was `2026-09-11T10:48:45Z`',
      '`https://token.actions.githubusercontent.com`',
    ],
  ],
})

test('goes by the clock of the runner only where no server has told its own, and says so', () => {
  const failure = {
    kind: 'claim' as const,
    claim: 'nbf',
    problem: 'not-yet-valid' as const,
    now: 1789123725,
    value: 1789127298,
  }
  const alone = diagnose(failure, knownWith())
  expect(alone.certainty).toBe('likely')
  expect(alone.why).toContain("by the runner's own clock. What settles it: date -u")
  const confirmed = diagnose(failure, knownWith({ clocks: [{ peer: 'sts', skewSeconds: 0 }] }))
  expect(confirmed.certainty).toBe('certain')
  expect(confirmed.why).toContain('the clock of this runner has no part in it')
})
