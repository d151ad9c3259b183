import { discoveryMalformed } from '../../src/causes/discovery-malformed.js'
import { testCause } from './tester.js'

testCause(discoveryMalformed, {
  leaves: ['jwks-malformed', 'discovery-unavailable'],
  says: [
    [
      'web page',
      'HTTP 200, text/html; charset=UTF-8',
      'before login',
      'curl -sS https://nextcloud.foo.bar/.well-known/openid-configuration',
    ],
  ],
})
