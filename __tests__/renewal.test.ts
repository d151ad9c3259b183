// A session for a tool: when the cached one will do, when a new one is fetched, and what is said when there is none.
import { beforeEach, describe, expect, test } from '@jest/globals'
import { KNOWN, NOW, RUN } from '../evidence/baseline.js'
import type { Inputs } from '../src/model.js'
import { processCredentials } from '../src/profile/process-credentials.js'
import { renewal } from '../src/renewal.js'
import { stateText } from '../src/steps/renewal-state.js'
import type { FakeRunnerSetup } from './fake-runner.js'
import { DENIED, FakeWorld, granted, signed } from './fake-world.js'

const STATE = '/temp/state.json'
const CACHE = '/temp/session.json'
const { session } = granted()

/** What is cached ends so many seconds from now. */
function cached(seconds: number, key = 'ASIACACHED'): string {
  const expiration = new Date((NOW + seconds) * 1000).toISOString()
  const facts = { ...session.facts, expiration }
  return processCredentials({ ...session, facts }, 0).replace('ASIAHUSH', key)
}

/** The deadline ends only where a test says so. */
const DEADLINE_MS = 40_000
let late = false

function worldWith(setup: FakeRunnerSetup = {}): FakeWorld {
  const made = new FakeWorld(setup)
  const { sleep } = made.clock
  made.clock.sleep = (ms) =>
    ms === DEADLINE_MS && !late ? new Promise(() => undefined) : sleep(ms)
  return made
}

let world = worldWith()
beforeEach(() => {
  late = false
  world = worldWith()
})

function laid(cache: string, inputs: Partial<Inputs> = {}): void {
  const all = { ...(KNOWN.inputs as Inputs), ...inputs }
  world.files.texts.set(STATE, stateText({ inputs: all, run: RUN, cache: CACHE }))
  world.files.texts.set(CACHE, cache)
}
const keyOf = (text: string | undefined): unknown =>
  (JSON.parse(text ?? '{}') as Record<string, unknown>)['AccessKeyId']
const said = (): string =>
  world.runner.annotations.map(({ title, message }) => `${title}\n${message}`).join('\n')

describe('the cached session', () => {
  test('is handed out while it lasts more than 5 minutes, and nobody is asked', async () => {
    laid(cached(301))
    expect(await renewal(world, STATE)).toBe(cached(301))
    expect(world.calls).toEqual([])
    expect(world.files.locks).toBe(0)
  })

  test.each([300, 10, -10])('is renewed %i s before its end', async (seconds) => {
    laid(cached(seconds))
    const text = await renewal(world, STATE)
    expect(keyOf(text)).toBe('ASIAHUSH')
    expect(world.files.texts.get(CACHE)).toBe(text)
    expect(world.signIns).toHaveLength(1)
    expect(world.files.locks).toBe(1)
  })

  test('that another process has renewed meanwhile is taken', async () => {
    laid(cached(10))
    world.privateFiles.alone = async (_path, work) => {
      world.files.texts.set(CACHE, cached(3600, 'ASIATHEIRS'))
      return work()
    }
    expect(keyOf(await renewal(world, STATE))).toBe('ASIATHEIRS')
    expect(world.calls).toEqual([])
  })

  test.each(['', '{"Version":1', 'null'])('that is %j is fetched anew', async (text) => {
    laid(text)
    expect(keyOf(await renewal(world, STATE))).toBe('ASIAHUSH')
  })

  test('is not made anew once the post step has removed the files of the profile', async () => {
    laid(cached(10))
    world.onSignIn = () => {
      world.privateFiles.remove([STATE, CACHE])
      return { ok: true, value: granted() }
    }
    expect(keyOf(await renewal(world, STATE))).toBe('ASIAHUSH')
    expect([...world.files.texts.keys()]).toEqual([])
  })

  test('that cannot be written is handed out all the same', async () => {
    laid(cached(10))
    world.files.full.add(CACHE)
    expect(keyOf(await renewal(world, STATE))).toBe('ASIAHUSH')
  })
})

