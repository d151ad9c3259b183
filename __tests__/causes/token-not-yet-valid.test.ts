import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenNotYetValid } from '../../src/causes/token-not-yet-valid.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenNotYetValid, {
  leaves: ['token-expired', 'token-timestamp-invalid', 'clock-skew'],
  says: [
    [
      'the issuer set `nbf` 60 min ahead',
      'nbf     2026-09-11T11:48:18Z',
      'now     2026-09-11T10:48:46Z (clock of STS)',
      'timedatectl set-ntp true',
    ],
    ['iat     2026-09-11T11:48:18Z', 'now     2026-09-11T10:48:45Z (clock of STS)'],
    ['iat     2026-09-11T11:48:18Z', 'Token issued in the future: 1789127298'],
    [
      'nbf     2026-09-11T11:48:18Z',
      /now {5}2026-09-11T10:48:45Z$/m,
      'issuer  https://token.actions.githubusercontent.com',
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
  const alone = wordsOf(diagnose(failure, knownWith()))
  expect(alone.certainty).toBe('likely')
  expect(alone.why).toContain('by the clock of this runner')
  expect(alone.fix[0]).toContain('date -u; curl')
  const clocks = [{ peer: 'sts' as const, skewSeconds: 0 }]
  const confirmed = wordsOf(diagnose(failure, knownWith({ clocks })))
  expect(confirmed.certainty).toBe('certain')
  expect(confirmed.why).not.toContain('by the clock of this runner')
})

test('only a token in a file can wait for its time: a new one is set ahead as well', () => {
  const message = 'Token issued in the future: 1789127298'
  const failure = { kind: 'aws', status: 400, code: 'InvalidIdentityToken', message } as const
  const fixes = (source: 'runner' | 'file') =>
    wordsOf(diagnose({ ...failure, requestId: '' }, knownWith({ token: { source } }))).fix.join(
      '\n',
    )
  expect(fixes('file')).toContain('once its time has come')
  expect(fixes('runner')).not.toContain('once its time has come')
})
