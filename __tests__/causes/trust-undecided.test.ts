// trust-undecided: what it takes, what it leaves, and what it says.
import { trustUndecided } from '../../src/causes/trust-undecided.js'
import { testCause } from './tester.js'

testCause(trustUndecided, {
  leaves: ['trust-claim-not-a-key', 'trust-policy-unreadable'],
  says: [
    ['`aws:SourceIp` wants `128.223.202.0/24`', 'only AWS knows', 'CloudTrail'],
    ['known after the deployment only', 'its principal', 'GithubOidc', 'aws iam get-role'],
  ],
})
