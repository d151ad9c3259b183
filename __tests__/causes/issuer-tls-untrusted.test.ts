import { issuerTlsUntrusted } from '../../src/causes/issuer-tls-untrusted.js'
import { testCause } from './tester.js'

testCause(issuerTlsUntrusted, {
  leaves: [
    'issuer-tls-chain-incomplete',
    'issuer-tls-expired',
    'issuer-tls-name-mismatch',
    'issuer-unreachable',
  ],
  says: [
    [
      'signed by itself',
      '`DEPTH_ZERO_SELF_SIGNED_CERT`',
      '--thumbprint-list 0eb343cbf793ef29e63fd9ff40e41e528fa78aa2',
    ],
    [
      '`Corp Private Root CA`',
      '`Corp Issuing CA 1`',
      'NODE_EXTRA_CA_CERTS: ',
      '--thumbprint-list 17099975ae4fc2b5339a24573267fc7b358a0127',
    ],
    [
      /^Most likely a proxy/,
      '`Zscaler Intermediate Root CA (zscaler.net)`',
      'out of the inspection',
      'NODE_EXTRA_CA_CERTS: /path/to/proxy-root-ca.pem',
    ],
    [/^Most likely a proxy/, '`Zscaler Root CA`'],
  ],
})
