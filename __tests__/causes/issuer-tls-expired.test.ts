import { issuerTlsExpired } from '../../src/causes/issuer-tls-expired.js'
import { testCause } from './tester.js'

testCause(issuerTlsExpired, {
  leaves: ['issuer-tls-untrusted', 'issuer-tls-expires-soon', 'issuer-tls-name-mismatch'],
  says: [
    ['has expired', '`2026-11-21T12:29:53.000Z`', 'certbot renew'],
    [
      'not valid yet',
      '`2026-11-26T12:29:53.000Z`',
      'differs by 3 days',
      'timedatectl set-ntp true',
    ],
  ],
})
