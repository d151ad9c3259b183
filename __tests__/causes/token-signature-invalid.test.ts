import { tokenSignatureInvalid } from '../../src/causes/token-signature-invalid.js'
import { testCause } from './tester.js'

testCause(tokenSignatureInvalid, {
  leaves: [
    'jwks-key-not-found',
    'jwks-kid-duplicate',
    'token-rejected',
    'provider-keys-unretrievable',
  ],
  says: [
    [
      /^STS says .* this runner found it right/,
      'Most likely STS verified it with an older copy',
      '`kid`',
    ],
    [
      'does not match the key `RS256`',
      'the token was altered',
      'under a new `kid`',
      'curl -sS https://oidc-probe.s3.us-east-1.amazonaws.com/jwks',
    ],
  ],
})
