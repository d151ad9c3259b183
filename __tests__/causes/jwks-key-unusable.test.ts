import { jwksKeyUnusable } from '../../src/causes/jwks-key-unusable.js'
import { testCause } from './tester.js'

testCause(jwksKeyUnusable, {
  leaves: [
    'jwks-kid-duplicate',
    'jwks-key-weak',
    'token-signature-invalid',
    'token-algorithm-unsupported',
  ],
  says: [
    ['for encryption', '`use: "enc"`', '"use": "sig"'],
    ['`key_ops: ["verify"]`', 'Remove `key_ops`'],
    ['lacks `n`', '`n` and `e` of an RSA key'],
    ['`x5c`', 'Remove `x5c`'],
    ['`kty: "EC"`', '`RS256`', 'RSA key (RS256)'],
    ['`crv: "P-384"`', 'ES256 needs P-256'],
  ],
})
