// trust-condition-mismatch: what it takes, what it leaves, and what it says.
import { trustConditionMismatch } from '../../src/causes/trust-condition-mismatch.js'
import { testCause } from './tester.js'

testCause(trustConditionMismatch, {
  leaves: ['trust-claim-not-a-key', 'trust-audience-mismatch'],
  says: [
    ['job_workflow_ref', 'release.yml@refs/heads/main', 'deploy.yml@refs/heads/main'],
    ['`token.actions.githubusercontent.com:actor` wants `tve`, this sign-in has `octocat`'],
  ],
})
