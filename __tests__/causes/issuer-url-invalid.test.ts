import { issuerUrlInvalid } from '../../src/causes/issuer-url-invalid.js'
import { testCause } from './tester.js'

testCause(issuerUrlInvalid, {
  leaves: ['issuer-private-address', 'discovery-issuer-mismatch'],
  says: [
    [
      '`https://vault.example.com:8200/v1/identity/oidc`',
      'has a port',
      'The URL should not contain a port number.',
      'IAM accepts the URL as it is',
      '--url https://vault.example.com:8200/v1/identity/oidc ',
      '--url https://vault.example.com/v1/identity/oidc ',
    ],
    [
      'has a query',
      'to one that IAM accepts:\n    https://idp.example.com/realm\n',
      '--url https://idp.example.com/realm ',
    ],
    ['`http://gitlab.example.com`', '--url https://gitlab.example.com '],
    [
      'trailing slash',
      /- token: .*auth0\.com\/\n\+ input: .*auth0\.com$/m,
      'issuer: https://tenant.auth0.com/',
      'oidc-provider/tenant.auth0.com/',
    ],
  ],
})
