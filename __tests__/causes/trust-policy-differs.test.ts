// trust-policy-differs: what it takes, what it leaves, and what it says.
import { trustPolicyDiffers } from '../../src/causes/trust-policy-differs.js'
import { testCause } from './tester.js'

testCause(trustPolicyDiffers, {
  leaves: ['role-not-assumable', 'trust-denied', 'trust-subject-mismatch'],
  says: [
    [
      'has another trust policy in AWS',
      '`trust.json`',
      'aws iam get-role --role-name deploy',
      'service control policy',
    ],
    ['wait 15 s'],
    [
      'STS signed in',
      '`repo:octo-org/octo-repo:ref:refs/heads/release`',
      'Bring the file up to date',
    ],
  ],
})
