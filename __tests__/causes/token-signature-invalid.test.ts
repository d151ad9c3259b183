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
    [/^Most likely STS verified the token with an older copy/, '`kid`'],
    [
      '`RS256`',
      'did not make this signature',
      'under a new `kid`',
      'curl -sS https://oidc-probe.s3.us-east-1.amazonaws.com/jwks',
    ],
  ],
})
