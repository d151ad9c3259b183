import { issuerUrlInvalid } from '../../src/causes/issuer-url-invalid.js'
import { testCause } from './tester.js'

testCause(issuerUrlInvalid, {
  leaves: ['issuer-private-address', 'discovery-issuer-mismatch'],
  says: [
    [
      '`https://vault.example.com:8200/v1/identity/oidc`',
      'has a port',
      '--url https://vault.example.com/v1/identity/oidc ',
    ],
    ['has a query', 'one that IAM takes: https://idp.example.com/realm'],
    ['`http://gitlab.example.com`', '--url https://gitlab.example.com '],
    ['slash', 'issuer: https://tenant.auth0.com/', 'oidc-provider/tenant.auth0.com/'],
  ],
})
