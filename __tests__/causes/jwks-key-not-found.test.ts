import { jwksKeyNotFound } from '../../src/causes/jwks-key-not-found.js'
import { testCause } from './tester.js'

testCause(jwksKeyNotFound, {
  leaves: [
    'token-signature-invalid',
    'jwks-kid-missing',
    'jwks-key-unusable',
    'provider-keys-unretrievable',
  ],
  says: [
    ['`unknown`', 'RS256', 'it is missing too', 'Publish the key `unknown`'],
    ['`656ea50`', 'f1e2d3', '`Age: 5400`', '90 min', 'Purge `https://dex.example.com/keys`'],
    ['no key at all', 'Publish the public key'],
  ],
})
