// The whole run on fakes: what starts when, what waits for what, and that nothing is exported from a run that fails.
import { describe, expect, test } from '@jest/globals'
import { CHECKS } from '../src/checks/index.js'
import type { Failure, Report } from '../src/model.js'
import { crashReport, type Preflight, preflight } from '../src/preflight.js'
import { publish } from '../src/publish.js'
import { findingLines } from '../src/report/plain.js'
import { knowledge } from '../src/run/knowledge.js'
import { unwritable } from './fake-files.js'
import {
  DENIED,
  FakeWorld,
  ISSUER,
  idle,
  publicKeys,
  REQUEST_TOKEN,
  refused,
  signed,
  until,
} from './fake-world.js'

const NO_CACHE = { 'cache-control': 'no-cache' }
const idsOf = ({ report }: Pick<Preflight, 'report'>): string[] =>
  report.findings.map(({ id }) => id)

const notCacheable = (world: FakeWorld): FakeWorld => {
  world.replies.jwks = async () => ({ body: await publicKeys(), headers: NO_CACHE })
  return world
}

test.each([
  ['https://minio.example.com', true],
  ['https://sts.eu-west-1.amazonaws.com', false],
  ['', false],
])('sts-endpoint %j lets an issuer be next door: %s', async (endpoint, linkLocal) => {
  const world = new FakeWorld({ inputs: { 'sts-endpoint': endpoint } })
  await preflight(world)
  expect(world.linkLocal).toBe(linkLocal)
})

describe('an issuer with an internal name', () => {
  const SERVER = 'https://ghes.corp.internal'
  const iss = `${SERVER}/_services/token`
  const KEY = refused(
    'InvalidIdentityToken',
    "Couldn't retrieve verification key from your identity provider",
  )
  const runAt = async (inputs: Record<string, string>): Promise<FakeWorld> => {
    const world = new FakeWorld({ env: { GITHUB_SERVER_URL: SERVER }, inputs })
    world.replies['token-service'] = async () => ({ body: { value: await signed({ iss }) } })
    world.onSignIn = () => ({ ok: false, failure: KEY })
    return world
  }

  test('is told by its name alone: nothing is asked of it, though its DNS hangs', async () => {
    const world = await runAt({})
    world.hold('discovery')
    const done = await preflight(world)
    expect(idsOf(done)).toEqual(['issuer-private-address'])
    expect(world.calls).not.toContain('discovery')
    const said = done.report.findings.flatMap(findingLines).join('\n')
    expect(said).toContain('Give the issuer a public host name')
    expect(said).not.toContain('create-open-id-connect-provider')
  })

  test('is checked where another STS may be next door', async () => {
    const world = await runAt({ 'sts-endpoint': 'https://sts.corp.internal' })
    const done = await preflight(world)
    expect(world.calls).toContain('discovery')
    expect(idsOf(done)).not.toContain('issuer-private-address')
  })

  test('is looked at for a person who asks for just that', async () => {
    const issuer = { 'role-to-assume': 'none', issuer: 'https://idp.corp.internal' }
    const world = new FakeWorld({ env: { GITHUB_ACTIONS: '' }, inputs: issuer })
    const done = await preflight(world)
    expect(world.calls).toEqual(['discovery', 'jwks'])
    expect(idsOf(done)).toContain('issuer-private-address')
  })
})

