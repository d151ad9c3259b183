// A run with several roles, on fakes: one token and one look at the issuer, a verdict for each role, and all profiles or none.
import { describe, expect, test } from '@jest/globals'
import type { Failure } from '../src/model.js'
import { type Preflight, preflight } from '../src/preflight.js'
import { removeProfiles } from '../src/steps/remove-profile.js'
import type { StsRequest } from '../src/world.js'
import { DENIED, FakeWorld, granted, idle, refused, signed, until } from './fake-world.js'
import { flaws } from './report/schema.js'
import { MAIN, pinned } from './trust/fixtures.js'
import { policyOf, statement } from './trust/support.js'

const arnOf = (n: number): string => `arn:aws:iam::${String(n).padStart(12, '0')}:role/deploy`
const linesFor = (count: number): string =>
  Array.from({ length: count }, (_one, n) => `r${n + 1}: ${arnOf(n + 1)}`).join('\n')

/** A world whose STS refuses these roles, by number, and signs in all others. */
function worldOf(
  count: number,
  refusals: Readonly<Record<number, Failure>> = {},
  setup: ConstructorParameters<typeof FakeWorld>[0] = {},
): FakeWorld {
  const inputs = { 'role-to-assume': 'none', roles: linesFor(count), ...setup.inputs }
  const world = new FakeWorld({ ...setup, inputs })
  world.onSignIn = (request) => {
    const number = Number(/::0*(\d+):/.exec(request.roleArn)?.[1])
    const failure = refusals[number]
    return failure ? { ok: false, failure } : { ok: true, value: sessionFor(request, number) }
  }
  return world
}

function sessionFor(request: StsRequest, number: number) {
  const answer = granted(request)
  const account = String(number).padStart(12, '0')
  const arn = `arn:aws:sts::${account}:assumed-role/deploy/GitHubActions`
  return {
    ...answer,
    session: { ...answer.session, facts: { ...answer.session.facts, account, arn } },
  }
}

const found = ({ report }: Preflight) =>
  report.findings.map(({ id, severity, roles }) => [id, severity, roles])
const sessionsIn = (world: FakeWorld) =>
  JSON.parse(world.runner.outputs['sessions'] ?? 'null') as Record<
    string,
    { ready: boolean; causes: string[] }
  >
const readyIn = (world: FakeWorld): string[] =>
  Object.entries(sessionsIn(world)).flatMap(([name, { ready }]) => (ready ? [name] : []))
const CREDENTIALS_FILE = '/home/.aws/credentials'
const CONFIG_FILE = '/home/.aws/config'

