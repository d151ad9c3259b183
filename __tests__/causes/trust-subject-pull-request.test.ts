// trust-subject-pull-request: what it takes, what it leaves, and what it says.
import { trustSubjectPullRequest } from '../../src/causes/trust-subject-pull-request.js'
import { testCause } from './tester.js'

testCause(trustSubjectPullRequest, {
  leaves: ['trust-subject-mismatch', 'trust-subject-environment'],
  says: [
    [
      'does not allow pull requests',
      'job:    repo:org/repo:pull_request',
      /github\.event_name != 'pull_request'[\s\S]*may only read[\s\S]*whatever code it brings[\s\S]*"repo:org\/repo:pull_request"/,
    ],
  ],
})