describe('what starts when', () => {
  test('token, discovery and the connection to STS, before any of them has answered', async () => {
    const world = new FakeWorld()
    const letToken = world.hold('token-service')
    const letIssuer = world.hold('discovery')
    const run = preflight(world)
    await idle()
    expect([...world.calls].sort()).toEqual([
      'discovery',
      'preconnect https://sts.eu-west-1.amazonaws.com',
      'token-service',
    ])
    letToken()
    letIssuer()
    expect(idsOf(await run)).toEqual([])
  })

  test('STS is asked as soon as the token is there: it does not wait for the issuer', async () => {
    const world = new FakeWorld()
    const letIssuer = world.hold('discovery')
    const run = preflight(world)
    await until(() => world.calls.includes('sts'))
    expect(world.calls).not.toContain('jwks')
    letIssuer()
    expect((await run).report.ready).toBe(true)
  })

  test('a green run is one token, one sign-in, two documents, and no wait', async () => {
    const world = new FakeWorld()
    const { report, session } = await preflight(world)
    expect(report).toMatchObject({ ready: true, failed: false, findings: [] })
    expect(session?.facts.account).toBe('111122223333')
    expect([...world.calls].sort()).toEqual([
      'discovery',
      'jwks',
      'preconnect https://sts.eu-west-1.amazonaws.com',
      'sts',
      'token-service',
    ])
    expect(world.clock.slept).toEqual([])
    expect(report.known.signature).toBe('valid')
  })

  test('a token that names another issuer: that one is looked at in place of the first', async () => {
    const world = new FakeWorld()
    const other = 'https://token.actions.githubusercontent.com/octo-enterprise'
    world.replies['token-service'] = async () => ({ body: { value: await signed({ iss: other }) } })
    const { report } = await preflight(world)
    expect(world.requests.filter(({ peer }) => peer === 'discovery').map(({ url }) => url)).toEqual(
      [`${ISSUER}/.well-known/openid-configuration`, `${other}/.well-known/openid-configuration`],
    )
    expect(report.known.issuer?.url).toBe(other)
  })

  test('a token from a file names its own issuer: none is asked ahead of it', async () => {
    const file = await signed({ iss: 'https://issuer.example.com' })
    const inputs = { 'web-identity-token-file': 'token.jwt' }
    const world = new FakeWorld({ inputs, files: { 'token.jwt': file } })
    await preflight(world)
    expect(world.requests[0]?.url).toBe(
      'https://issuer.example.com/.well-known/openid-configuration',
    )
    expect(world.calls).not.toContain('token-service')
  })

  test('bad inputs make no call at all, and tell of all that is bad', async () => {
    const inputs = { 'aws-region': '', 'fail-on': 'errors', 'role-duration-seconds': '1h' }
    const world = new FakeWorld({ inputs })
    const { report } = await preflight(world)
    expect(world.calls).toEqual([])
    expect(report).toMatchObject({ ready: false, failed: true })
    expect(idsOf({ report })).toEqual(['input-invalid'])
    expect(report.findings[0]?.evidence[0]).toMatchObject({ problems: { length: 3 } })
  })

  test('without a role, token and issuer are looked at and STS is left alone', async () => {
    const world = new FakeWorld({ inputs: { 'role-to-assume': 'none' } })
    const { report, session } = await preflight(world)
    expect(report).toMatchObject({ ready: true, findings: [] })
    expect(session).toBeUndefined()
    expect([...world.calls].sort()).toEqual(['discovery', 'jwks', 'token-service'])
    expect(world.runner.exported).toEqual({})
  })

  test('a role that came out empty fails the step before anything is asked, whatever fail-on says', async () => {
    const world = new FakeWorld({ inputs: { 'role-to-assume': '', 'fail-on': 'never' } })
    const { report } = await preflight(world)
    expect(world.calls).toEqual([])
    expect(report).toMatchObject({ ready: false, failed: true })
    expect(idsOf({ report })).toEqual(['role-input-empty'])
  })

  test('passed on empty by a composite action, it is a warning, and the issuer is checked', async () => {
    const world = new FakeWorld({
      inputs: { 'role-to-assume': '' },
      env: { GITHUB_ACTION_PATH: '/workspace/login' },
    })
    const { report, session } = await preflight(world)
    expect(report).toMatchObject({ ready: true, failed: false })
    expect(report.findings).toMatchObject([{ id: 'role-input-empty', severity: 'warning' }])
    expect(session).toBeUndefined()
    expect([...world.calls].sort()).toEqual(['discovery', 'jwks', 'token-service'])
  })

  test('off the runner, with an issuer and no role: only the issuer is looked at', async () => {
    const world = new FakeWorld({
      inputs: { 'role-to-assume': 'none', issuer: 'https://issuer.example.com' },
      env: {
        GITHUB_ACTIONS: '',
        ACTIONS_ID_TOKEN_REQUEST_URL: '',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
      },
    })
    const { report } = await preflight(world)
    expect(world.calls).toEqual(['discovery', 'jwks'])
    expect(idsOf({ report })).not.toContain('token-not-on-runner')
    expect(report.known.issuer?.url).toBe('https://issuer.example.com')
  })

  test('no token, but an issuer that was named: it is looked at all the same', async () => {
    const world = new FakeWorld({
      inputs: { issuer: 'https://issuer.example.com' },
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
    })
    const { report } = await preflight(world)
    expect(idsOf({ report })[0]).toBe('token-permission-missing')
    expect(report.known.issuer?.url).toBe('https://issuer.example.com')
    expect(world.calls).not.toContain('sts')
  })
})

