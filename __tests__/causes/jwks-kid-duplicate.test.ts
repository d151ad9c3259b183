import { jwksKidDuplicate } from '../../src/causes/jwks-kid-duplicate.js'
import { testCause } from './tester.js'

testCause(jwksKidDuplicate, {
  leaves: ['jwks-key-unusable', 'token-signature-invalid', 'jwks-kid-missing'],
  says: [
    ['`RS256`', 'STS takes the last', 'an id of its own'],
    [
      /^Most likely STS takes a wrong key/,
      '`nrzqxULxLmRsNrpDAe0snB+cr6M=`',
      'At once: move the key',
    ],
    ['`use: "enc"`', '`abc`', 'At once: move the key'],
  ],
})
