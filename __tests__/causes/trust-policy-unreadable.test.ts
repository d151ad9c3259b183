// trust-policy-unreadable: what it takes, what it leaves, and what it says.
import { trustPolicyUnreadable } from '../../src/causes/trust-policy-unreadable.js'
import { testCause } from './tester.js'

testCause(trustPolicyUnreadable, {
  leaves: ['trust-undecided', 'token-file-unreadable'],
  says: [
    ['is not JSON', 'line 8, column 5', 'found "}"'],
    ['is not JSON'],
    ['permissions policy', '`Resource`'],
    ['no trust policy', 'an object with name, version'],
    ['holds no role'],
    ['several roles', 'Resources.Deploy, Resources.Build', '`deploy`'],
    ['known after the deployment only', 'aws_iam_role.deploy', 'terraform show -json'],
    ['is not YAML', 'line '],
    ['does not exist', '`/workspace`', 'actions/checkout'],
    ['outside of the workspace', '`../../etc/passwd`'],
    ['is a link'],
    ['is a directory'],
    ['larger than 1 MB', '1048577 bytes'],
    ['is empty'],
    ['cannot be read', 'EACCES'],
  ],
})
