// The last step: what the job gets, in which order it is noted and written, and that a failure leaves nothing behind.

import { describe, expect, test } from '@jest/globals'
import type { Failure, Inputs } from '../../src/model.js'
import { exportSessions, jobVariables } from '../../src/steps/export-session.js'
import { unwritable } from '../fake-files.js'
import { FakeWorld, granted, runIn } from '../fake-world.js'

const { session } = granted()

const VARIABLES = {
  AWS_ACCESS_KEY_ID: 'ASIAHUSH',
  AWS_SECRET_ACCESS_KEY: 'secret-hush',
  AWS_SESSION_TOKEN: 'session-hush',
  AWS_REGION: 'eu-west-1',
  AWS_DEFAULT_REGION: 'eu-west-1',
}

const OUTPUTS = { ready: 'true', 'aws-secret-access-key': 'secret-hush' }

async function handed(
  change: Partial<Inputs> = {},
  arrange: (world: FakeWorld) => void = () => undefined,
) {
  const world = new FakeWorld()
  const order: string[] = []
  const { runner } = world
  const remember = runner.rememberVariables.bind(runner)
  const write = runner.exportVariables.bind(runner)
  runner.rememberVariables = (variables) => {
    order.push('remember')
    return remember(variables)
  }
  runner.exportVariables = (variables) => {
    order.push('export')
    return write(variables)
  }
  arrange(world)
  const run = runIn(world, change)
  const failure = await exportSessions(run, [{ run, session }], OUTPUTS)
  return { world, runner, order, failure }
}

test('the job gets the credentials and the region of the input, under the names that AWS reads', () => {
  expect(jobVariables(session, { region: 'eu-north-1', awsProfile: '' })).toEqual({
    ...VARIABLES,
    AWS_REGION: 'eu-north-1',
    AWS_DEFAULT_REGION: 'eu-north-1',
  })
})

test('all variables, after what there was has been noted', async () => {
  const { runner, order, failure } = await handed()
  expect(failure).toBeUndefined()
  expect(order).toEqual(['remember', 'export'])
  expect(runner.exported).toEqual(VARIABLES)
  expect(runner.remembered).toEqual(VARIABLES)
})

test('the outputs, among them those of the session', async () => {
  expect((await handed()).runner.outputs).toEqual(OUTPUTS)
})

test('says which names were exported, and no value but the region', async () => {
  const { runner } = await handed()
  const said = runner.lines.join('\n')
  for (const name of Object.keys(VARIABLES)) expect(said).toContain(name)
  expect(said).toContain('eu-west-1')
  expect(said).not.toMatch(/hush/i)
})

test('cleanup: false notes nothing', async () => {
  const { runner, order } = await handed({ cleanup: false })
  expect(order).toEqual(['export'])
  expect(runner.remembered).toEqual({})
})

test('output-env-credentials: false exports and notes nothing, and says nothing', async () => {
  const { runner, order, failure } = await handed({ outputEnvCredentials: false })
  expect({ order, failure, lines: runner.lines }).toEqual({
    order: [],
    failure: undefined,
    lines: [],
  })
})

test('a profile that cannot be written is the failure, and nothing is exported', async () => {
  const { failure, order } = await handed({ awsProfile: 'deploy' }, (world) => {
    world.files.full.add('/home/.aws/credentials')
  })
  expect(failure).toMatchObject({ kind: 'file', path: '/home/.aws/credentials' })
  expect(order).toEqual([])
})

test('a profile beside the variables: AWS_PROFILE is one of them, and both are said', async () => {
  const { runner } = await handed({ awsProfile: 'deploy' })
  expect(runner.exported).toEqual({ ...VARIABLES, AWS_PROFILE: 'deploy' })
  expect(runner.lines).toEqual([
    expect.stringContaining('/home/.aws/credentials'),
    expect.stringContaining('AWS_PROFILE'),
  ])
})

const FULL = unwritable('/full', 'env')
const UNSET: Failure = { kind: 'file', path: 'GITHUB_OUTPUT', file: 'output', reason: 'not-set' }
const BOTH = { awsProfile: 'deploy', outputEnvCredentials: true }
const CONFIG = '/home/.aws/config'

describe.each([
  ['the environment file', 'exportVariables'],
  ['the output file', 'setOutputs'],
  ['the state file', 'rememberVariables'],
  ['the state file, for the profile', 'remember'],
] as const)('where %s cannot be written', (_which, write) => {
  const broken = (world: FakeWorld): void => {
    world.files.texts.set(CONFIG, '[default]\n')
    world.runner[write] = () => ({ ok: false, failure: FULL })
  }

  test('that is the failure, and nothing is left of profile, outputs and variables', async () => {
    const { world, runner, failure } = await handed(BOTH, broken)
    expect(failure).toEqual(FULL)
    expect([...world.files.texts]).toEqual([[CONFIG, '[default]\n']])
    expect(runner.outputs).toEqual({})
    expect(runner.exported).toEqual({})
    expect(runner.lines).toEqual([])
  })

  test('and nothing but outputs was asked for, only theirs counts', async () => {
    const change = { outputEnvCredentials: false, outputCredentials: true }
    const { failure } = await handed(change, broken)
    expect(failure).toEqual(write === 'setOutputs' ? FULL : undefined)
  })
})

test('an export that fails after a blanking leaves the note of what is there: blanks', async () => {
  const full = unwritable('/env', 'env')
  const { runner, failure } = await handed({ unsetCurrentCredentials: true }, (world) => {
    world.runner.exportVariables = () => ({ ok: false, failure: full })
  })
  expect(failure).toEqual(full)
  expect(new Set(Object.values(runner.remembered))).toEqual(new Set(['']))
})

test('state is not needed with cleanup: false', async () => {
  const { failure, runner } = await handed({ ...BOTH, cleanup: false }, ({ runner: own }) => {
    own.remember = () => ({ ok: false, failure: FULL })
    own.rememberVariables = () => ({ ok: false, failure: FULL })
  })
  expect(failure).toBeUndefined()
  expect(runner.exported).toEqual({ ...VARIABLES, AWS_PROFILE: 'deploy' })
})

test.each([
  [true, UNSET],
  [false, undefined],
])('no file for outputs at all, output-credentials: %j', async (outputCredentials, expected) => {
  const { failure } = await handed({ outputCredentials }, ({ runner: own }) => {
    own.setOutputs = () => ({ ok: false, failure: UNSET })
  })
  expect(failure).toEqual(expected)
})
