// trust-subject-mismatch: what it takes, what it leaves, and what it says.
import { trustSubjectMismatch } from '../../src/causes/trust-subject-mismatch.js'
import { testCause } from './tester.js'

testCause(trustSubjectMismatch, {
  leaves: [
    'trust-subject-environment',
    'trust-subject-case',
    'trust-subject-immutable',
    'trust-condition-mismatch',
  ],
  says: [
    [
      'does not allow pull requests',
      'policy: …ion-management',
      // The "no" first.
      /github\.event_name != 'pull_request'[\s\S]*\+ +"repo:ministryofjustice\/modernisation-platform-configuration-management:pull_request"/,
    ],
    [
      'does not allow branch `feature-branch`',
      'policy: …:refs/heads/main',
      '"repo:a-apin/archimedes:ref:refs/heads/feature-branch"',
      "if: github.ref == 'refs/heads/main'",
      '`trust.json` alone changes nothing in AWS',
      // Not the file that may hold what `aws iam get-role` prints: IAM takes a policy alone.
      /`new-policy\.json` \(the policy alone, beginning with `"Version"`\)[\s\S]*aws iam update-assume-role-policy --role-name deploy --policy-document file:\/\/new-policy\.json/,
    ],
  ],
})
