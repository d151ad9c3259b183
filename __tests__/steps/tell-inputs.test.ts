// Bad inputs, each to the evidence that its cause needs: a role that came out empty, and what GitHub withholds from a run.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { JOB, workflowText } from '../../sandbox/job.js'
import type { Failure } from '../../src/model.js'
import { readInputs } from '../../src/steps/read-inputs.js'
import { readRun } from '../../src/steps/read-run.js'
import { inputFailures, passedOnEmpty } from '../../src/steps/tell-inputs.js'
import { FakeRunner } from '../fake-runner.js'
import { ON_RUNNER } from '../fake-world.js'

const ROLE = 'role-to-assume'
const expression = (text: string): string => `\${{ ${text} }}`
const TOKENLESS = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }
const FORK = {
  env: { GITHUB_EVENT_NAME: 'pull_request' },
  event: { pull_request: { head: { repo: { full_name: 'stranger/octo-repo' } } } },
}
const DEPENDABOT = { env: { GITHUB_EVENT_NAME: 'push', GITHUB_ACTOR: 'dependabot[bot]' } }

interface Setup {
  env?: Record<string, string>
  event?: unknown
  /** The lines under `with:` in the file of the run. */
  lines?: readonly string[]
  /** In place of these. */
  files?: Readonly<Record<string, string>>
}

function runner(
  inputs: Record<string, string>,
  { env = {}, event, lines, files }: Setup,
): FakeRunner {
  return new FakeRunner({
    inputs: { 'aws-region': 'eu-west-1', ...inputs },
    env: {
      ...ON_RUNNER,
      GITHUB_REPOSITORY: JOB.repository,
      GITHUB_WORKFLOW_REF: `${JOB.repository}/${JOB.workflowFile}@${JOB.ref}`,
      GITHUB_JOB: JOB.job,
      GITHUB_WORKSPACE: '/workspace',
      GITHUB_ACTION_REPOSITORY: 'aws-oidc-preflight/aws-oidc-preflight',
      ...env,
    },
    event,
    files:
      files ?? (lines ? { [JOB.workflowFile]: workflowText('id-token: write', ...lines) } : {}),
  })
}

async function told(inputs: Record<string, string>, setup: Setup = {}): Promise<Failure[]> {
  const one = runner(inputs, setup)
  return inputFailures(one, readRun(one), readInputs(one))
}

test('nothing, where all is well, and where no role is meant', async () => {
  expect(await told({ [ROLE]: 'arn:aws:iam::111122223333:role/x' })).toEqual([])
  expect(await told({ [ROLE]: 'none' })).toEqual([])
  expect(await told({})).toEqual([])
})

test('a role that came out empty, with or without the file', async () => {
  expect(await told({ [ROLE]: '' })).toEqual([{ kind: 'input-empty', input: ROLE }])
  const lines = [`${ROLE}: ${expression('secrets.R')}`]
  expect(await told({ [ROLE]: ' ' }, { lines })).toMatchObject([
    { kind: 'input-empty', source: { empty: [{ text: 'secrets.R' }] } },
  ])
})

test('beside other bad inputs, all at once', async () => {
  const failures = await told({ [ROLE]: '', 'role-chaining': 'true', summary: 'x' })
  expect(failures).toMatchObject([
    { kind: 'input-empty' },
    { kind: 'input', problems: [{ want: { form: 'unsupported' } }] },
    { kind: 'input', problems: [{ input: 'summary' }] },
  ])
})

test('a part of an ARN is told with its source; an input that is bad by itself without', async () => {
  const lines = [
    `${ROLE}: arn:aws:iam::${expression('secrets.A')}:role/x`,
    `summary: ${expression('inputs.summary')}`,
  ]
  expect(await told({ [ROLE]: 'arn:aws:iam:::role/x', summary: 'x' }, { lines })).toMatchObject([
    { problems: [{ source: { empty: [{ text: 'secrets.A' }] } }, { input: 'summary' }] },
  ])
  const [failure] = await told({ summary: 'x' }, { lines })
  expect(failure).toMatchObject({ problems: [{ input: 'summary' }] })
  expect(JSON.stringify(failure)).not.toContain('source')
})

test('a dollar sign too many is told with what the file has', async () => {
  const lines = [`${ROLE}: $${expression('secrets.R')}`]
  expect(await told({ [ROLE]: '$arn:aws:iam::111122223333:role/x' }, { lines })).toMatchObject([
    { problems: [{ want: { form: 'dollar-arn' }, source: { empty: [] } }] },
  ])
})

