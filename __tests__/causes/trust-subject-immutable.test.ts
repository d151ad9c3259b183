// trust-subject-immutable: what it takes, what it leaves, and what it says.
import { trustSubjectImmutable } from '../../src/causes/trust-subject-immutable.js'
import { testCause } from './tester.js'

testCause(trustSubjectImmutable, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      '`sub` uses immutable ids',
      'renamed repositories',
      '"repo:GITHUB_ORGNAME@123456/repo-name@67890:ref:refs/heads/main"',
      'Remove the form without ids once no job uses it',
    ],
    [
      '"repo:octocat/my-repo:ref:refs/heads/main"',
      '"repo:octocat@123456/my-repo@456789:ref:refs/heads/main"',
    ],
    [
      '`sub` does not',
      'classic form',
      '"repo:femiwiki/lambda:ref:refs/heads/main"',
      '"repo:femiwiki@21275875/lambda@300000001:ref:refs/heads/main"',
    ],
  ],
})
