import { issuerDnsFailure } from '../../src/causes/issuer-dns-failure.js'
import { testCause } from './tester.js'

testCause(issuerDnsFailure, {
  leaves: ['issuer-unreachable', 'issuer-proxy-failure', 'issuer-slow'],
  says: [
    [
      '`issuer.example.invalid`',
      'does not know',
      'getaddrinfo ENOTFOUND issuer.example.invalid',
      'dig +short issuer.example.invalid @1.1.1.1',
      'curl -sS -D- -o /dev/null https://issuer.example.invalid/.well-known/openid-configuration',
    ],
    [
      'did not answer',
      'getaddrinfo EAI_AGAIN',
      'dig +short token.actions.githubusercontent.com @1.1.1.1',
    ],
  ],
})
