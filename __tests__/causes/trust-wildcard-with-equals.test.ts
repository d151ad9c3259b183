// trust-wildcard-with-equals: what it takes, what it leaves, and what it says.
import { trustWildcardWithEquals } from '../../src/causes/trust-wildcard-with-equals.js'
import { testCause } from './tester.js'

testCause(trustWildcardWithEquals, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      '`repo:octo-org/*`',
      'lets nobody in',
      '"repo:octo-org/octo-repo:ref:refs/heads/main"',
      'Do not move `repo:octo-org/*` to StringLike',
    ],
    [
      '`repo:octo-org/octo-repo:*`',
      '"StringLike": {"token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:*"}',
    ],
    [
      '`system:serviceaccount:*:nomad-autoscaler`',
      '"system:serviceaccount:circleci:nomad-autoscaler"',
    ],
  ],
})
