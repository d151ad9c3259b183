import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { roleInputEmpty } from '../../src/causes/role-input-empty.js'
import { testCause } from './tester.js'

function found(expression: string, known: unknown = {}) {
  const written = `\${{ ${expression} }}`
  return diagnose({ kind: 'input-empty', input: 'role-to-assume', written }, knownWith(known))
}

test.each([
  ['secrets.AWS_ROLE', 'error'],
  ["secrets['AWS_ROLE']", 'error'],
  ['vars.AWS_ROLE', 'error'],
  ['vars.A || vars.B', 'warning'],
  ["github.ref == 'x' && secrets.PROD || ''", 'warning'],
  ["secrets[format('ROLE_{0}', matrix.env)]", 'warning'],
  ['fromJSON(vars.CONFIG).role', 'warning'],
  ['inputs.role', 'warning'],
])('%s: %s', (expression, severity) => {
  expect(found(expression).severity).toBe(severity)
})

test.each(["github.ref == 'x' && secrets.PROD || ''", 'fromJSON(vars.CONFIG).role', 'github.x'])(
  '%s: no name is made up, and nothing is to be set',
  (expression) => {
    const { fix } = found(expression)
    expect(fix.join('\n')).not.toMatch(/\bgh \w+|AWS_ROLE|CONFIG|PROD/)
  },
)

test('forks get no variables either', () => {
  const { why, fix } = found('vars.AWS_ROLE', { run: { event: 'pull_request', fork: true } })
  expect(why).toContain('neither secrets nor variables')
  expect(fix.join('\n')).not.toContain('gh variable')
})

testCause(roleInputEmpty, {
  leaves: ['input-invalid', 'role-arn-invalid', 'ambient-credentials'],
  says: [
    [
      /as `\$\{\{ secrets\.AWS_ROLE \}\}`, and that came out empty/,
      'no role was assumed and nothing is exported',
      'gh secret list --repo octo-org/octo-repo\n',
      'gh secret list --org octo-org',
      'gh secret list --repo octo-org/octo-repo --env production',
      "gh variable set AWS_ROLE --repo octo-org/octo-repo --body '<ARN of the role>'",
      /\nrole-to-assume: \$\{\{ vars\.AWS_ROLE \}\}/,
    ],
    ['neither secrets nor variables to those', 'github.event.pull_request == null ||'],
    ['gh variable list --repo octo-org/octo-repo', 'Set it:\ngh variable set DEPLOY_ROLE'],
    ['the output `role`'],
    ["sees Dependabot's secrets only", 'gh secret list --app dependabot --repo octo-org/octo-repo'],
    ['See what the parts of this expression hold'],
  ],
})
