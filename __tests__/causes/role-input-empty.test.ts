import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { roleInputEmpty } from '../../src/causes/role-input-empty.js'
import type { InputSource } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

function found(source?: InputSource) {
  const failure = { kind: 'input-empty', input: 'role-to-assume', ...(source ? { source } : {}) }
  return wordsOf(diagnose(failure as never, knownWith({ inputs: null, token: null })))
}

function given(expression: string) {
  return found({ written: `\${{ ${expression} }}`, empty: [{ text: expression }] })
}

test.each([
  'secrets.AWS_ROLE',
  'vars.A || vars.B',
  "github.ref == 'x' && secrets.PROD || ''",
  'inputs.role',
  'matrix.role',
])('%s: nobody is signed in, so it is an error', (expression) => {
  expect(given(expression)).toMatchObject({ severity: 'error', certainty: 'certain' })
})

test('without the file it is an error too, and each reason has its way out', () => {
  const { severity, fix } = found()
  expect(severity).toBe('error')
  expect(fix.join('\n')).toMatch(/`secrets\.`[\s\S]*secrets: inherit[\s\S]*`inputs\.`/)
})

test.each(["github.ref == 'x' && secrets.PROD || ''", 'fromJSON(vars.CONFIG).role', 'github.x'])(
  '%s: no name is made up, and nothing is to be set',
  (expression) => {
    const { steps } = given(expression)
    expect(JSON.stringify(steps)).not.toMatch(/\bgh \w+|AWS_ROLE|CONFIG|PROD/)
  },
)

test.each([
  // The whole of a longer expression is what may be empty.
  ['vars.A && vars.B', `role-to-assume: \${{ (vars.A && vars.B) || 'none' }}`],
  ['inputs.role', `role-to-assume: \${{ inputs.role || 'none' }}`],
])('%s: the mark, ready to paste', (expression, line) => {
  expect(given(expression).otherwise.map(({ code }) => code)).toContain(line)
})

test('no condition with secrets is offered: GitHub has none there', () => {
  expect(JSON.stringify(given('secrets.A').otherwise)).not.toContain('if: ')
  expect(JSON.stringify(given('vars.A').otherwise)).toContain("if: vars.A != ''")
})

test('the condition of the step is kept', () => {
  const source = { written: `\${{ vars.A }}`, empty: [{ text: 'vars.A' }] }
  const failure = { kind: 'input-empty', input: 'role-to-assume', source } as const
  const known = knownWith({ workflow: { events: [], step: { condition: 'a || b' } } })
  const [first] = roleInputEmpty.explain(failure, known).otherwise ?? []
  expect(first?.code).toBe("if: (a || b) && vars.A != ''")
})

test('in a composite action: a warning that points at no line of the workflow', () => {
  const failure = { kind: 'input-empty', input: 'role-to-assume', nested: true } as const
  const finding = diagnose(failure, knownWith())
  expect(finding).toMatchObject({ severity: 'warning' })
  expect(finding).not.toHaveProperty('where')
})

testCause(roleInputEmpty, {
  leaves: [
    'input-invalid',
    'role-arn-invalid',
    'ambient-credentials',
    'token-fork-pull-request',
    'token-dependabot',
  ],
  says: [
    [
      '`role-to-assume` is empty, since `secrets.AWS_ROLE` has no value',
      'gh secret list --repo octo-org/octo-repo\n',
      'gh secret list --org octo-org',
      'gh secret list --repo octo-org/octo-repo --env production',
      'only by jobs with that `environment:`',
      "gh variable set AWS_ROLE --repo octo-org/octo-repo --body '<ARN of the role>'",
      /\n {4}role-to-assume: \$\{\{ vars\.AWS_ROLE \}\}/,
    ],
    [
      'gh variable list --repo octo-org/octo-repo',
      'gh variable set DEPLOY_ROLE',
      'The job has no `environment:`',
      "if: vars.DEPLOY_ROLE != ''",
      `role-to-assume: \${{ vars.DEPLOY_ROLE || 'none' }}`,
    ],
    ['the output `role`', "if: steps.pick.outputs.role != ''"],
    [/github\.ref == 'refs\/heads\/prod' &&/, 'Check what the parts of this expression hold'],
    ['the value that it is given is not set', 'If this workflow is called by another one'],
    [
      'is empty in a composite action',
      'AWS was not asked',
      `role-to-assume: \${{ inputs.<name> || 'none' }}`,
    ],
    [
      'called by `ship` in `.github/workflows/release.yml`',
      'Pass the secrets on in the job `ship` of `.github/workflows/release.yml`',
      /\n {4}secrets: inherit\n/,
    ],
    [
      'since `env.AWS_ROLE` has no value',
      `The file sets \`env.AWS_ROLE\` to \`\${{ secrets.DEPLOY_ROLE }}\``,
      'Look for `DEPLOY_ROLE`',
      `AWS_ROLE: \${{ vars.DEPLOY_ROLE }}`,
    ],
    [
      'since `secrets.ROLE` and `vars.ROLE_ARN` have no value',
      'Look for `ROLE` and `ROLE_ARN`',
      'gh secret list --repo octo-org/octo-repo',
      'gh variable list --repo octo-org/octo-repo',
    ],
    [
      'is empty in a composite action',
      `The job \`deploy\` of \`.github/workflows/deploy.yml\` sets \`role\` to \`\${{ secrets.AWS_ROLE }}\``,
      /^If this job is to sign in, look for `AWS_ROLE`/m,
      /\n {4}role: \$\{\{ vars\.AWS_ROLE \}\}/,
      `role-to-assume: \${{ inputs.role || 'none' }}`,
    ],
    [
      'since `inputs.role` has no value',
      'The job `ship` of `.github/workflows/release.yml` gives the workflow that it calls no `role`.',
      /\n {4}with:\n {6}role: <ARN of the role>\n/,
    ],
  ],
})
