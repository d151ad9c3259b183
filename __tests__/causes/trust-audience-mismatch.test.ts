// trust-audience-mismatch: what it takes, what it leaves, and what it says.
import { trustAudienceMismatch } from '../../src/causes/trust-audience-mismatch.js'
import { testCause } from './tester.js'

testCause(trustAudienceMismatch, {
  leaves: ['trust-condition-mismatch', 'token-audience-mismatch'],
  says: [
    [
      'policy: https://github.com/my-org',
      'does not allow audience `sts.amazonaws.com`',
      /audience: https:\/\/github\.com\/my-org[\s\S]*keep the policy[\s\S]*change `trust\.json`/,
    ],
  ],
})
