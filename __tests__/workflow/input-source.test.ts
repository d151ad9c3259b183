// Where the workflow gives an input that came out empty: in the file of the run, or in one that it calls, and never by guess.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { JOB, workflowText } from '../../sandbox/job.js'
import type { InputSource, Setting } from '../../src/model.js'
import { inputSources } from '../../src/steps/read-workflow.js'
import { FakeRunner } from '../fake-runner.js'

const INPUT = 'role-to-assume'
const CALLED = '.github/workflows/called.yml'
const expression = (text: string): string => `\${{ ${text} }}`
const SECRET = expression('secrets.AWS_ROLE')
const giving = (...lines: string[]): string => workflowText('id-token: write', ...lines)

async function found(
  files: Record<string, string>,
  { given = '', run = {} }: { given?: string; run?: object } = {},
): Promise<InputSource | undefined> {
  const runner = new FakeRunner({ files, inputs: { [INPUT]: given } })
  const sourceOf = await inputSources(runner, knownWith({ run, token: null }))
  return sourceOf(INPUT, given)
}

const setBy = (by: Setting['by'], key: string, job: string = JOB.job): Setting => ({
  by,
  key,
  file: JOB.workflowFile,
  job,
})

const own = (...lines: string[]) => ({ [JOB.workflowFile]: giving(...lines) })

describe('in the file of the run', () => {
  test('an expression without a value', async () => {
    expect(await found(own(`Role-To-Assume: ${SECRET}`))).toEqual({
      written: SECRET,
      empty: [{ text: 'secrets.AWS_ROLE' }],
      environment: '',
    })
  })

  test('a part of a value', async () => {
    const written = `arn:aws:iam::${expression('vars.ACCOUNT')}:role/x`
    expect(
      await found(own(`${INPUT}: ${written}`), { given: 'arn:aws:iam:::role/x' }),
    ).toMatchObject({
      written,
      empty: [{ text: 'vars.ACCOUNT' }],
    })
  })

  test('the environment of the job, and what a variable is set from', async () => {
    const text = giving(`${INPUT}: ${expression('env.ROLE')}`).replace(
      '    permissions:',
      `    environment: prod\n    env:\n      ROLE: ${SECRET}\n    permissions:`,
    )
    expect(await found({ [JOB.workflowFile]: text })).toMatchObject({
      empty: [{ text: 'env.ROLE', from: 'secrets.AWS_ROLE', set: setBy('env', 'ROLE') }],
      environment: 'prod',
    })
  })

  describe('a variable', () => {
    const ROLE = `${INPUT}: ${expression('env.ROLE')}`
    const step = (value: string, text = giving(ROLE)): string =>
      text.replace('        with:', `        env:\n          ROLE: ${value}\n        with:`)
    const job = (value: string): string =>
      giving(ROLE).replace('    permissions:', `    env:\n      ROLE: ${value}\n    permissions:`)
    const emptyIn = async (text: string) => (await found({ [JOB.workflowFile]: text }))?.empty
    const set = setBy('env', 'ROLE')

    test('of the step, before one of the job', async () => {
      const text = step(expression('vars.A'), job(expression('vars.B')))
      expect(await emptyIn(text)).toEqual([{ text: 'env.ROLE', from: 'vars.A', set }])
    })

    test('of the step, from one of the job', async () => {
      const text = step(expression('env.role'), job(expression('vars.B')))
      const inner = { ...set, key: 'role' }
      expect(await emptyIn(text)).toEqual([{ text: 'env.ROLE', from: 'vars.B', set: inner }])
    })

    test('of the workflow', async () => {
      const text = `env: { ROLE: "${SECRET}" }\n${giving(ROLE)}`
      expect(await emptyIn(text)).toEqual([{ text: 'env.ROLE', from: 'secrets.AWS_ROLE', set }])
    })

    test('that is set from two', async () => {
      expect(await emptyIn(job(`${SECRET}${expression('vars.B')}`))).toEqual([
        { text: 'env.ROLE', from: 'secrets.AWS_ROLE', set },
        { text: 'env.ROLE', from: 'vars.B', set },
      ])
    })

    test.each([
      ['that cannot be empty: an earlier step has set it since', job('arn:x')],
      ['that is set from itself, as no job can', job(expression('env.ROLE'))],
      ['that nothing sets', giving(ROLE)],
    ])('%s', async (_what, text) => {
      const [first, second] = (await emptyIn(text)) ?? []
      expect(second).toBeUndefined()
      expect([undefined, 'env.ROLE']).toContain(first?.from)
      expect(first?.text).toBe('env.ROLE')
    })

    test('set from itself over and over comes to an end', async () => {
      const twice = `${expression('env.ROLE')}${expression('env.ROLE')}`
      expect((await emptyIn(step(twice, job(twice))))?.length).toBe(1)
    })
  })

  test.each<[string, Record<string, string>]>([
    ['no file', {}],
    ['no inputs at all', own()],
    ['no such input', own('aws-region: eu-west-1')],
    [
      'a plain text, of another version of the file',
      own(`${INPUT}: arn:aws:iam::111122223333:role/x`),
    ],
    [
      'another job',
      { [JOB.workflowFile]: giving(`${INPUT}: ${SECRET}`).replace('  deploy:', '  x:') },
    ],
    [
      'two steps',
      {
        [JOB.workflowFile]: `${giving()}      - uses: aws-oidc-preflight/aws-oidc-preflight@v1\n        with:\n          ${INPUT}: ${SECRET}\n`,
      },
    ],
  ])('nothing, with %s', async (_what, files) => {
    expect(await found(files)).toBeUndefined()
  })

  test('nothing in a workflow of another repository, and nothing for a step of a composite action', async () => {
    const files = own(`${INPUT}: ${SECRET}`)
    const workflowRef = 'other/repo/.github/workflows/deploy.yml@refs/heads/main'
    expect(await found(files, { run: { workflowRef } })).toBeUndefined()
    expect(await found(files, { run: { compositePath: '/workspace/login' } })).toBeUndefined()
  })
})

