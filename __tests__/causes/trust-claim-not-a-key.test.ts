// trust-claim-not-a-key: what it takes, what it leaves, and what it says.
import { trustClaimNotAKey } from '../../src/causes/trust-claim-not-a-key.js'
import { testCause } from './tester.js'

testCause(trustClaimNotAKey, {
  leaves: ['trust-condition-mismatch', 'trust-undecided', 'claim-not-expected'],
  says: [
    [
      '`token.actions.githubusercontent.com:iss`',
      'can never hold',
      '-       "token.actions.githubusercontent.com:iss"',
    ],
    [
      'repository_owner',
      'expected-claims: |\n  repository_owner: octo-org',
      '"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main"',
    ],
    ['it must be `token.actions.githubusercontent.com:aud`'],
    ['sources differ', 'taken out and the sign-in works'],
  ],
})