describe('the new session', () => {
  test('is asked for as the first was', async () => {
    laid(cached(-1), {
      roleDurationSeconds: 900,
      roleSessionName: 'night',
      audience: 'me',
      stsEndpoint: 'https://sts.test',
      inlineSessionPolicy: '{}',
    })
    await renewal(world, STATE)
    expect(world.requests.find(({ peer }) => peer === 'token-service')?.url).toContain(
      'audience=me',
    )
    expect(world.signIns[0]).toMatchObject({
      durationSeconds: 900,
      roleSessionName: 'night',
      endpoint: 'https://sts.test',
      inlineSessionPolicy: '{}',
    })
  })

  test('of an account that is not allowed is not handed out', async () => {
    laid(cached(-1), { allowedAccountIds: ['999999999999'] })
    expect(await renewal(world, STATE)).toBeUndefined()
    expect(said()).toContain('account-not-allowed')
  })

  test('is handed out whatever the checks find beside it: the first step has judged that', async () => {
    laid(cached(-1), { trustPolicy: 'no-longer-there.json' })
    expect(keyOf(await renewal(world, STATE))).toBe('ASIAHUSH')
    expect(said()).toBe('')
  })

  test('keeps to a deadline, however long the step had', async () => {
    laid(cached(-1), { actionTimeoutSeconds: 0 })
    world.onSignIn = () => new Promise(() => undefined)
    late = true
    expect(await renewal(world, STATE)).toBeUndefined()
    expect(said()).toContain('deadline-exceeded')
  })
})

describe('no new session', () => {
  test('is explained in the words of the cause, and fails', async () => {
    laid(cached(-1))
    world.onSignIn = () => ({ ok: false, failure: DENIED })
    expect(await renewal(world, STATE)).toBeUndefined()
    expect(said()).toMatch(/^role-not-assumable: /)
    expect(world.runner.failed).toBe(true)
  })

  test('but the old one still lasts: it is handed out, and the reason said', async () => {
    laid(cached(120))
    world.onSignIn = () => ({ ok: false, failure: DENIED })
    expect(keyOf(await renewal(world, STATE))).toBe('ASIACACHED')
    expect(said()).toContain('role-not-assumable')
    expect(world.runner.failed).toBe(false)
  })

  test.each([
    ['both', {}, ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN']],
    [
      'one',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' },
      ['`ACTIONS_ID_TOKEN_REQUEST_TOKEN` is not set'],
    ],
  ])('because the job’s environment is missing: %s', async (_which, env, names) => {
    const none = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }
    world = worldWith({ env: { ...none, ...env } })
    laid(cached(-1))
    expect(await renewal(world, STATE)).toBeUndefined()
    for (const name of names) expect(said()).toContain(name)
    expect(said()).toContain('docker run -e ACTIONS_ID_TOKEN_REQUEST_URL')
    expect(said()).toContain('id-token: write')
    expect(world.calls).toEqual([])
    expect(world.runner.failed).toBe(true)
  })

  test.each([
    ['is gone', undefined],
    ['is no state', '{"version":2}'],
    ['is no JSON', 'x'],
  ])('because the state %s', async (_what, text) => {
    if (text !== undefined) world.files.texts.set(STATE, text)
    expect(await renewal(world, STATE)).toBeUndefined()
    expect(said()).toContain(`\`${STATE}\``)
    expect(said()).toContain('overwrite-aws-profile: true')
    expect(world.runner.failed).toBe(true)
  })
})

test('a token from a file needs no variables of the job', async () => {
  const none = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }
  world = worldWith({ env: none, files: { '/token': await signed() } })
  laid(cached(-1), { webIdentityTokenFile: '/token' })
  expect(keyOf(await renewal(world, STATE))).toBe('ASIAHUSH')
})
