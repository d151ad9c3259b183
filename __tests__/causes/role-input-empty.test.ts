import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { roleInputEmpty } from '../../src/causes/role-input-empty.js'
import { testCause, wordsOf } from './tester.js'

function found(expression: string, known: unknown = {}) {
  const written = `\${{ ${expression} }}`
  return wordsOf(
    diagnose({ kind: 'input-empty', input: 'role-to-assume', written }, knownWith(known)),
  )
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
      '`role-to-assume` is empty, since `secrets.AWS_ROLE` has no value',
      'No role was assumed',
      'gh secret list --repo octo-org/octo-repo\n',
      'gh secret list --org octo-org',
      'gh secret list --repo octo-org/octo-repo --env production',
      "gh variable set AWS_ROLE --repo octo-org/octo-repo --body '<ARN of the role>'",
      /\n {4}role-to-assume: \$\{\{ vars\.AWS_ROLE \}\}/,
    ],
    ['neither secrets nor variables', 'github.event.pull_request == null ||'],
    [
      'gh variable list --repo octo-org/octo-repo',
      'gh variable set DEPLOY_ROLE',
      'it has none',
      "if: vars.DEPLOY_ROLE != ''",
    ],
    ['the output `role`', "if: steps.pick.outputs.role != ''"],
    ["only Dependabot's secrets", 'gh secret list --app dependabot --repo octo-org/octo-repo'],
    [/github\.ref == 'refs\/heads\/prod' &&/, 'Check what the parts of this expression hold'],
  ],
})
