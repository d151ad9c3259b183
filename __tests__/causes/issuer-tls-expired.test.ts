import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { issuerTlsExpired } from '../../src/causes/issuer-tls-expired.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerTlsExpired, {
  leaves: ['issuer-tls-untrusted', 'issuer-tls-expires-soon', 'issuer-tls-name-mismatch'],
  says: [
    ['has expired', 'not after   2026-11-21T12:29:53.000Z', 'certbot renew'],
    [
      'not valid yet',
      'not before  2026-11-26T12:29:53.000Z',
      'differs by 3 days',
      'timedatectl set-ntp true',
    ],
  ],
})

test.each([
  [[], 'this clock may be wrong', 'Renew'],
  [[{ peer: 'sts', skewSeconds: 10 }], 'STS sees this too', 'Renew'],
  [[{ peer: 'sts', skewSeconds: -7200 }], 'differs by 2 h', 'If this runner is self-hosted'],
])('with the clocks %j', (clocks, said, first) => {
  const [piece] = evidenceOf('issuer-tls-expired')
  const known = { ...(piece?.known as object), clocks }
  const { why, fix } = wordsOf(diagnose(piece?.failure as Failure, knownWith(known)))
  expect(why).toContain(said)
  expect(fix[0]).toContain(first)
})
