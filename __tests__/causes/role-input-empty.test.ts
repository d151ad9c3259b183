import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { roleInputEmpty } from '../../src/causes/role-input-empty.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

test.each([
  ['secrets.AWS_ROLE', 'error'],
  ['vars.A || vars.B', 'error'],
  ['inputs.role', 'warning'],
  ["github.ref == 'x' && 'y'", 'warning'],
])('%s: %s', (expression, severity) => {
  const written = `\${{ ${expression} }}`
  const failure = { kind: 'input-empty' as const, input: 'role-to-assume', written }
  expect(diagnose(failure, knownWith()).severity).toBe(severity)
})

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
