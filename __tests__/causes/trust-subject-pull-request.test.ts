// trust-subject-pull-request: what it takes, what it leaves, and what it says.
import { trustSubjectPullRequest } from '../../src/causes/trust-subject-pull-request.js'
import { testCause } from './tester.js'

testCause(trustSubjectPullRequest, {
  leaves: ['trust-subject-mismatch', 'trust-subject-environment'],
  says: [
    [
      'for the branch `main`',
      'this run is for a pull request',
      ':pull_request',
      '"repo:org/repo:pull_request"',
      "if: github.event_name != 'pull_request'",
    ],
  ],
})