describe('nothing is exported, and no session handed on', () => {
  async function expectNothing(world: FakeWorld): Promise<Preflight> {
    const done = await preflight(world)
    expect(world.runner.exported).toEqual({})
    expect(world.runner.remembered).toEqual({})
    expect(done.session).toBeUndefined()
    await publish(world, done)
    for (const name of ['aws-account-id', 'authenticated-arn', 'aws-access-key-id'])
      expect(world.runner.outputs).not.toHaveProperty(name)
    return done
  }

  test('when STS refuses', async () => {
    const world = new FakeWorld()
    world.onSignIn = () => ({ ok: false, failure: DENIED })
    expect((await expectNothing(world)).report).toMatchObject({ ready: false, failed: true })
    expect(world.signIns).toHaveLength(1)
  })

  test('when the token does not come', async () => {
    const world = new FakeWorld({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: '' } })
    await expectNothing(world)
    expect(world.runner.failed).toBe(true)
  })

  test('when the account is not on the list, though STS signed in', async () => {
    const world = new FakeWorld({ inputs: { 'allowed-account-ids': '444455556666' } })
    const { report } = await expectNothing(world)
    expect(idsOf({ report })).toEqual(['account-not-allowed'])
    expect(world.signIns).toHaveLength(1)
  })

  test('on fail-on: warning, with a warning', async () => {
    const world = notCacheable(new FakeWorld({ inputs: { 'fail-on': 'warning' } }))
    const { report } = await expectNothing(world)
    expect(report).toMatchObject({ ready: true, failed: true })
    expect(idsOf({ report })).toEqual(['jwks-not-cacheable'])
  })

  test('on fail-on: never, with an error: the step passes and says that it is not ready', async () => {
    const world = new FakeWorld({ inputs: { 'fail-on': 'never' } })
    world.onSignIn = () => ({ ok: false, failure: DENIED })
    const { report } = await expectNothing(world)
    expect(report).toMatchObject({ ready: false, failed: false })
    expect(world.runner.failed).toBe(false)
    expect(world.runner.outputs).toMatchObject({ ready: 'false' })
  })

  test('when claims are not as expected: STS is not even asked', async () => {
    const world = new FakeWorld({ inputs: { 'expected-claims': 'environment: production' } })
    const { report } = await expectNothing(world)
    expect(idsOf({ report })).toEqual(['claim-not-expected'])
    expect(world.calls).not.toContain('sts')
  })

  test('when the environment file cannot be written: what was signed in goes no further', async () => {
    const world = new FakeWorld()
    const failure = unwritable('/env', 'env')
    world.runner.exportVariables = () => ({ ok: false, failure })
    const done = await preflight(world)
    expect(done.session).toBeUndefined()
    expect(idsOf(done)).toEqual(['runner-file-unwritable'])
  })

  test('when the deadline comes first: the run ends with what was under way', async () => {
    const world = new FakeWorld()
    const letSts = world.hold('sts')
    const run = preflight(world)
    await until(() => world.calls.includes('sts'))
    await idle()
    world.clock.pass(300_000)
    const done = await run
    expect(idsOf(done)[0]).toBe('deadline-exceeded')
    expect(done.report.findings[0]?.evidence[0]).toMatchObject({
      kind: 'deadline',
      seconds: 300,
      running: [{ of: 'sts', attempt: 1 }],
    })
    expect(done.session).toBeUndefined()
    // The answer comes after all: too late to be exported, or to be told.
    const told = [...world.runner.lines]
    letSts()
    await idle()
    expect(world.runner.exported).toEqual({})
    expect(world.runner.lines).toEqual(told)
    expect(done.report.failed).toBe(true)
  })

  test('when the deadline comes after an attempt: the run ends with how that one failed', async () => {
    const world = new FakeWorld()
    world.onSignIn = () => {
      world.hold('sts')
      return { ok: false, failure: refused('Throttling', 'Rate exceeded') }
    }
    const run = preflight(world)
    await until(() => world.calls.filter((call) => call === 'sts').length === 2)
    await idle()
    world.clock.pass(300_000)
    expect((await run).report.findings[0]?.evidence[0]).toEqual({
      kind: 'deadline',
      seconds: 300,
      running: [{ of: 'sts', attempt: 2 }],
      last: { cause: 'sts-throttled', failure: refused('Throttling', 'Rate exceeded') },
    })
  })
})

