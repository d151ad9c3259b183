// trust-denied: what it takes, what it leaves, and what it says.
import { trustDenied } from '../../src/causes/trust-denied.js'
import { testCause } from './tester.js'

testCause(trustDenied, {
  leaves: ['trust-policy-differs', 'trust-subject-mismatch'],
  says: [
    [
      'statement 2 of the trust policy of `deploy` denies this job',
      'StringNotLike sub  repo:acme/*',
      /keep the policy[\s\S]*"repo:octo-org\/octo-repo:ref:refs\/heads\/main"/,
    ],
    ['It has no conditions', 'StringNotEquals'],
  ],
})
