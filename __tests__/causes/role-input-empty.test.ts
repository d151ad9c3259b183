import { roleInputEmpty } from '../../src/causes/role-input-empty.js'
import { testCause } from './tester.js'

testCause(roleInputEmpty, {
  leaves: ['input-invalid', 'role-arn-invalid', 'ambient-credentials'],
  says: [
    [
      /as `\$\{\{ secrets\.AWS_ROLE \}\}`, and that came out empty/,
      'no role was assumed and nothing is exported',
      'gh secret list --repo octo-org/octo-repo\n',
      'gh secret list --repo octo-org/octo-repo --env production',
      'secrets: inherit',
      "gh variable set AWS_ROLE --repo octo-org/octo-repo --body '<ARN of the role>'",
      /\nrole-to-assume: \$\{\{ vars\.AWS_ROLE \}\}/,
    ],
    ['pull request from a fork, and GitHub passes no secrets', '`environment:`'],
    ['gh variable list --repo octo-org/octo-repo', '`DEPLOY_ROLE`'],
    ['the output `role`'],
  ],
})