describe('in a file that it calls', () => {
  const calling = (...jobs: readonly (readonly [string, string, string?])[]): string =>
    `on: push\njobs:\n${jobs
      .map(
        ([job, uses, secrets]) =>
          `  ${job}:\n    uses: ${uses}\n${secrets ? `    secrets: ${secrets}\n` : ''}`,
      )
      .join('')}`
  const called = { [CALLED]: giving(`${INPUT}: ${SECRET}`) }
  const ofCaller = (text: string, files: Record<string, string> = called) =>
    found({ [JOB.workflowFile]: text, ...files })

  test('the job that passes no secrets on', async () => {
    expect(await ofCaller(calling(['ship', `./${CALLED}`]))).toEqual({
      written: SECRET,
      empty: [{ text: 'secrets.AWS_ROLE' }],
      environment: '',
      callers: { calls: [{ file: JOB.workflowFile, jobs: ['ship'] }], all: true },
    })
  })

  test('a job that passes others on, and one that passes them all', async () => {
    const text = calling(
      ['a', `./${CALLED}`, '{ OTHER: x }'],
      ['b', `./${CALLED}`, 'inherit'],
      ['c', `./${CALLED}`, '{ aws_role: x }'],
    )
    expect((await ofCaller(text))?.callers).toEqual({
      calls: [{ file: JOB.workflowFile, jobs: ['a'] }],
      all: false,
    })
  })

  test('all pass it on: no caller is to blame', async () => {
    expect(await ofCaller(calling(['ship', `./${CALLED}`, 'inherit']))).not.toHaveProperty(
      'callers',
    )
  })

  test('two called files may be meant: nothing', async () => {
    const other = '.github/workflows/other.yml'
    const text = calling(['a', `./${CALLED}`], ['b', `./${other}`])
    const files = { ...called, [other]: giving(`${INPUT}: ${SECRET}`) }
    expect(await ofCaller(text, files)).toBeUndefined()
  })

  test("another repository's file: the job is named, the expression is not known", async () => {
    const uses = 'octo-org/workflows/.github/workflows/deploy.yml@v1'
    expect(await ofCaller(calling(['ship', uses], ['test', uses, 'inherit']), {})).toEqual({
      empty: [],
      callers: { calls: [{ file: JOB.workflowFile, jobs: ['ship'] }], all: false },
    })
  })

  test('a call beside the job of that key has nothing to do with it', async () => {
    const uses = 'octo-org/workflows/.github/workflows/deploy.yml@v1'
    const text = `${giving('aws-region: eu-west-1')}  ship:\n    uses: ${uses}\n`
    expect(await ofCaller(text, {})).toBeUndefined()
  })
})

