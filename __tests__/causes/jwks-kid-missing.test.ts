import { jwksKidMissing } from '../../src/causes/jwks-kid-missing.js'
import { testCause } from './tester.js'

testCause(jwksKidMissing, {
  leaves: ['jwks-key-not-found', 'jwks-kid-duplicate'],
  says: [
    ['its header has no `kid`', 'exactly one key', '`ES512`', '"kid":"…"'],
    ['hold a key without an id', 'even where it is the only one'],
    ['hold a key without an id', '`abc`'],
  ],
})
