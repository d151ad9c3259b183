// trust-subject-environment: what it takes, what it leaves, and what it says.
import { trustSubjectEnvironment } from '../../src/causes/trust-subject-environment.js'
import { testCause } from './tester.js'

testCause(trustSubjectEnvironment, {
  leaves: ['trust-subject-mismatch', 'trust-subject-pull-request'],
  says: [
    [
      'for the branch `main`',
      'in the environment `production`',
      'in place of the branch',
      'wanted: repo:octo-org/octo-repo:ref:refs/heads/main',
      '+         "repo:octo-org/octo-repo:environment:production"',
    ],
    [
      'for the branch of any name',
      'in the environment `staging`',
      '"repo:myorganization/app:environment:staging"',
    ],
    [
      'for the environment `dev`',
      'names no environment',
      'the branch `sample-branch`',
      'environment: dev',
    ],
  ],
})
