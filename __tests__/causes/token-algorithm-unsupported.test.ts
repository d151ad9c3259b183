import { tokenAlgorithmUnsupported } from '../../src/causes/token-algorithm-unsupported.js'
import { testCause } from './tester.js'

testCause(tokenAlgorithmUnsupported, {
  leaves: ['token-malformed'],
  says: [
    [
      '`EdDSA`',
      '`RS256`',
      '`ES512`',
      '`https://vault.example.com/v1/identity/oidc`',
      '"id_token_signing_alg_values_supported": ["RS256"]',
    ],
  ],
})
