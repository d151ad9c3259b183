import { jwksMalformed } from '../../src/causes/jwks-malformed.js'
import { testCause } from './tester.js'

testCause(jwksMalformed, {
  leaves: ['discovery-malformed', 'jwks-unavailable'],
  says: [['no array `keys`', '-----BEGIN CERTIFICATE-----', '{"keys":[{"kty":"RSA"']],
})