test('a warning of the report file under fail-on: warning keeps the session from the job', async () => {
  const world = new FakeWorld({ inputs: { 'fail-on': 'warning' } })
  const failure: Failure = {
    kind: 'file',
    path: '/x',
    file: 'report',
    reason: 'os',
    errno: 'EACCES',
  }
  world.runner.writeFile = () => ({ ok: false, failure })
  const done = await preflight(world)
  expect(idsOf(done)).toEqual(['runner-file-unwritable'])
  expect(done.report.failed).toBe(true)
  expect(done.session).toBeUndefined()
  expect(world.runner.exported).toEqual({})
})

describe('what is exported', () => {
  test('the session and the region, after the state for the post step', async () => {
    const world = new FakeWorld()
    const done = await preflight(world)
    expect(world.runner.exported).toEqual({
      AWS_ACCESS_KEY_ID: 'ASIAHUSH',
      AWS_SECRET_ACCESS_KEY: 'secret-hush',
      AWS_SESSION_TOKEN: 'session-hush',
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    })
    expect(Object.keys(world.runner.remembered)).toEqual(Object.keys(world.runner.exported))
    expect(done.session).toBeDefined()
  })

  test('with a warning, under the usual fail-on', async () => {
    const world = notCacheable(new FakeWorld())
    const { report } = await preflight(world)
    expect(report).toMatchObject({ ready: true, failed: false })
    expect(world.runner.exported).toMatchObject({ AWS_REGION: 'eu-west-1' })
  })

  test('nothing with output-env-credentials: false, and the session is handed on', async () => {
    const world = new FakeWorld({ inputs: { 'output-env-credentials': 'false' } })
    const { session } = await preflight(world)
    expect(world.runner.exported).toEqual({})
    expect(session).toBeDefined()
  })

  test('an account on the list', async () => {
    const inputs = { 'allowed-account-ids': '444455556666, 111122223333' }
    const world = new FakeWorld({ inputs })
    expect((await preflight(world)).report.ready).toBe(true)
    expect(world.runner.exported).toHaveProperty('AWS_ACCESS_KEY_ID')
  })
})

test('the account is masked before the first line, where that is asked for', async () => {
  const world = new FakeWorld({ inputs: { 'mask-aws-account-id': 'true' } })
  const said: number[] = []
  world.runner.info = () => {
    said.push(world.runner.masked.indexOf('111122223333'))
  }
  await preflight(world)
  expect(said.length).toBeGreaterThan(0)
  expect(said.every((at) => at >= 0)).toBe(true)
})

test('a sign-in that was tried again is a notice, with every attempt', async () => {
  const world = new FakeWorld()
  const { onSignIn } = world
  world.onSignIn = (request, n) =>
    n === 1 ? { ok: false, failure: refused('Throttling', 'Rate exceeded') } : onSignIn(request, n)
  const { report } = await preflight(world)
  expect(report).toMatchObject({ ready: true, failed: false })
  expect(idsOf({ report })).toEqual(['sts-retried'])
  expect(world.clock.slept).toHaveLength(1)
})

