import { issuerTlsExpiresSoon } from '../../src/causes/issuer-tls-expires-soon.js'
import { testCause } from './tester.js'

testCause(issuerTlsExpiresSoon, {
  leaves: ['issuer-tls-expired'],
  says: [
    [
      '`idp.example.com`',
      'in 4 days',
      '`2026-11-28T12:29:53.000Z`',
      '`R11`',
      'openssl s_client -connect idp.example.com:443',
    ],
  ],
})
