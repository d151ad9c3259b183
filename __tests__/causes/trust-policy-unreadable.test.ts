// trust-policy-unreadable: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { trustPolicyUnreadable } from '../../src/causes/trust-policy-unreadable.js'
import { testCause } from './tester.js'

testCause(trustPolicyUnreadable, {
  leaves: ['trust-undecided', 'token-file-unreadable'],
  says: [
    [
      'is not JSON',
      'line 8, column 5',
      'found "}"',
      'on a machine with credentials of account 111122223333, run this, commit the file, and set `trust-policy: trust-policy.json`:\naws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument --output json > trust-policy.json',
    ],
    ['is not JSON', 'The sign-in itself succeeded, but nothing was exported.'],
    ['permissions policy', '`Resource`'],
    ['no trust policy', 'an object with name, version'],
    ['holds no role'],
    ['several roles', 'Resources.Deploy, Resources.Build', '`deploy`'],
    ['known after the deployment only', 'aws_iam_role.deploy', 'terraform show -json'],
    ['is not YAML', 'line '],
    ['does not exist', '`/workspace`', 'actions/checkout@v6'],
    ['outside of the workspace', '`../../etc/passwd`'],
    ['is a link'],
    ['is a directory'],
    ['larger than 1 MB', '1048577 bytes'],
    ['is empty'],
    ['cannot be read', 'EACCES'],
  ],
})

test('a sign-in is told of only where there was one; no credentials are asked of a step before this one', () => {
  const [piece] = evidenceOf('trust-policy-unreadable')
  const { why, fix } = diagnose(piece?.failure ?? { kind: 'bug', message: '' }, knownWith())
  expect(why).not.toContain('sign-in')
  expect(fix.at(-1)).not.toContain('in a step before this one')
})
