// The built action as the runner starts it: what a user sees, what later steps get, and that no secret is anywhere else.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Played, play, readVariables, runEntry } from '../sandbox/play.js'
import type { Scenario } from '../sandbox/scenario.js'
import { READY, SCENARIOS } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'
import { leftBehind, normalised, written } from './shown.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const scenario = (id: string): Scenario => SCENARIOS.find((row) => row.id === id) ?? READY
const signIns = (): number => on.log().filter(({ peer }) => peer === 'sts').length

const ONCE = { 'INPUT_DISABLE-RETRY': 'true' }
const CREDENTIALS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
const EXPORTED = [...CREDENTIALS, 'AWS_REGION', 'AWS_DEFAULT_REGION']

describe('a good run', () => {
  let green: Played
  beforeAll(async () => {
    green = await play(on, READY)
  })

  test('exits 0 without a word on stderr, after one call of STS', () => {
    expect(green).toMatchObject({ exit: 0, stderr: '', causes: [] })
    expect(green.log.annotations).toEqual([])
    expect(signIns()).toBe(1)
  })

  test('exports the session and the region to the job, and nothing else', () => {
    expect(Object.keys(green.exported)).toEqual(EXPORTED)
    expect(green.exported).toMatchObject({
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA/),
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    })
  })

  test('masks the request token, the token with its three segments, and the credentials, before their next line', () => {
    expect(green.log.masks).toHaveLength(8)
    expect(green.log.masks).toEqual(
      expect.arrayContaining([on.requestToken, ...CREDENTIALS.map((name) => green.exported[name])]),
    )
  })

  test('leaves outputs that tell of the session without its credentials', () => {
    expect(JSON.parse(normalised(JSON.stringify(green.outputs)))).toMatchSnapshot()
  })

  test('shows this log and this summary', () => {
    expect(normalised(green.stdout)).toMatchSnapshot('log')
    expect(normalised(green.summary)).toMatchSnapshot('summary')
  })
})

test('only variables of the runner are needed: nothing else is read from the environment', async () => {
  const needed = /^(INPUT_|GITHUB_|RUNNER_|ACTIONS_|NODE_EXTRA_CA_CERTS$)/
  await on.reset()
  const environment = Object.entries(on.environment()).filter(([name]) => needed.test(name))
  const ran = await runEntry('main', Object.fromEntries(environment))
  expect(ran).toMatchObject({ exit: 0, stderr: '' })
  expect(ran.stdout).toContain('Ready: nothing was found')
})

test('output-credentials gives the credentials as outputs too, and masks them as before', async () => {
  const variables = { 'INPUT_OUTPUT-CREDENTIALS': 'true' }
  const { outputs, exported, log } = await play(on, { ...READY, variables })
  const given = ['aws-access-key-id', 'aws-secret-access-key', 'aws-session-token']
  expect(given.map((name) => outputs[name])).toEqual(CREDENTIALS.map((name) => exported[name]))
  expect(log.masks).toEqual(expect.arrayContaining(Object.values(exported).slice(0, 3)))
})

test('output-env-credentials: false signs in and exports nothing', async () => {
  const variables = { 'INPUT_OUTPUT-ENV-CREDENTIALS': 'false' }
  const { exit, exported, outputs } = await play(on, { ...READY, variables })
  expect({ exit, exported }).toEqual({ exit: 0, exported: {} })
  expect(outputs).toMatchObject({ ready: 'true', 'aws-account-id': '111122223333' })
})

test('mask-aws-account-id hides the account in all that is shown', async () => {
  const variables = { 'INPUT_MASK-AWS-ACCOUNT-ID': 'true' }
  const { stdout, summary, report } = await play(on, { ...READY, variables })
  expect(written(stdout)).toContain('Ready')
  for (const shown of [written(stdout), summary, report])
    expect(shown).not.toContain('111122223333')
})

describe('AccessDenied', () => {
  let denied: Played
  beforeAll(async () => {
    denied = await play(on, scenario('role-not-assumable'))
  })

  test('is not tried again, exits 1 and exports nothing', () => {
    expect(signIns()).toBe(1)
    expect(denied).toMatchObject({ exit: 1, stderr: '', exported: {} })
    expect(readFileSync(denied.environment['GITHUB_ENV'] ?? '', 'utf8')).toBe('')
  })

  test('is one annotation, with its page', () => {
    expect(denied.log.annotations).toHaveLength(1)
    expect(denied.log.annotations[0]).toMatchObject({
      severity: 'error',
      message: expect.stringMatching(/\nhttps:\/\/github\.com\/\S+\/docs\/causes\/\S+\.md$/),
    })
  })

  test('shows this log and this summary', () => {
    // The run does not wait for the issuer then: what it had seen of it by that moment is a matter of milliseconds.
    const sure = (text: string): string =>
      normalised(text).replaceAll(/^(Issuer:|\| \S+ \| Issuer \|).*\n/gmu, '')
    expect(sure(denied.stdout)).toMatchSnapshot('log')
    expect(sure(denied.summary)).toMatchSnapshot('summary')
  })
})

