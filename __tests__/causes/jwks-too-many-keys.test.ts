import { jwksTooManyKeys } from '../../src/causes/jwks-too-many-keys.js'
import { testCause } from './tester.js'

testCause(jwksTooManyKeys, {
  leaves: ['jwks-key-weak', 'jwks-key-not-found'],
  says: [
    ['101 RSA keys', 'at most 100', 'Remove one RSA key or more', 'EC keys (ES256)'],
    ['120 EC keys', '`ES256`', 'Remove 20 EC keys or more', 'RSA keys (RS256)'],
  ],
})
