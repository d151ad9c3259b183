import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { clockSkew } from '../../src/causes/clock-skew.js'
import { diagnose } from '../../src/causes/index.js'
import { testCause, wordsOf } from './tester.js'

testCause(clockSkew, {
  leaves: ['token-not-yet-valid', 'token-expired'],
  says: [
    [
      'the clock of this runner is 17 min behind',
      '`token-service` and `sts`',
      'AWS refuses',
      'timedatectl set-ntp true',
    ],
    ['39 min ahead', '`discovery` and `sts`', 'a hosted runner gets a new machine'],
    [
      "differs from the servers' clocks by 6 min",
      'by token-service  12 min behind',
      'The servers disagree',
      'date -u; curl -sSI',
    ],
  ],
})

test.each([
  [300, 'warning'],
  [301, 'error'],
  [-301, 'error'],
])('%d s off is %s', (skewSeconds, severity) => {
  const samples = [
    { peer: 'sts' as const, skewSeconds },
    { peer: 'jwks' as const, skewSeconds },
  ]
  expect(diagnose({ kind: 'clock', skewSeconds, samples }, knownWith()).severity).toBe(severity)
})

test('one server alone does not prove whose clock is wrong', () => {
  const samples = [{ peer: 'sts' as const, skewSeconds: 90 }]
  const { certainty, why } = wordsOf(
    diagnose({ kind: 'clock', skewSeconds: 90, samples }, knownWith()),
  )
  expect(certainty).toBe('likely')
  expect(why).toContain("differs from one server's clock by 90 s")
  expect(why).toContain('by sts  90 s behind')
  expect(why).toContain('Only one server has told its time')
})

test('token service and issuer of a GitHub server of one’s own are one machine, and prove nothing', () => {
  const samples = (['token-service', 'discovery'] as const).map((peer) => ({
    peer,
    skewSeconds: 3600,
  }))
  const judged = (serverUrl: string) =>
    diagnose({ kind: 'clock', skewSeconds: 3600, samples }, knownWith({ run: { serverUrl } }))
  expect(judged('https://github.com').certainty).toBe('certain')
  expect(judged('https://octo.ghe.com').certainty).toBe('certain')
  const { certainty, why } = wordsOf(judged('https://github.example.com'))
  expect(certainty).toBe('likely')
  expect(why).toContain('Both are the same GitHub server')
})
