import { jwksRedirected } from '../../src/causes/jwks-redirected.js'
import { testCause } from './tester.js'

testCause(jwksRedirected, {
  leaves: ['discovery-redirected', 'jwks-unavailable'],
  says: [
    ['HTTP 301', '`https://idp.example.com/keys/`', '"jwks_uri": "https://idp.example.com/keys/"'],
  ],
})
