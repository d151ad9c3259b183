// trust-undecided: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { trustUndecided } from '../../src/causes/trust-undecided.js'
import { evidenceOf } from '../evidence.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(trustUndecided, {
  leaves: ['trust-claim-not-a-key', 'trust-policy-unreadable'],
  says: [
    [
      '`aws:SourceIp` wants `128.223.202.0/24`',
      'only AWS knows',
      'Look up `sourceIPAddress` (that is `aws:SourceIp`) in CloudTrail',
    ],
    [
      'known after the deployment only',
      'its principal',
      'GithubOidc',
      'aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument --output json > trust-policy.json',
    ],
  ],
})

test('a role that is not known is no redirection of the shell', () => {
  const [, piece] = evidenceOf('trust-undecided')
  const { fix } = trustUndecided.explain(
    piece?.failure ?? { kind: 'bug', message: '' },
    knownWith({ inputs: { role: null } }),
  )
  expect(fix.join('\n')).toContain("--role-name '<role>' --query")
})

test.each([
  ['aws:SourceVpce', 'Look up `vpcEndpointId` (that is `aws:SourceVpce`) in CloudTrail'],
  ['aws:PrincipalOrgID', "Look up in IAM's list of condition keys what `aws:PrincipalOrgID` holds"],
])('%s is looked up where it stands', (key, words) => {
  const leaf = {
    operator: 'StringEquals',
    key,
    wanted: ['x'],
    state: 'unknown',
    holds: 'undecided',
  }
  const unsettled = [{ statement: 'statement 1', what: 'condition', leaf, detail: '' }]
  const failure = { kind: 'trust-undecided', source: 'the input trust-policy', unsettled }
  const { why, fix } = trustUndecided.explain(failure as never, knownWith())
  expect(fix.join()).toContain(words)
  expect(why).toContain('the trust policy in the input `trust-policy` lets')
})