describe('all roles sign in', () => {
  test('with one token, one discovery and one JWKS, each in the profile of its name', async () => {
    const world = worldOf(40)
    const done = await preflight(world)
    expect(found(done)).toEqual([])
    expect(done.report).toMatchObject({ ready: true, failed: false })
    const peers = Map.groupBy(world.requests, ({ peer }) => peer)
    expect([...peers].map(([peer, all]) => [peer, all.length])).toEqual([
      ['token-service', 1],
      ['discovery', 1],
      ['jwks', 1],
    ])
    expect(world.signIns).toHaveLength(40)
    expect(world.files.texts.get(CREDENTIALS_FILE)?.match(/^\[r\d+\]$/gm)).toHaveLength(40)
    expect(world.runner.exported).toEqual({
      AWS_REGION: 'eu-west-1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    })
    expect(readyIn(world)).toHaveLength(40)
    expect(world.runner.outputs).not.toHaveProperty('aws-account-id')
    expect(world.runner.outputs).not.toHaveProperty('aws-access-key-id')
    expect(JSON.stringify(world.runner.outputs)).not.toContain('hush')
    expect(flaws(world.runner.written[done.path] ?? '')).toEqual([])
  })

  test('no more than eight at a time, on as many connections', async () => {
    const world = worldOf(40)
    const go = world.hold('sts')
    const done = preflight(world)
    await until(() => world.signIns.length > 0)
    await idle()
    expect(world.signIns).toHaveLength(8)
    expect(world.calls).toContain('preconnect https://sts.eu-west-1.amazonaws.com × 8')
    go()
    await done
    expect(world.signIns).toHaveLength(40)
  })

  test('each at the endpoint of its region, and the region of the step is exported', async () => {
    const roles = `one: ${arnOf(1)}\ntwo: ${arnOf(2)} @ us-east-1`
    const world = worldOf(2, {}, { inputs: { roles } })
    await preflight(world)
    expect(world.signIns.map(({ roleArn, endpoint }) => [roleArn, endpoint])).toEqual([
      [arnOf(1), 'https://sts.eu-west-1.amazonaws.com'],
      [arnOf(2), 'https://sts.us-east-1.amazonaws.com'],
    ])
    expect(world.files.texts.get(CONFIG_FILE)).toBe(
      '[profile one]\nregion = eu-west-1\n[profile two]\nregion = us-east-1\n',
    )
    expect(world.runner.exported['AWS_REGION']).toBe('eu-west-1')
  })

  test('the post step takes all profiles out, and the files with them', async () => {
    const world = worldOf(3)
    await preflight(world)
    const { runner, profiles, privateFiles } = world
    const removed = await removeProfiles(runner, profiles, privateFiles)
    expect(removed.map(({ profile, from }) => [profile, from.length])).toEqual([
      ['r1', 2],
      ['r2', 2],
      ['r3', 2],
    ])
    expect(world.files.texts.size).toBe(0)
  })

  test('what the profiles held before is put back to the byte', async () => {
    const world = worldOf(3, {}, { inputs: { 'overwrite-aws-profile': 'true' } })
    const before =
      '# mine\n[r2]\nregion = us-east-2\n# stays\noutput = json\n\n[other]\na = b\n[r1]\nregion = x-1\n'
    world.files.texts.set(CONFIG_FILE, before)
    world.files.texts.set(CREDENTIALS_FILE, '[r3]\naws_access_key_id = AKIAOLD\n')
    const done = await preflight(world)
    expect(done.report.failed).toBe(false)
    const { runner, profiles, privateFiles } = world
    await removeProfiles(runner, profiles, privateFiles)
    expect(world.files.texts.get(CONFIG_FILE)).toBe(before)
    expect(world.files.texts.get(CREDENTIALS_FILE)).toBe('[r3]\naws_access_key_id = AKIAOLD\n')
  })

  test('with renew, each profile has a state of its own, as if its role were the only one', async () => {
    const world = worldOf(2, {}, { inputs: { renew: 'true' } })
    await preflight(world)
    const states = [...world.files.texts].filter(([path]) => path.endsWith('state.json'))
    const inputs = states.map(([, text]) => JSON.parse(text).inputs)
    expect(inputs.map(({ awsProfile, role, roles }) => [awsProfile, role.text, roles])).toEqual([
      ['r1', arnOf(1), []],
      ['r2', arnOf(2), []],
    ])
    expect(world.files.texts.get(CONFIG_FILE)?.match(/credential_process/g)).toHaveLength(2)
  })

  test('one role gives the profile and the session of role-to-assume with aws-profile', async () => {
    const several = worldOf(1)
    await preflight(several)
    const one = worldOf(
      1,
      {},
      { inputs: { 'role-to-assume': arnOf(1), roles: 'none', 'aws-profile': 'r1' } },
    )
    await preflight(one)
    expect(several.files.texts).toEqual(one.files.texts)
    expect(several.signIns.map(({ token: _token, ...rest }) => rest)).toEqual(
      one.signIns.map(({ token: _token, ...rest }) => rest),
    )
  })
})

describe('some roles are refused', () => {
  test('each is named with its cause, and no profile is written', async () => {
    const TOO_LONG = refused(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    )
    const world = worldOf(5, { 2: DENIED, 4: TOO_LONG })
    const done = await preflight(world)
    expect(found(done)).toEqual([
      ['role-not-assumable', 'error', ['r2']],
      ['role-session-too-long', 'error', ['r4']],
    ])
    expect(done.report.findings.map(({ headline }) => headline.slice(0, 5))).toEqual([
      '`r2`:',
      '`r4`:',
    ])
    expect(readyIn(world)).toEqual(['r1', 'r3', 'r5'])
    expect(sessionsIn(world)['r4']?.causes).toEqual(['role-session-too-long'])
    expect(world.runner.outputs['ready']).toBe('false')
    expect(world.files.texts.size).toBe(0)
    expect(world.runner.exported).toEqual({})
    expect(flaws(world.runner.written[done.path] ?? '')).toEqual([])
  })

  test('for one reason: one finding, with the list', async () => {
    const world = worldOf(6, {
      1: DENIED,
      2: DENIED,
      3: DENIED,
      5: { ...DENIED, requestId: 'x' } as Failure,
    })
    const done = await preflight(world)
    expect(found(done)).toEqual([['role-not-assumable', 'error', ['r1', 'r2', 'r3', 'r5']]])
    expect(done.report.findings[0]?.headline).toMatch(/^`r1`, `r2`, `r3` and 1 more: /)
    expect(done.report.findings[0]?.shown[0]).toEqual({
      show: 'sentence',
      say: 'What follows is for `r1`; `r2`, `r3` and `r5` need the same.',
    })
  })

  test('all of them, for one reason', async () => {
    const done = await preflight(worldOf(2, { 1: DENIED, 2: DENIED }))
    expect(found(done)).toEqual([['role-not-assumable', 'error', ['r1', 'r2']]])
    expect(done.report.findings[0]?.headline).toMatch(/^`r1` and `r2`: /)
  })

  test('by their own trust policies', async () => {
    const policy = (account: string, subject: string) =>
      JSON.stringify(policyOf(statement(pinned(subject)))).replace('111122223333', account)
    const world = worldOf(
      2,
      { 2: DENIED },
      {
        inputs: { 'trust-policy': 'r1: one.json\nr2: two.json' },
        files: {
          'one.json': policy('000000000001', MAIN),
          'two.json': policy('000000000002', 'repo:octo-org/octo-repo:ref:refs/heads/release'),
        },
      },
    )
    const done = await preflight(world)
    expect(found(done)).toEqual([['trust-subject-mismatch', 'error', ['r2']]])
  })

  test('of accounts that are not allowed: told once, and nothing is exported', async () => {
    const world = worldOf(3, {}, { inputs: { 'allowed-account-ids': '000000000002' } })
    const done = await preflight(world)
    expect(found(done)).toEqual([['account-not-allowed', 'error', ['r1', 'r3']]])
    expect(world.files.texts.size).toBe(0)
  })
})

describe('one root cause that all have in common is one finding', () => {
  test('no token', async () => {
    const world = worldOf(
      3,
      {},
      { env: { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' } },
    )
    const done = await preflight(world)
    expect(found(done)).toEqual([['token-permission-missing', 'error', undefined]])
    expect(readyIn(world)).toEqual([])
    expect(sessionsIn(world)['r2']?.causes).toEqual(['token-permission-missing'])
    expect(world.signIns).toHaveLength(0)
  })

  test('a region that is out of reach: for those in it', async () => {
    const down: Failure = {
      kind: 'network',
      peer: 'sts',
      host: 'sts.us-east-1.amazonaws.com',
      phase: 'connect',
      code: 'ECONNREFUSED',
      detail: '',
      addresses: [],
      certificates: [],
    }
    const roles = `a: ${arnOf(1)}\nb: ${arnOf(2)} @ us-east-1\nc: ${arnOf(3)} @ us-east-1`
    const world = worldOf(
      3,
      { 2: down, 3: { ...down, detail: 'again' } as Failure },
      { inputs: { roles } },
    )
    const done = await preflight(world)
    expect(found(done)).toEqual([['sts-unreachable', 'error', ['b', 'c']]])
    expect(done.report.findings[0]?.headline).toMatch(/^`b` and `c`: /)
  })

  test('keys that STS may not cache: a warning for all, or the reason where it refuses some', async () => {
    const uncached: FakeWorld['replies'] = {
      jwks: async () => ({
        body: await (await import('./fake-world.js')).publicKeys(),
        headers: { 'cache-control': 'no-cache' },
      }),
    }
    const fine = worldOf(3)
    Object.assign(fine.replies, uncached)
    expect(found(await preflight(fine))).toEqual([['jwks-not-cacheable', 'warning', undefined]])
    const NO_KEYS = refused(
      'InvalidIdentityToken',
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    )
    const some = worldOf(3, { 2: NO_KEYS })
    Object.assign(some.replies, uncached)
    expect(found(await preflight(some))).toEqual([['jwks-not-cacheable', 'error', ['r2']]])
  })

  test('an issuer that this runner cannot reach is a warning, once STS has accepted the token', async () => {
    const world = worldOf(3, { 2: DENIED })
    world.replies.discovery = () => ({ status: 404, body: '' })
    const done = await preflight(world)
    expect(found(done)).toEqual([
      ['role-not-assumable', 'error', ['r2']],
      ['discovery-unavailable', 'warning', undefined],
    ])
  })
})

describe('one proxy, or one audience, that fails everybody', () => {
  test('is one finding, as with one role', async () => {
    const roles = `a: ${arnOf(1)}\nb: ${arnOf(2)} @ us-east-1\nc: ${arnOf(3)} @ us-east-1`
    const refusedBy = (peer: 'discovery' | 'sts', host: string): Failure => ({
      kind: 'network',
      peer,
      host,
      phase: 'proxy',
      code: 'ERR_PROXY_TUNNEL',
      detail: '',
      addresses: [],
      certificates: [],
      proxy: 'proxy.test:3128',
      proxyStatus: 403,
    })
    const world = worldOf(3, {}, { inputs: { roles } })
    world.replies.discovery = () => ({ failure: refusedBy('discovery', 'issuer.test') })
    world.onSignIn = ({ region }) => ({
      ok: false,
      failure: refusedBy('sts', `sts.${region}.test`),
    })
    const done = await preflight(world)
    expect(found(done)).toEqual([['sts-unreachable', 'error', ['a', 'b', 'c']]])
  })
})

describe('one trust policy for all', () => {
  const policy = (subject: string): string => JSON.stringify(policyOf(statement(pinned(subject))))

  test('is that of each account, with the provider there', async () => {
    const fine = worldOf(3, {}, { inputs: { 'trust-policy': policy(MAIN) } })
    expect(found(await preflight(fine))).toEqual([])
    const other = policy('repo:octo-org/octo-repo:ref:refs/heads/release')
    const all = worldOf(
      4,
      { 1: DENIED, 2: DENIED, 3: DENIED, 4: DENIED },
      { inputs: { 'trust-policy': other } },
    )
    expect(found(await preflight(all))).toEqual([
      ['trust-subject-mismatch', 'error', ['r1', 'r2', 'r3', 'r4']],
    ])
  })
})

test('a line without its ARN is what a fork leaves of a secret', async () => {
  const world = worldOf(
    1,
    {},
    {
      inputs: { roles: 'a: \nb:' },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: '',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
        GITHUB_EVENT_NAME: 'pull_request',
      },
      event: {
        pull_request: {
          head: { repo: { full_name: 'other/fork', fork: true } },
          base: { repo: { full_name: 'octo-org/octo-repo' } },
        },
      },
    },
  )
  const done = await preflight(world)
  expect(found(done).map(([id]) => id)).toEqual(['token-fork-pull-request'])
  expect(world.runner.outputs['sessions']).toBe('{}')
})

describe('bad lines', () => {
  test('are one finding, and nobody is asked anything', async () => {
    const world = worldOf(1, {}, { inputs: { roles: `a: ${arnOf(1)}\nb: deploy\nc` } })
    const done = await preflight(world)
    expect(found(done)).toEqual([['input-invalid', 'error', undefined]])
    expect(done.report.findings[0]?.shown).toEqual([
      {
        show: 'list',
        points: [
          'line 2 of `roles` looks like a bare role name, not an ARN',
          'line 3 of `roles` must be `name: ARN` or `name: ARN @ region`, not `c`',
        ],
      },
    ])
    expect(world.calls).toEqual([])
  })

  test('an expression that came out empty is told of, and in a composite action a warning', async () => {
    const empty = worldOf(0)
    expect(found(await preflight(empty))).toEqual([['role-input-empty', 'error', undefined]])
    expect(empty.calls).toEqual([])
    const nested = worldOf(0, {}, { env: { GITHUB_ACTION_PATH: '/actions/login' } })
    expect(found(await preflight(nested))).toEqual([['role-input-empty', 'warning', undefined]])
  })
})

describe('a busy STS', () => {
  const THROTTLED = refused('Throttling', 'Rate exceeded')

  test('gets fewer calls, until all are signed in; told once', async () => {
    const world = worldOf(12)
    const { onSignIn } = world
    const seen = new Map<string, number>()
    world.onSignIn = (request, n) => {
      const times = (seen.get(request.roleArn) ?? 0) + 1
      seen.set(request.roleArn, times)
      return times === 1 ? { ok: false, failure: THROTTLED } : onSignIn(request, n)
    }
    const done = await preflight(world)
    expect(found(done)).toEqual([['sts-retried', 'notice', undefined]])
    expect(done.report.findings[0]?.headline).toMatch(/^the sign-ins to 12 roles took 24 attempts/)
    expect(readyIn(world)).toHaveLength(12)
  })

  test('a token that ends meanwhile is renewed once for all', async () => {
    const world = worldOf(6)
    // The waits of all would add up on this clock.
    world.dice = 0
    world.replies['token-service'] = async () => ({
      body: { value: await signed({ exp: world.clock.now() / 1000 + 120 }) },
    })
    const { onSignIn } = world
    let calls = 0
    world.onSignIn = (request, n) => {
      calls++
      if (calls > 6) return onSignIn(request, n)
      if (calls === 6) world.clock.time += 100_000
      return { ok: false, failure: THROTTLED }
    }
    const done = await preflight(world)
    expect(done.report.ready).toBe(true)
    expect(world.requests.filter(({ peer }) => peer === 'token-service')).toHaveLength(2)
    const tokens = new Set(world.signIns.map(({ token }) => token.reveal()))
    expect(tokens.size).toBe(2)
  })

  test('a deadline says which roles were signed in by then, and asks STS no more', async () => {
    const world = worldOf(12)
    const go = world.hold('sts')
    const run = preflight(world)
    await until(() => world.signIns.length === 8)
    world.clock.pass(300_000)
    const done = await run
    expect(found(done)).toEqual([['deadline-exceeded', 'error', undefined]])
    expect(sessionsIn(world)['r1']).toMatchObject({ ready: false, causes: ['deadline-exceeded'] })
    go()
    await idle()
    expect(world.signIns).toHaveLength(8)
    expect(world.files.texts.size).toBe(0)
  })
})

test('the log has one line for each role', async () => {
  const world = worldOf(2, { 2: DENIED })
  await preflight(world)
  const lines = world.runner.lines.filter((line) => line.startsWith('Role '))
  expect(lines).toEqual([
    'Role `r1`: signed in as `arn:aws:sts::000000000001:assumed-role/deploy/GitHubActions` in eu-west-1 until 2026-09-11T11:00:00.000Z',
    'Role `r2`: not signed in (role-not-assumable)',
  ])
})

test('accounts are masked before the first line that could show them', async () => {
  const world = worldOf(2, {}, { inputs: { 'mask-aws-account-id': 'true' } })
  await preflight(world)
  expect(world.runner.masked).toEqual(expect.arrayContaining(['000000000001', '000000000002']))
})
