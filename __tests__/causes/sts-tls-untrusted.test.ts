import { stsTlsUntrusted } from '../../src/causes/sts-tls-untrusted.js'
import { testCause } from './tester.js'

testCause(stsTlsUntrusted, {
  leaves: ['sts-unreachable', 'sts-endpoint-unusable', 'token-service-unreachable'],
  says: [
    [
      '`Corp Proxy Root CA`',
      'NODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'out of the TLS inspection',
    ],
    ['`Corp Proxy Root CA`', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'curl -sS -D- https://sts.eu-west-1.amazonaws.com'],
    ['`sts.other.example`', 'another server answers'],
    ['`2025-02-01T00:00:00.000Z`', 'clock of this runner', 'timedatectl'],
  ],
})