test('a token that STS finds expired is fetched anew for the next try', async () => {
  const world = new FakeWorld()
  const { onSignIn } = world
  world.onSignIn = (request, n) =>
    n === 1
      ? {
          ok: false,
          failure: refused(
            'ExpiredTokenException',
            'Token expired: current date/time 2 must be before the expiration date/time 1',
          ),
        }
      : onSignIn(request, n)
  const { report } = await preflight(world)
  expect(world.calls.filter((call) => call === 'token-service')).toHaveLength(2)
  expect(report.ready).toBe(true)
})

test('the region of a fallback is where STS is asked, and the region of the job is what is exported', async () => {
  const world = new FakeWorld({ inputs: { 'fallback-regions': 'eu-central-1' } })
  const { onSignIn } = world
  world.onSignIn = (request, n) =>
    request.region === 'eu-west-1'
      ? { ok: false, failure: refused('RegionDisabledException', 'not activated', 403) }
      : onSignIn(request, n)
  const { report } = await preflight(world)
  expect(world.signIns.map(({ endpoint }) => endpoint)).toEqual([
    'https://sts.eu-west-1.amazonaws.com',
    'https://sts.eu-central-1.amazonaws.com',
  ])
  expect(idsOf({ report })).toContain('region-fallback-used')
  expect(report.findings.flatMap(({ evidence }) => evidence)).toContainEqual({
    kind: 'region-fallback',
    region: 'eu-west-1',
    used: 'eu-central-1',
    cause: 'sts-region-disabled',
    failure: refused('RegionDisabledException', 'not activated', 403),
  })
  expect(world.runner.exported).toMatchObject({ AWS_REGION: 'eu-west-1' })
})

test('the region itself among its fallbacks is no other region', async () => {
  const world = new FakeWorld({
    inputs: { 'fallback-regions': 'eu-west-1', 'disable-retry': 'true' },
  })
  const { onSignIn } = world
  world.onSignIn = (request, n) =>
    n === 1
      ? { ok: false, failure: refused('RegionDisabledException', 'not activated', 403) }
      : onSignIn(request, n)
  const { report } = await preflight(world)
  expect(report.ready).toBe(true)
  expect(idsOf({ report })).not.toContain('region-fallback-used')
})

describe('a trust policy that cannot be read', () => {
  const gone = { 'trust-policy': 'gone.json' }
  const severityIn = ({ report }: { report: Report }) =>
    report.findings.find(({ id }) => id === 'trust-policy-unreadable')?.severity

  test('breaks no sign-in: it is a warning, and all is exported', async () => {
    const world = new FakeWorld({ inputs: gone })
    const { report } = await preflight(world)
    expect(severityIn({ report })).toBe('warning')
    expect(report).toMatchObject({ ready: true, failed: false })
    expect(world.signIns).toHaveLength(1)
    expect(world.runner.exported).toHaveProperty('AWS_SESSION_TOKEN')
  })

  test('fails the step with `fail-on: warning`, and nothing is exported', async () => {
    const world = new FakeWorld({ inputs: { ...gone, 'fail-on': 'warning' } })
    const { report } = await preflight(world)
    expect(report).toMatchObject({ ready: true, failed: true })
    expect(world.runner.exported).toEqual({})
  })

  test('is an error if STS refused, and if it was not asked', async () => {
    const refusing = new FakeWorld({ inputs: { ...gone, 'disable-retry': 'true' } })
    refusing.onSignIn = () => ({ ok: false, failure: refused('AccessDenied', 'no', 403) })
    for (const world of [
      refusing,
      new FakeWorld({ inputs: { ...gone, 'role-to-assume': 'none' } }),
    ]) {
      const { report } = await preflight(world)
      expect(severityIn({ report })).toBe('error')
      expect(report).toMatchObject({ ready: false, failed: true })
    }
  })
})

