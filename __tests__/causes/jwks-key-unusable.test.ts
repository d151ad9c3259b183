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
    ['for encryption', '`use: "enc"`', '"use": "sig"'],
    ['`key_ops: ["verify"]`', 'Remove `key_ops`'],
    ['lacks `n`', '`n` and `e` of an RSA key'],
    ['`x5c`', 'Remove `x5c`'],
    ['`kty: "EC"`', '`RS256`', 'RSA key (RS256)'],
    ['`crv: "P-384"`', 'ES256 needs P-256'],
  ],
})

test.each<[UnusableMember, string]>([
  ['use', 'it is published for encryption, not for signatures.'],
  ['key_ops', 'it has the member `key_ops`'],
  ['kty', 'it is of another kind than the algorithm of the token needs.'],
  ['crv', 'its curve is not the one of the algorithm.'],
  ['x5c', 'its certificate (`x5c`) is of another key than its numbers'],
  ['n', 'it lacks `n`, and STS does not read the key from a certificate'],
  ['e', 'it lacks `e`'],
  ['x', 'it lacks `x`'],
  ['y', 'it lacks `y`'],
])('the member %s', (member, words) => {
  const { why } = diagnose(
    { kind: 'key', problem: 'unusable', kid: 'a', url: 'https://x/jwks', kids: ['a'], member },
    knownWith(),
  )
  expect(why).toContain(`cannot verify the token: ${words}`)
  expect(why).toContain(`\`${member}: ${member === 'x5c' ? 'of another key' : 'missing'}\``)
})
