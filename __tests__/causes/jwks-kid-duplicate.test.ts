import { jwksKidDuplicate } from '../../src/causes/jwks-kid-duplicate.js'
import { testCause } from './tester.js'

testCause(jwksKidDuplicate, {
  leaves: ['jwks-key-unusable', 'token-signature-invalid', 'jwks-kid-missing'],
  says: [
    ['`RS256`', 'STS uses the last', 'an id of its own'],
    [
      'Most likely that is the wrong one',
      '`nrzqxULxLmRsNrpDAe0snB+cr6M=`',
      'Put the key that signs the tokens last',
    ],
    ['`use: "enc"`', '`abc`', 'Put the key that signs the tokens last'],
  ],
})