test('keys that may not be cached: signed in, with one warning', async () => {
  const { exit, exported, log, causes, stdout } = await play(on, scenario('jwks-not-cacheable'))
  expect({ exit, causes }).toEqual({ exit: 0, causes: ['jwks-not-cacheable'] })
  expect(log.annotations.map(({ severity }) => severity)).toEqual(['warning'])
  expect(Object.keys(exported)).toEqual(EXPORTED)
  expect(normalised(stdout)).toMatchSnapshot()
})

test('fail-on: warning fails the same run, and exports nothing', async () => {
  const row = scenario('jwks-not-cacheable')
  const { exit, exported, outputs } = await play(on, {
    ...row,
    variables: { 'INPUT_FAIL-ON': 'warning' },
  })
  expect({ exit, exported }).toEqual({ exit: 1, exported: {} })
  expect(outputs).not.toHaveProperty('aws-account-id')
})

test.each([
  [
    'credentials as outputs',
    { 'INPUT_OUTPUT-CREDENTIALS': 'true', 'INPUT_OUTPUT-ENV-CREDENTIALS': 'false' },
  ],
  ['variables', {}],
  ['a preflight only', { 'INPUT_OUTPUT-ENV-CREDENTIALS': 'false' }],
])(
  'outputs that cannot be written fail the step, and nothing is exported: %s',
  async (_what, asked) => {
    const variables = { ...asked, GITHUB_OUTPUT: 'gone/output' }
    const { exit, exported, log } = await play(on, { ...READY, variables })
    expect({ exit, exported }).toEqual({ exit: 1, exported: {} })
    expect(log.annotations).toMatchObject([
      { properties: { title: expect.stringMatching(/^runner-file-unwritable: /) } },
    ])
    expect(log.annotations[0]?.message).toContain(
      'since there is no such file or folder\nfile   gone/output\nerror  ENOENT',
    )
  },
)

describe('the post step', () => {
  const BEFORE = { AWS_ACCESS_KEY_ID: 'AKIAOLDKEYOFTHEJOB00', AWS_REGION: 'us-east-1' }

  /** The post step's environment: the job's as the main step left it, and the main step's state. */
  async function afterMain(inputs: Record<string, string> = {}) {
    const { environment, exported } = await play(on, {
      ...READY,
      variables: { ...BEFORE, ...inputs },
    })
    const state = readVariables(readFileSync(environment['GITHUB_STATE'] ?? '', 'utf8'))
    const states = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
    return { ...environment, ...exported, ...(Object.fromEntries(states) as object) } as Record<
      string,
      string
    >
  }
  const whole = (environment: Record<string, string>) =>
    readFileSync(environment['GITHUB_ENV'] ?? '', 'utf8')

  test('puts back what the job had, and empties what it had not', async () => {
    const environment = await afterMain()
    const ours = whole(environment)
    const ran = await runEntry('post', environment)
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(ran.stdout).toBe(`Put back as they were before: ${EXPORTED.join(', ')}\n`)
    expect(readVariables(whole(environment).slice(ours.length))).toEqual({
      AWS_ACCESS_KEY_ID: BEFORE.AWS_ACCESS_KEY_ID,
      AWS_SECRET_ACCESS_KEY: '',
      AWS_SESSION_TOKEN: '',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: '',
    })
  })

  test('leaves alone what a later step has set', async () => {
    const environment = { ...(await afterMain()), AWS_REGION: 'ap-southeast-2' }
    const ran = await runEntry('post', environment)
    expect(ran.stdout).not.toMatch(/AWS_REGION/)
    expect(ran.stdout).toMatch(/AWS_ACCESS_KEY_ID/)
  })

  test('has nothing to do with cleanup: false, or where nothing was exported', async () => {
    const quiet = { exit: 0, stdout: '', stderr: '' }
    expect(await runEntry('post', await afterMain({ INPUT_CLEANUP: 'false' }))).toMatchObject(quiet)
    const { environment } = await play(on, scenario('role-not-assumable'))
    expect(await runEntry('post', environment)).toMatchObject(quiet)
  })

  test('warns and never fails: a state that nobody can read', async () => {
    const environment = { ...(await afterMain()), STATE_variables: '{"AWS' }
    const ran = await runEntry('post', environment)
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^::warning title=.*could not be put back/)
  })

  test('prints no value where there is no file to put it in', async () => {
    const { GITHUB_ENV: _gone, ...environment } = await afterMain()
    const ran = await runEntry('post', environment)
    expect(ran).toMatchObject({ exit: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^::warning title=.*could not be put back.*::.*GITHUB_ENV.*\n$/)
    expect(ran.stdout).not.toContain(BEFORE.AWS_ACCESS_KEY_ID)
  })
})

