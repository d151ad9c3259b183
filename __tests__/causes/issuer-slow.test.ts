import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { issuerSlow } from '../../src/causes/issuer-slow.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerSlow, {
  leaves: ['issuer-unreachable', 'issuer-dns-failure', 'issuer-proxy-failure'],
  says: [
    [
      'took 2.7 s',
      'waiting for the first byte of the discovery document, 1.4 s',
      'waiting for the first byte 1303 ms',
      'Cache-Control: public, max-age=3600',
      '%{time_starttransfer}',
    ],
    ['took 5.6 s', '2903 ms'],
    ['within 5 s', 'the whole answer did not arrive'],
    ['within 5 s', 'TLS handshake was not completed'],
    ['took 3.', '0.8 s that are not counted', 'short of CPU'],
    ['within 5 s', 'For 3.0 s of that this runner itself stood still', 'more CPU'],
  ],
})

test('a time that this runner spent standing still is a warning, and no judgement on the issuer', () => {
  const piece = evidenceOf('issuer-slow').at(-1)
  if (!piece) throw new Error('no evidence')
  const stood = (stalledMs: number) => {
    const failure = { ...piece.failure, stalledMs } as typeof piece.failure
    return diagnose(failure, knownWith(piece.known))
  }
  expect(stood(4900)).toMatchObject({ severity: 'warning', certainty: 'likely' })
  expect(wordsOf(stood(4900)).why).toContain(
    'stood still (short of CPU): most likely that is the reason',
  )
  expect(stood(2000)).toMatchObject({ severity: 'error', certainty: 'likely' })
  expect(stood(0)).toMatchObject({ severity: 'error', certainty: 'certain' })
})

test('no phase is said to be most of a time that it is longer than', () => {
  const timings = { totalMs: 4510, firstByteMs: 4500, stalledMs: 1500 }
  const { why, fix } = wordsOf(
    diagnose({ kind: 'slow', totalMs: 3100, jwks: timings }, knownWith()),
  )
  expect(why).not.toContain('Most of it')
  expect(fix.join('\n')).toContain('The phases include 1.5 s that are not counted')
})