describe('in a file that a called file calls', () => {
  const MID = '.github/workflows/mid.yml'
  const call = (job: string, file: string, ...lines: string[]): string =>
    `on: x\njobs:\n  ${job}:\n    uses: ./${file}\n${lines.map((line) => `    ${line}\n`).join('')}`
  const chain = (outer: string[], inner: string[], written = SECRET) =>
    found({
      [JOB.workflowFile]: call('ship', MID, ...outer),
      [MID]: call('middle', CALLED, ...inner),
      [CALLED]: giving(`${INPUT}: ${written}`),
    })
  const SHIP = { file: JOB.workflowFile, jobs: ['ship'] }
  const MIDDLE = { file: MID, jobs: ['middle'] }

  test.each<[string, string[], string[], InputSource['callers']]>([
    ['neither passes it on', [], [], { calls: [MIDDLE, SHIP], all: true }],
    ['the outer does not', [], ['secrets: inherit'], { calls: [SHIP], all: true }],
    ['the inner does not', ['secrets: inherit'], [], { calls: [MIDDLE], all: true }],
    ['both do', ['secrets: inherit'], ['secrets: inherit'], undefined],
    [
      'the inner passes on another of that name, which the outer does not',
      ['secrets: { OTHER: x }'],
      [`secrets: { AWS_ROLE: "${expression('secrets.ROLE')}" }`],
      { calls: [SHIP], all: true },
    ],
  ])('secrets: %s', async (_what, outer, inner, callers) => {
    const source = await chain(outer, inner)
    expect(source?.written).toBe(SECRET)
    expect(source?.callers).toEqual(callers)
  })

  test('a secret that is passed on under another name', async () => {
    const named = `secrets: { AWS_ROLE: "${expression('secrets.ROLE')}" }`
    expect((await chain(['secrets: inherit'], [named]))?.empty).toEqual([
      {
        text: 'secrets.AWS_ROLE',
        from: 'secrets.ROLE',
        set: { by: 'call', key: 'AWS_ROLE', file: MID, job: 'middle' },
      },
    ])
  })

  const INPUTS = expression('inputs.role')
  test.each<[string, string[], string[], object]>([
    [
      'through both',
      [`with: { Role: "${expression('vars.R')}" }`],
      [`with: { role: "${INPUTS}" }`],
      { from: 'vars.R', set: setBy('call', 'role', 'ship') },
    ],
    [
      'set by the inner',
      [],
      [`with: { role: "${expression('vars.R')}" }`],
      {
        from: 'vars.R',
        set: { by: 'call', key: 'role', file: MID, job: 'middle' },
      },
    ],
    [
      'not set by the outer',
      [],
      [`with: { role: "${INPUTS}" }`],
      { set: setBy('call', 'role', 'ship') },
    ],
    [
      'not set by the inner',
      [],
      [],
      { set: { by: 'call', key: 'role', file: MID, job: 'middle' } },
    ],
    ['set to what cannot be empty', [], ['with: { role: arn:x }'], {}],
  ])('an input, %s', async (_what, outer, inner, more) => {
    expect((await chain(outer, inner, INPUTS))?.empty).toEqual([{ text: 'inputs.role', ...more }])
  })

  test('an input with a default is none that nobody sets', async () => {
    const text = giving(`${INPUT}: ${INPUTS}`).replace(
      /on:\n(.*\n){2}/,
      'on:\n  workflow_call:\n    inputs:\n      role: { default: arn:x }\n',
    )
    const files = { [JOB.workflowFile]: call('ship', CALLED), [CALLED]: text }
    expect((await found(files))?.empty).toEqual([{ text: 'inputs.role' }])
  })

  test('two ways that differ: what the step says, and no more', async () => {
    const two = `${call('a', CALLED, `with: { role: "${expression('vars.A')}" }`)}  b:\n    uses: ./${CALLED}\n`
    expect(
      (await found({ [JOB.workflowFile]: two, [CALLED]: giving(`${INPUT}: ${INPUTS}`) }))?.empty,
    ).toEqual([{ text: 'inputs.role' }])
  })

  test('the inputs of a workflow that nobody calls are those of the run', async () => {
    expect((await found(own(`${INPUT}: ${INPUTS}`)))?.empty).toEqual([
      { text: 'inputs.role', dispatch: { default: '' } },
    ])
  })
})

