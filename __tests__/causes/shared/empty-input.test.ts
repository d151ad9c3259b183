// An input that came out empty: the reason that the file shows, and steps that fit it and no other.
import { describe, expect, test } from '@jest/globals'
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
  ['needs.a.outputs.r', '`needs:` of this job'],
  ['steps.a.outputs.r', 'step'],
  ['inputs.r', 'what this run was given'],
  ['matrix.r', 'job of the matrix'],
  ['a && b', 'parts of this expression'],
])('%s: where to look, and no setting', (expression, words) => {
  const steps = emptySteps({ input: 'x', value: '', source: of(expression) }, KNOWN)
  expect(steps).toHaveLength(1)
  expect(steps[0]?.say).toContain(words)
})

test('a variable of the settings is no variable of the file', () => {
  const [look, read] = emptySteps({ input: 'x', value: '', source: of('env.R') }, KNOWN)
  expect(look?.say).toContain('is set')
  expect(read).toMatchObject({
    when: expect.stringContaining('If `R` is a variable of the repository'),
    code: `x: \${{ vars.R }}`,
  })
})

describe('an input of a run that nobody started by hand', () => {
  const input = (text: string, value: string, more: object = {}) =>
    of(text, { empty: [{ text, dispatch: { default: value }, ...more }] })
  const steps = (source: InputSource, event: string) =>
    emptySteps({ input: 'x', value: '<v>', source }, knownWith({ run: { event } }))
  const set = { by: 'call', key: 'role', file: 'w.yml', job: 'ship' } as const

  test.each<[InputSource, string]>([
    [input('inputs.r', 'arn:x'), `x: \${{ inputs.r || 'arn:x' }}`],
    [input('github.event.inputs.r', ''), `x: \${{ github.event.inputs.r || '<v>' }}`],
    [input('inputs.r', "it's"), `x: \${{ inputs.r || '<v>' }}`],
    [input('inputs.r', `\${{ vars.R }}`), `x: \${{ inputs.r || '<v>' }}`],
    [input('env.R', 'a', { from: 'inputs.r' }), `R: \${{ inputs.r || 'a' }}`],
    [input('inputs.q', 'a', { from: 'inputs.r', set }), `role: \${{ inputs.r || 'a' }}`],
  ])('has the default, as the file gives it: %j', (source, code) => {
    const [step, second] = steps(source, 'push')
    expect(step).toMatchObject({ when: 'If a run of `push` is to have it, too', code })
    expect(second).toBeUndefined()
  })

  test('one that somebody started was given nothing', () => {
    expect(steps(input('inputs.r', 'a'), 'workflow_dispatch')[0]?.say).toContain('was given')
  })

  test('two of them are not put into one line', () => {
    const empty = ['inputs.a', 'inputs.b'].map((text) => ({ text, dispatch: { default: '' } }))
    expect(steps({ empty }, 'push')[0]?.say).toContain('parts of this expression')
  })
})

test('two secrets stay secrets: no line of the file would name a variable', () => {
  const source = of('x', { empty: [{ text: 'secrets.A' }, { text: 'secrets.B' }] })
  const [, set, more] = emptySteps({ input: 'x', value: '<v>', source }, KNOWN)
  expect(more).toBeUndefined()
  expect(set).toMatchObject({
    when: 'If one that this run needs is not there',
    code: "gh secret set A --repo octo-org/octo-repo --body '<v>'\ngh secret set B --repo octo-org/octo-repo --body '<v>'",
  })
})

describe('secrets among other things in an expression', () => {
  const EITHER = "github.ref == 'refs/heads/main' && secrets.PROD || secrets.DEV"
  const calls = [{ file: 'w.yml', jobs: ['ship'] }]
  const steps = (expression: string, all: boolean) =>
    emptySteps(
      { input: 'x', value: '<v>', source: of(expression, { callers: { calls, all } }) },
      KNOWN,
    )

  test('may be lacking where the calls pass none of them on', () => {
    expect(steps(EITHER, true)).toMatchObject([
      { when: 'If this run takes a secret from the expression', code: 'secrets: inherit' },
      { say: expect.stringContaining('parts of this expression') },
    ])
    expect(steps(EITHER, false)[0]?.when).toBe(
      'If this run takes a secret from the expression, and `ship` called this workflow',
    )
  })

  test('are neither looked for nor set: it may be another part', () => {
    expect(codes(of(EITHER))).toEqual([''])
    expect(steps('a && b', true)).toHaveLength(1)
  })
})
