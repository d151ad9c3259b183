import { discoveryRedirected } from '../../src/causes/discovery-redirected.js'
import { testCause } from './tester.js'

testCause(discoveryRedirected, {
  leaves: ['jwks-redirected', 'discovery-unavailable'],
  says: [
    [
      'HTTP 303',
      'Serve the discovery document at `https://oidc-proxy.aai.dfn.de/.well-known/openid-configuration` itself',
    ],
    ['HTTP 302', 'with status 200'],
  ],
})