describe('in a composite action', () => {
  const FOLDER = '.github/actions/login'
  const run = { compositePath: `/workspace/./${FOLDER}`, step: '__self' }
  const action = (written: string, more = ''): string =>
    `name: login\n${more}runs:\n  using: composite\n  steps:\n    - uses: aws-oidc-preflight/aws-oidc-preflight@v1\n      with:\n        ${INPUT}: ${written}\n`
  const user = (uses: string, ...lines: string[]): string =>
    `on: push\njobs:\n  ${JOB.job}:\n    environment: prod\n    env: { OUTER: "${expression('vars.OUTER')}" }\n    steps:\n      - uses: ${uses}\n${lines.map((line) => `        ${line}\n`).join('')}`
  const inside = (workflow: string, text: string, more: object = {}) =>
    found(
      { [JOB.workflowFile]: workflow, [`${FOLDER}/action.yml`]: text },
      { run: { ...run, ...more } },
    )
  const ROLE = expression('inputs.role')
  const LOCAL = `./${FOLDER}`
  const given = `with: { role: "${SECRET}" }`

  test("what the job's step gives it", async () => {
    expect(await inside(user(LOCAL, given), action(ROLE))).toEqual({
      written: ROLE,
      empty: [{ text: 'inputs.role', from: 'secrets.AWS_ROLE', set: setBy('step', 'role') }],
      environment: 'prod',
    })
  })

  test("a variable of the job's step, and of the job", async () => {
    const text = user(`${LOCAL}/`, `env: { R: "${expression('env.OUTER')}" }`)
    expect((await inside(text, action(expression('env.R'))))?.empty).toEqual([
      { text: 'env.R', from: 'vars.OUTER', set: setBy('env', 'OUTER') },
    ])
  })

  test('what it does not give, unless the action has a default', async () => {
    expect((await inside(user(LOCAL), action(ROLE)))?.empty).toEqual([
      { text: 'inputs.role', set: setBy('step', 'role') },
    ])
    const withDefault = action(ROLE, 'inputs: { role: { default: arn:x } }\n')
    expect((await inside(user(LOCAL), withDefault))?.empty).toEqual([{ text: 'inputs.role' }])
  })

  test.each<[string, string, object]>([
    ['another folder', user('./.github/actions/other', given), {}],
    ['an action of a repository', user('octo-org/login@v1', given), { step: '__octo-org_login' }],
    ['another step', user(LOCAL, given), { step: '__self_2' }],
    ['no name of the step', user(LOCAL, given), { step: '' }],
  ])('only its own expression, if the job uses %s', async (_what, workflow, more) => {
    expect(await inside(workflow, action(ROLE), more)).toEqual({
      written: ROLE,
      empty: [{ text: 'inputs.role' }],
    })
  })

  test('a secret that the caller of the workflow does not pass on', async () => {
    const files = {
      [JOB.workflowFile]: `on: push\njobs:\n  ship:\n    uses: ./${CALLED}\n`,
      [CALLED]: user(LOCAL, given),
      [`${FOLDER}/action.yml`]: action(ROLE),
    }
    expect(await found(files, { run })).toMatchObject({
      empty: [{ text: 'inputs.role', from: 'secrets.AWS_ROLE', set: { by: 'step', file: CALLED } }],
      callers: { calls: [{ file: JOB.workflowFile, jobs: ['ship'] }], all: true },
    })
  })

  test('nothing, if the action is not in the workspace', async () => {
    expect(await found({ [JOB.workflowFile]: user(LOCAL, given) }, { run })).toBeUndefined()
  })
})
