import { issuerTlsNameMismatch } from '../../src/causes/issuer-tls-name-mismatch.js'
import { testCause } from './tester.js'

testCause(issuerTlsNameMismatch, {
  leaves: ['issuer-tls-untrusted', 'issuer-tls-expired'],
  says: [
    [
      '`localhost` does not cover',
      'covers     idp.example.com',
      'certbot --nginx -d localhost',
      '-servername localhost',
    ],
  ],
})
