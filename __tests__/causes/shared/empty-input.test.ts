// An input that came out empty: the reason that the file shows, and steps that fit it and no other.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { emptySteps } from '../../../src/causes/shared/empty-input.js'
import type { InputSource } from '../../../src/model.js'

const KNOWN = knownWith()

function of(expression: string, more: Partial<InputSource> = {}): InputSource {
  const written = `\${{ ${expression} }}`
  return { written, empty: [{ text: expression }], environment: '', ...more }
}

function codes(source?: InputSource): string[] {
  const emptied = { input: 'x', value: '<v>', ...(source ? { source } : {}) }
  return emptySteps(emptied, KNOWN).map(({ code = '' }) => code)
}

test('callers: sure where no job calls it otherwise', () => {
  const callers = { calls: [{ file: 'w.yml', jobs: ['ship'] }], all: true }
  const source = of('secrets.A', { callers })
  const [step] = emptySteps({ input: 'x', value: '', source }, KNOWN)
  expect(step).toMatchObject({ code: 'secrets: inherit' })
  expect(step).not.toHaveProperty('when')
})

test('callers: a condition where others pass them on, or where the expression is not known', () => {
  const callers = { calls: [{ file: 'w.yml', jobs: ['a', 'b'] }], all: false }
  for (const source of [of('secrets.A', { callers }), { empty: [], callers }])
    expect(emptySteps({ input: 'x', value: '', source }, KNOWN)[0]).toMatchObject({
      when: 'If `a` or `b` called this workflow',
      code: 'secrets: inherit',
    })
})

test('callers on two levels: each of them', () => {
  const calls = [
    { file: 'w.yml', jobs: ['ship'] },
    { file: 'mid.yml', jobs: ['deploy'] },
  ]
  const source = of('secrets.A', { callers: { calls, all: true } })
  const steps = emptySteps({ input: 'x', value: '', source }, KNOWN)
  expect(steps.slice(0, 2)).toMatchObject([
    { say: expect.stringContaining('`ship` of `w.yml`'), code: 'secrets: inherit' },
    { say: expect.stringContaining('`deploy` of `mid.yml`'), code: 'secrets: inherit' },
  ])
})

test('what a calling job does not give is set there, and nothing else is looked for', () => {
  const set = { by: 'call', key: 'role', file: 'w.yml', job: 'ship' } as const
  const source = of('inputs.role', { empty: [{ text: 'inputs.role', set }] })
  expect(emptySteps({ input: 'x', value: '<v>', source }, KNOWN)).toMatchObject([
    {
      say: 'Set `role` in the job `ship` of `w.yml`',
      code: 'with:\n  role: <v>',
      then: expect.stringContaining('on.workflow_call.inputs'),
    },
  ])
})

test('what a step does not give to its composite action, too', () => {
  const set = { by: 'step', key: 'role', file: 'w.yml', job: 'deploy' } as const
  const source = of('inputs.role', { empty: [{ text: 'inputs.role', set }] })
  const [step] = emptySteps({ input: 'x', value: '<v>', source }, KNOWN)
  expect(step?.say).toContain('the step that uses the composite action, in the job `deploy`')
  expect(step).not.toHaveProperty('then')
})

test('the line with the variable is where the value is set', () => {
  const set = { by: 'step', key: 'role-arn', file: 'w.yml', job: 'deploy' } as const
  const source = of('inputs.role-arn', {
    empty: [{ text: 'inputs.role-arn', from: 'secrets.A', set }],
  })
  const last = emptySteps({ input: 'x', value: '<v>', source }, KNOWN).at(-1)
  expect(last?.code).toBe(`role-arn: \${{ vars.A }}`)
  expect(last?.say).toContain('in the step that uses the composite action')
})

test('callers have nothing to do with a variable', () => {
  const callers = { calls: [{ file: 'w.yml', jobs: ['ship'] }], all: true }
  expect(codes(of('vars.A', { callers })).join()).not.toContain('inherit')
})

test('a secret: looked for, then a variable in its place', () => {
  const [look, set, line] = codes(of('secrets.A', { environment: 'prod' }))
  expect(look?.split('\n')).toEqual([
    'gh secret list --repo octo-org/octo-repo',
    'gh secret list --repo octo-org/octo-repo --env prod',
    'gh secret list --org octo-org # if that is an organisation',
  ])
  expect(set).toBe("gh variable set A --repo octo-org/octo-repo --body '<v>'")
  expect(line).toBe(`x: \${{ vars.A }}`)
})

test.each<[InputSource, string]>([
  [
    { ...of('secrets.A'), written: `arn:aws:iam::\${{secrets.A}}:role/\${{ vars.B }}` },
    `x: arn:aws:iam::\${{ vars.A }}:role/\${{ vars.B }}`,
  ],
  [of('env.R', { empty: [{ text: 'env.R', from: 'secrets.A' }] }), `R: \${{ vars.A }}`],
])('the line with the variable in place of the secret: %j', (source, line) => {
  expect(codes(source)).toContain(line)
})

test.each([
  ['needs.a.outputs.r', 'job'],
  ['steps.a.outputs.r', 'step'],
  ['inputs.r', 'what this run was given'],
  ['matrix.r', 'job of the matrix'],
  ['env.r', 'is set'],
  ['a && b', 'parts of this expression'],
])('%s: where to look, and no setting', (expression, words) => {
  const steps = emptySteps({ input: 'x', value: '', source: of(expression) }, KNOWN)
  expect(steps).toHaveLength(1)
  expect(steps[0]?.say).toContain(words)
})