describe('a fork', () => {
  test.each<[string, Record<string, string>, readonly string[], readonly string[] | undefined]>([
    ['role', { [ROLE]: '' }, [ROLE], undefined],
    ['region', { 'aws-region': '', [ROLE]: 'none' }, ['aws-region'], undefined],
    ['both', { 'aws-region': '', [ROLE]: '' }, ['aws-region', ROLE], undefined],
    ['account', { [ROLE]: 'arn:aws:iam:::role/x' }, [ROLE], undefined],
    ['a plain role of a step', { [ROLE]: '' }, [ROLE], [`${ROLE}: ${expression('matrix.r')}`]],
  ])('without a token is the cause, whatever is empty: %s', async (_what, inputs, names, lines) => {
    const setup = { ...FORK, env: { ...FORK.env, ...TOKENLESS }, ...(lines ? { lines } : {}) }
    expect(await told(inputs, setup)).toMatchObject([
      { kind: 'inputs-withheld', run: 'fork', inputs: names, hasToken: false },
    ])
  })

  test.each<[string, boolean | undefined]>([
    ['secrets.R', true],
    ['vars.R', true],
    ['inputs.r', false],
    ["github.ref == 'x' && vars.R", false],
    ['matrix.r', undefined],
    ['steps.a.outputs.r', undefined],
  ])('with a token it is where it explains that: %s', async (text, sure) => {
    const [failure] = await told(
      { [ROLE]: '' },
      { ...FORK, lines: [`${ROLE}: ${expression(text)}`] },
    )
    if (sure === undefined) expect(failure?.kind).toBe('input-empty')
    else expect(failure).toMatchObject({ kind: 'inputs-withheld', hasToken: true, sure })
  })

  test('with a token, what a calling job does not set is empty in any run', async () => {
    const called = '.github/workflows/called.yml'
    const files = {
      [JOB.workflowFile]: `on: pull_request\njobs:\n  ship:\n    uses: ./${called}\n`,
      [called]: workflowText('id-token: write', `${ROLE}: ${expression('inputs.role')}`),
    }
    expect(await told({ [ROLE]: '', 'aws-region': '' }, { ...FORK, files })).toMatchObject([
      { kind: 'input-empty', source: { empty: [{ set: { by: 'call', job: 'ship' } }] } },
      { kind: 'input' },
    ])
  })

  test('with a token and no file: likely for a role, and not for a region that nobody may have given', async () => {
    expect(await told({ [ROLE]: '' }, FORK)).toMatchObject([
      { kind: 'inputs-withheld', sure: false },
    ])
    expect(await told({ 'aws-region': '' }, FORK)).toMatchObject([{ kind: 'input' }])
  })

  test('what is bad by itself is told beside it', async () => {
    expect(await told({ [ROLE]: '', summary: 'x' }, FORK)).toMatchObject([
      { kind: 'inputs-withheld', inputs: [ROLE] },
      { kind: 'input', problems: [{ input: 'summary' }] },
    ])
  })
})

describe('Dependabot', () => {
  test.each<[string, string]>([
    ['secrets.R', 'inputs-withheld'],
    ['vars.R', 'input-empty'],
  ])('with a token, %s: %s', async (text, kind) => {
    const setup = { ...DEPENDABOT, lines: [`${ROLE}: ${expression(text)}`] }
    expect(await told({ [ROLE]: '' }, setup)).toMatchObject([{ kind }])
  })

  test('a part of the value, and where the file gives it; of two inputs neither', async () => {
    const written = `arn:aws:iam::${expression('secrets.A')}:role/x`
    const setup = { ...DEPENDABOT, lines: [`${ROLE}: ${written}`] }
    const source = { written, empty: [{ text: 'secrets.A' }], environment: '' }
    const [one] = await told({ [ROLE]: 'arn:aws:iam:::role/x' }, setup)
    expect(one).toMatchObject({ kind: 'inputs-withheld', part: true, source })
    const [whole] = await told({ [ROLE]: '' }, DEPENDABOT)
    expect(whole).toMatchObject({ kind: 'inputs-withheld' })
    expect(whole).not.toHaveProperty('part')
    expect(whole).not.toHaveProperty('source')
    const env = { ...DEPENDABOT.env, ...TOKENLESS }
    const [two] = await told({ [ROLE]: 'arn:aws:iam:::role/x', 'aws-region': '' }, { env })
    expect(two).toMatchObject({ inputs: ['aws-region', ROLE] })
    expect(two).not.toHaveProperty('part')
  })

  test('without a token', async () => {
    const env = { ...DEPENDABOT.env, ...TOKENLESS }
    expect(await told({ [ROLE]: '' }, { env })).toMatchObject([
      { kind: 'inputs-withheld', run: 'dependabot', hasToken: false },
    ])
  })
})

test('a program that plays the runner withholds nothing', async () => {
  expect(await told({ [ROLE]: '' }, { ...FORK, env: { ...FORK.env, ACT: 'true' } })).toMatchObject([
    { kind: 'input-empty' },
  ])
})

test('a token from a file is one', async () => {
  const inputs = { [ROLE]: '', 'web-identity-token-file': 'token' }
  const env = { ...FORK.env, ...TOKENLESS }
  expect(await told(inputs, { ...FORK, env })).toMatchObject([{ hasToken: true }])
})

describe('a composite action that passes on an empty role', () => {
  const composite = { GITHUB_ACTION_PATH: '/workspace/login' }
  const passed = async (
    setup: Setup,
    inputs: Record<string, string> = { [ROLE]: '' },
  ): Promise<Failure[]> => {
    const one = runner(inputs, { ...setup, env: { ...setup.env, ...composite } })
    expect(await inputFailures(one, readRun(one), readInputs(one))).toEqual([])
    return passedOnEmpty(one, { ...knownWith(), run: readRun(one) })
  }

  test('stops nothing, and is told of', async () => {
    expect(await passed({})).toEqual([{ kind: 'input-empty', input: ROLE, nested: true }])
    expect(await passed({}, { [ROLE]: 'none' })).toEqual([])
  })

  test('where a fork has no token, that is told', async () => {
    expect(await passed({ ...FORK, env: { ...FORK.env, ...TOKENLESS } })).toEqual([])
    expect(await passed(FORK)).toHaveLength(1)
  })
})