describe('secrets', () => {
  /** The token is made here, so that what to look for does not come from what the action says. */
  const cases: [string, (token: string) => Scenario][] = [
    ['a good run', () => READY],
    ['credentials as outputs not asked for, a warning', () => scenario('jwks-not-cacheable')],
    ['AccessDenied', () => scenario('role-not-assumable')],
    ['an account that is not on the list', () => scenario('account-not-allowed')],
    ['keys that cannot be retrieved', () => scenario('provider-keys-unretrievable')],
    ['an environment file that is not there', () => scenario('runner-file-unwritable')],
    [
      'a page in place of STS that says the token',
      (token) => ({
        ...READY,
        faults: { sts: { status: 502, body: `<p>${token}</p>` } },
        variables: ONCE,
      }),
    ],
    [
      'an error of STS that says the token',
      (token) => ({
        ...READY,
        faults: { sts: { error: { status: 400, code: 'Odd', message: `bad: ${token}` } } },
      }),
    ],
    [
      'an issuer that says the token',
      (token) => ({
        ...READY,
        faults: { discovery: { status: 500, body: token } },
        variables: ONCE,
      }),
    ],
    [
      'STS cut off in the middle of the credentials',
      () => ({
        ...READY,
        faults: { sts: { cut: true } },
        variables: ONCE,
      }),
    ],
  ]

  test.each(cases)('stand in nothing but masks and the job: %s', async (_what, row) => {
    await on.reset()
    const token = on.mint()
    const { faults, ...rest } = row(token)
    const played = await play(on, {
      ...rest,
      faults: { ...(faults as object), token: { rawToken: token } },
    })
    const left = leftBehind(played)
    expect(left.length).toBeGreaterThan(500)
    const [, ...segments] = token.split('.')
    for (const secret of [on.requestToken, token, ...segments]) expect(left).not.toContain(secret)
    for (const secret of CREDENTIALS.flatMap((name) => played.exported[name] ?? []))
      expect(left).not.toContain(secret)
    // In the form in which AWS, and the street, give them out, for runs that export none.
    expect(left).not.toMatch(/ASIA[A-Z\d]{16}|IQoJb3JpZ2lu/)
  })

  test('a token service that answers 200 with the token under another name quotes nothing', async () => {
    const token = on.mint()
    const played = await play(on, {
      ...READY,
      faults: { token: { body: JSON.stringify({ token, note: on.requestToken }) } },
      variables: ONCE,
    })
    expect(played).toMatchObject({ exit: 1, exported: {} })
    const left = leftBehind(played)
    for (const secret of [token, ...token.split('.'), on.requestToken])
      expect(left).not.toContain(secret)
  })
})

describe('text from outside cannot speak to the runner', () => {
  const EVIL =
    'a\n::set-env name=EVIL::1\r\n::error::boo\n##[error]boo\n  ::add-path::/evil\n::stop-commands::x\n##vso[task.setvariable]1'
  const cases: [string, Scenario][] = [
    ['the subject', { ...READY, faults: { token: { claims: { sub: EVIL, environment: EVIL } } } }],
    ['the audience', { ...READY, faults: { token: { claims: { aud: EVIL } } } }],
    ['the key id', { ...READY, faults: { token: { header: { kid: EVIL } } } }],
    ['the token service', { ...READY, faults: { token: { status: 403, body: EVIL } } }],
    ['the discovery document', { ...READY, faults: { discovery: { body: EVIL } } }],
    [
      'fields of the discovery document',
      {
        ...READY,
        faults: { discovery: { body: JSON.stringify({ issuer: EVIL, jwks_uri: EVIL }) } },
      },
    ],
    [
      'the keys',
      { ...READY, setUp: (at) => at.setJwks({ keys: [{ kty: EVIL, kid: EVIL, use: EVIL }] }) },
    ],
    [
      'headers of the keys',
      { ...READY, faults: { jwks: { headers: { 'cache-control': 'no-cache ##[error]boo' } } } },
    ],
    [
      'the message of STS',
      { ...READY, faults: { sts: { error: { status: 400, code: 'Odd', message: EVIL } } } },
    ],
    ['a page in place of STS', { ...READY, faults: { sts: { status: 500, body: EVIL } } }],
    ['an input', { ...READY, variables: { 'INPUT_FAIL-ON': EVIL, 'INPUT_AWS-REGION': EVIL } }],
  ]

  test.each(cases)('%s', async (_where, row) => {
    const played = await play(on, {
      ...row,
      variables: { ...ONCE, ...(row.variables as object) },
    })
    const commands = played.stdout.split('\n').filter((line) => /^\s*::/.test(line))
    for (const command of commands)
      expect(command).toMatch(/^::(add-mask|error|warning|notice|debug)[ :]/)
    expect(played.stdout).not.toContain('##[')
    expect(played.stdout).not.toMatch(/^\s*##/m)
    expect(played.log.annotations.map(({ message }) => message)).not.toContain('boo')
    expect(Object.keys(played.exported).filter((name) => !EXPORTED.includes(name))).toEqual([])
    expect(played.stderr).toBe('')
    expect([0, 1]).toContain(played.exit)
  })
})
