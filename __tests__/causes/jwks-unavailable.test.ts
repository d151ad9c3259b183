import { jwksUnavailable } from '../../src/causes/jwks-unavailable.js'
import { testCause } from './tester.js'

testCause(jwksUnavailable, {
  leaves: ['discovery-unavailable', 'jwks-redirected', 'jwks-malformed'],
  says: [
    [
      'HTTP 404',
      'Correct `jwks_uri`',
      'curl -sS https://token.actions.githubusercontent.com/octo-enterprise/.well-known/openid-configuration',
    ],
    [
      'HTTP 429',
      'It throttles STS too',
      '`/.well-known/jwks.json`',
      'Cache-Control: public, max-age=3600',
    ],
    ['HTTP 503', 'server  nginx', 'Run the job again'],
  ],
})
