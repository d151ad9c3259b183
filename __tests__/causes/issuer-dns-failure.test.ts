import { issuerDnsFailure } from '../../src/causes/issuer-dns-failure.js'
import { testCause } from './tester.js'

testCause(issuerDnsFailure, {
  leaves: ['issuer-unreachable', 'issuer-proxy-failure', 'issuer-slow'],
  says: [
    [
      '`issuer.example.invalid`',
      '`ENOTFOUND`',
      'dig +short issuer.example.invalid @1.1.1.1',
      'curl -sS -D- -o /dev/null https://issuer.example.invalid/.well-known/openid-configuration',
    ],
    [
      '`EAI_AGAIN`',
      'did not answer for now',
      'dig +short token.actions.githubusercontent.com @1.1.1.1',
    ],
  ],
})
