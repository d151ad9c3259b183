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
      '`repo:ministryofjustice/modernisation-platform-configuration-management`',
      'letter 71',
      'the policy ends there',
      '+         "repo:ministryofjustice/modernisation-platform-configuration-management:pull_request"',
    ],
    [
      '`repo:a-apin/archimedes:ref:refs/heads/main`',
      'goes on with `main`',
      'goes on with `feature-branch`',
      '"repo:a-apin/archimedes:ref:refs/heads/feature-branch"',
      '`trust.json` alone changes nothing there',
      // Not the file that may hold what `aws iam get-role` prints: IAM takes a policy alone.
      'new-policy.json (the policy alone, beginning with "Version"), then: aws iam update-assume-role-policy --role-name deploy --policy-document file://new-policy.json',
    ],
  ],
})
