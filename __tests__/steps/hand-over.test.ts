// The last step: what the job gets, in which order it is noted and written, and that a failure leaves nothing behind.
import { describe, expect, test } from '@jest/globals'
import type { Failure, Inputs } from '../../src/model.js'
import { handOver, jobVariables } from '../../src/steps/hand-over.js'
import { FakeWorld, granted } from '../fake-world.js'
import { KNOWN } from '../known.js'

const { session } = granted()

const VARIABLES = {
  AWS_ACCESS_KEY_ID: 'ASIAHUSH',
  AWS_SECRET_ACCESS_KEY: 'secret-hush',
  AWS_SESSION_TOKEN: 'session-hush',
  AWS_REGION: 'eu-west-1',
  AWS_DEFAULT_REGION: 'eu-west-1',
}

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
    remember(variables)
  }
  runner.exportVariables = (variables) => {
    order.push('export')
    return write(variables)
  }
  arrange(world)
  const known = { ...KNOWN, inputs: { ...(KNOWN.inputs as Inputs), ...change } }
  const failure = await handOver(world, known, session)
  return { runner, order, failure }
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

describe('an environment file that cannot be written', () => {
  test('is the failure, and nothing is said to be exported', async () => {
    const broken: Failure = { kind: 'file', path: '/env', what: 'x', code: 'ENOSPC' }
    const { failure, runner } = await handed({}, ({ runner: own }) => {
      own.exportVariables = () => ({ ok: false, failure: broken })
    })
    expect(failure).toEqual(broken)
    expect(runner.lines).toEqual([])
  })

  test('takes back the profile that was written before it', async () => {
    const broken: Failure = { kind: 'file', path: '/env', what: 'x', code: 'ENOSPC' }
    let files = new Map<string, string>()
    const change = { awsProfile: 'deploy', outputEnvCredentials: true }
    await handed(change, (world) => {
      files = world.files.texts
      world.runner.exportVariables = () => ({ ok: false, failure: broken })
    })
    expect([...files]).toEqual([])
  })
})
