import { jwksKidMissing } from '../../src/causes/jwks-kid-missing.js'
import { testCause } from './tester.js'

testCause(jwksKidMissing, {
  leaves: ['jwks-key-not-found', 'jwks-kid-duplicate'],
  says: [
    ['its header has no `kid`', 'only with one key', 'ES512', '"kid":"…"'],
    ['a key without `kid`', 'even where it is the only one'],
    ['a key without `kid`', '`abc`'],
  ],
})
