import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenAlgorithmUnsupported } from '../../src/causes/token-algorithm-unsupported.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenAlgorithmUnsupported, {
  leaves: ['token-malformed'],
  says: [
    [
      '`EdDSA`',
      'supported  RS256, ',
      'ES512',
      'https://vault.example.com/v1/identity/oidc',
      '"id_token_signing_alg_values_supported": ["RS256"]',
    ],
  ],
})

test('a header without an algorithm is said to give none', () => {
  const { why } = wordsOf(diagnose({ kind: 'token', problem: 'algorithm' }, knownWith()))
  expect(why).toMatch(/^the token names no algorithm \(`alg`\)/)
})
