import { discoveryUnavailable } from '../../src/causes/discovery-unavailable.js'
import { testCause } from './tester.js'

testCause(discoveryUnavailable, {
  leaves: ['jwks-unavailable', 'discovery-redirected', 'discovery-malformed'],
  says: [
    [
      'HTTP 403',
      'credentials',
      '`/realms/myrealm/.well-known/openid-configuration`',
      'without any sign-in',
    ],
    [
      'HTTP 403',
      'bot protection',
      'server  cloudflare',
      'Just a moment...',
      'Exempt `/.well-known/openid-configuration`',
    ],
    [
      'HTTP 404',
      'Serve the discovery document at `/.well-known/openid-configuration`',
      'curl -sS -D- -o /dev/null https://idp.example.com/.well-known/openid-configuration',
    ],
  ],
})