describe('a throw', () => {
  test('inside becomes a finding that says so, without the stack, which is for debug', async () => {
    const world = new FakeWorld()
    const thrown = new TypeError('x is not a function')
    const done = await crashReport(world, thrown)
    await publish(world, done)
    const { annotations, summary, written, debugged, failed } = world.runner
    expect(done.report).toMatchObject({ ready: false, failed: true })
    expect(done.report.findings[0]?.evidence).toEqual([{ kind: 'bug', message: thrown.message }])
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.message).toContain('x is not a function')
    for (const text of [JSON.stringify(annotations), summary, JSON.stringify(written)])
      expect(text).not.toMatch(/\bat .*\.ts/)
    expect(debugged.join('\n')).toContain('preflight.test.ts')
    expect(failed).toBe(true)
  })

  test('is told in the same way if not even the causes can be read', async () => {
    const broken = new Error("Cannot find module '/action/dist/explain.mjs'")
    const { conclude } = knowledge
    knowledge.conclude = () => {
      throw broken
    }
    const world = new FakeWorld()
    const done = await crashReport(world, broken).finally(() => {
      knowledge.conclude = conclude
    })
    await publish(world, done)
    const { annotations, outputs, failed } = world.runner
    expect(done.report).toMatchObject({ ready: false, failed: true })
    expect(annotations).toHaveLength(1)
    expect(annotations[0]?.title).toContain('an error inside this action stopped the step')
    expect(annotations[0]?.message).toContain(broken.message)
    expect(outputs).toMatchObject({ ready: 'false', causes: '["unknown"]' })
    expect(failed).toBe(true)
  })

  test.each([
    ['ERR_MODULE_NOT_FOUND', 'Use this action as it was published'],
    ['ERR_OTHER', 'Open an issue with these facts'],
  ])('of a file that is missing is no bug to be reported: %s', async (code, advice) => {
    const thrown = Object.assign(new Error('Cannot find trust.mjs'), { code })
    const { report } = await crashReport(new FakeWorld(), thrown)
    expect(report.findings.map(({ id }) => id)).toEqual(['unknown'])
    expect(report.findings[0]?.steps[0]?.say).toContain(advice)
  })

  test('of a peer reaches the door', async () => {
    const world = new FakeWorld()
    world.onSignIn = () => {
      throw new Error('a bug')
    }
    await expect(preflight(world)).rejects.toThrow('a bug')
    expect(world.runner.exported).toEqual({})
  })

  test('of what reads the trust policy does not wait for the token, unheard', async () => {
    const world = new FakeWorld({ inputs: { 'trust-policy': 'trust.json' } })
    const open = world.hold('token-service')
    world.runner.readFile = () => {
      throw new Error('a bug')
    }
    await expect(preflight(world)).rejects.toThrow('a bug')
    open()
  })
})

test('no secret is in the report, in whatever way the run ends', async () => {
  const green = new FakeWorld()
  const denied = new FakeWorld()
  denied.onSignIn = () => ({ ok: false, failure: DENIED })
  for (const world of [green, denied]) {
    const { report } = await preflight(world)
    const text = JSON.stringify(report)
    for (const secret of ['hush', REQUEST_TOKEN, await signed()]) expect(text).not.toContain(secret)
  }
})

describe('the report does not list what the run could not ask', () => {
  const checksOf = async (world: FakeWorld): Promise<string[]> =>
    (await preflight(world)).report.checks.map(({ id }) => id)

  test('no permission for a token: nothing of token and issuer', async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' }
    expect(await checksOf(new FakeWorld({ env }))).toEqual(['setup'])
  })

  test('bad inputs: nothing at all', async () => {
    const inputs = { 'role-duration-seconds': 'x' }
    expect(await checksOf(new FakeWorld({ inputs }))).toEqual([])
  })

  test('a green run: all but what its inputs and its peers gave nothing for', async () => {
    const asked = await checksOf(new FakeWorld())
    const left = CHECKS.map(({ id }) => id).filter((id) => !asked.includes(id))
    // The fake issuer shows no certificate.
    expect(left).toEqual(['expected-claims', 'issuer-certificate', 'trust-policy'])
  })
})

describe('a list among the claims', () => {
  test('is as good as its elements: STS takes it, so expected-claims does', async () => {
    const world = new FakeWorld({ inputs: { 'expected-claims': 'aud: sts.amazonaws.com' } })
    const value = await signed({ aud: ['sts.amazonaws.com'] })
    world.replies['token-service'] = () => ({ body: { value } })
    const { report, session } = await preflight(world)
    expect(report).toMatchObject({ ready: true, findings: [] })
    expect(session).toBeDefined()
  })
})
