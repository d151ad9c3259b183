import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { issuerTlsUntrusted } from '../../src/causes/issuer-tls-untrusted.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerTlsUntrusted, {
  leaves: [
    'issuer-tls-chain-incomplete',
    'issuer-tls-expired',
    'issuer-tls-name-mismatch',
    'issuer-unreachable',
  ],
  says: [
    [
      'is self-signed',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      '--thumbprint-list 0eb343cbf793ef29e63fd9ff40e41e528fa78aa2',
    ],
    [
      '`Corp Private Root CA`',
      'signed by Corp Issuing CA 1',
      'NODE_EXTRA_CA_CERTS: ',
      '--thumbprint-list 17099975ae4fc2b5339a24573267fc7b358a0127',
    ],
    [
      'Most likely that is a TLS-inspecting proxy',
      'signed by  Zscaler Intermediate Root CA (zscaler.net)',
      'Exclude `localhost` from the TLS inspection',
      'NODE_EXTRA_CA_CERTS: /path/to/proxy-root-ca.pem',
    ],
    ['Most likely that is a TLS-inspecting proxy', 'signed by Zscaler Root CA'],
  ],
})

test('no trust in its authority is offered for a certificate that was revoked', () => {
  const [, piece] = evidenceOf('issuer-tls-untrusted')
  const failure = { ...piece?.failure, code: 'CERT_REVOKED' } as Failure
  const { why, fix } = wordsOf(diagnose(failure, knownWith(piece?.known)))
  expect(why).toContain('CERT_REVOKED')
  expect(fix[0]).toContain('a certificate of a public CA')
  expect(fix.join('\n')).not.toMatch(/NODE_EXTRA_CA_CERTS|--thumbprint-list/)
})
