import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { jwksKeyUnusable } from '../../src/causes/jwks-key-unusable.js'
import type { UnusableMember } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(jwksKeyUnusable, {
  leaves: [
    'jwks-kid-duplicate',
    'jwks-key-weak',
    'token-signature-invalid',
    'token-algorithm-unsupported',
  ],
  says: [
    ['for encryption', 'use: "enc"', '"use": "sig"'],
    ['key_ops: ["verify"]', 'Remove `key_ops`'],
    ['lacks `n`', '`n` and `e` of an RSA key'],
    ['`x5c`', 'Remove `x5c`'],
    ['kty: "EC"', 'alg: RS256', 'RSA key (RS256)'],
    ['crv: "P-384"', 'ES256 needs P-256'],
  ],
})

test.each<[UnusableMember, string]>([
  ['use', 'it is published for encryption'],
  ['key_ops', 'it has the member `key_ops`'],
  ['kty', "its kind does not fit the token's algorithm"],
  ['crv', "its curve does not fit the token's algorithm"],
  ['x5c', 'its certificate (`x5c`) is of another key'],
  ['n', 'it lacks `n`'],
  ['e', 'it lacks `e`'],
  ['x', 'it lacks `x`'],
  ['y', 'it lacks `y`'],
])('the member %s', (member, words) => {
  const { headline } = diagnose(
    { kind: 'key', problem: 'unusable', kid: 'a', url: 'https://x/jwks', kids: ['a'], member },
    knownWith(),
  )
  expect(headline).toBe(`STS cannot use the token's key \`a\`: ${words}`)
})
