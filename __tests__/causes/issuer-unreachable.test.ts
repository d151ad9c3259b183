import { issuerUnreachable } from '../../src/causes/issuer-unreachable.js'
import { testCause } from './tester.js'

testCause(issuerUnreachable, {
  leaves: [
    'issuer-dns-failure',
    'issuer-slow',
    'issuer-proxy-failure',
    'issuer-tls-untrusted',
    'sts-unreachable',
  ],
  says: [
    [
      '`ECONNREFUSED`',
      '`127.0.0.1`',
      'refused',
      'port 443, from the whole internet',
      'From a network outside yours: curl -sS -D- -o /dev/null https://localhost:1/.well-known/openid-configuration',
    ],
    ['`EPROTO`', 'does not speak TLS', 'plain HTTP'],
    ['`ECONNRESET`', 'before it was encrypted'],
    ['`ECONNRESET`', 'before the whole answer came', 'Run the job again'],
    [
      'keys (JWKS)',
      '`203.0.113.7`',
      'a firewall drops',
      'From a network outside yours: curl -sS -D- -o /dev/null https://idp.example.com/keys',
    ],
  ],
})
