// trust-denied: what it takes, what it leaves, and what it says.
import { trustDenied } from '../../src/causes/trust-denied.js'
import { testCause } from './tester.js'

testCause(trustDenied, {
  leaves: ['trust-policy-differs', 'trust-subject-mismatch'],
  says: [
    [
      'statement 2 of `trust.json` has the effect Deny',
      'wants `repo:acme/*`',
      '"repo:octo-org/octo-repo:ref:refs/heads/main"',
    ],
    ['It has no conditions', 'StringNotEquals'],
  ],
})
