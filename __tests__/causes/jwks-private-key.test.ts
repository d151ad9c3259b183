import { jwksPrivateKey } from '../../src/causes/jwks-private-key.js'
import { testCause } from './tester.js'

testCause(jwksPrivateKey, {
  leaves: ['jwks-key-weak', 'jwks-key-unusable'],
  says: [
    ['`eaa-1`', '`d`', 'Replace the key'],
    ['`d`, `p`, `q`, `dp`, `dq` and `qi`', '2 keys', 'Replace the key'],
  ],
})
