import { issuerTlsExpiresSoon } from '../../src/causes/issuer-tls-expires-soon.js'
import { testCause } from './tester.js'

testCause(issuerTlsExpiresSoon, {
  leaves: ['issuer-tls-expired'],
  says: [
    [
      '`localhost`',
      'in 4 days',
      '`2026-11-28T13:04:08.000Z`',
      '`AWS OIDC preflight sandbox CA`',
      'openssl s_client -connect localhost:443',
    ],
  ],
})
