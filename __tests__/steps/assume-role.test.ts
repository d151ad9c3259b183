// The sign-in: what is asked of STS, what is masked, when a token is renewed, and when another try or region is worth it.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, NOW } from '../../evidence/baseline.js'
import { Secret } from '../../src/model/secret.js'
import type { Attempt, Failure, Inputs, Result, RoleArn, Token } from '../../src/model.js'
import { type SignIn, signIn } from '../../src/steps/assume-role.js'
import { TokenInUse } from '../../src/steps/token-in-use.js'
import { CREDENTIALS, DENIED, FakeWorld, idle, refused, runIn } from '../fake-world.js'

const INPUTS = KNOWN.inputs as Inputs
const THROTTLED = refused('Throttling', 'Rate exceeded')
const EXPIRED = refused(
  'ExpiredTokenException',
  'Token expired: current date/time 2 must be before 1',
)
const DOWN: Failure = {
  kind: 'network',
  peer: 'sts',
  host: 'sts.eu-west-1.amazonaws.com',
  phase: 'connect',
  code: 'ECONNREFUSED',
  detail: '',
  addresses: [],
  certificates: [],
}

function token(
  text: string,
  { exp = NOW + 300, source = 'runner' as 'runner' | 'file' } = {},
): Token {
  const facts = KNOWN.token as Token['facts']
  return {
    secret: new Secret(text),
    facts: { ...facts, source, claims: { ...facts.claims, exp } },
  }
}

interface Setup {
  inputs?: Partial<Inputs>
  token?: Token
  how?: Partial<SignIn>
  /** What asking for another token comes to. */
  renewed?: Result<Token>
  /** What STS answers, one after the other; after the last, it signs in. */
  failures?: Failure[]
}

async function signed({ inputs, how, failures = [], ...rest }: Setup = {}) {
  const world = new FakeWorld()
  const { onSignIn } = world
  world.onSignIn = (request, n) => {
    const failure = failures[n - 1]
    return failure ? { ok: false, failure } : onSignIn(request, n)
  }
  const run = runIn(world, inputs)
  run.log.learn({ ...KNOWN, inputs: run.inputs })
  let renewals = 0
  const waits: [string, number][] = []
  const done = await signIn(run, {
    role: INPUTS.role as RoleArn,
    tokens: new TokenInUse(run, rest.token ?? token('first'), async () => {
      renewals++
      return rest.renewed ?? { ok: true, value: token(`renewed-${renewals}`, { exp: NOW + 1e6 }) }
    }),
    issuerKnown: Promise.resolve(),
    onWait: ({ cause }: Attempt, n: number) => waits.push([cause, n]),
    ...how,
  })
  const tokens = world.signIns.map((request) => request.token.reveal())
  return { ...done, world, run, log: run.log, tokens, waits, renewals: () => renewals }
}

test('STS is asked with what the inputs say, at the endpoint of the region', async () => {
  const { world } = await signed({
    inputs: {
      roleSessionName: 'me',
      roleDurationSeconds: 900,
      inlineSessionPolicy: '{}',
      managedSessionPolicies: ['arn:aws:iam::aws:policy/A'],
    },
  })
  expect(world.signIns).toEqual([
    {
      endpoint: 'https://sts.eu-west-1.amazonaws.com',
      region: 'eu-west-1',
      roleArn: 'arn:aws:iam::111122223333:role/deploy',
      roleSessionName: 'me',
      durationSeconds: 900,
      token: expect.any(Secret),
      inlineSessionPolicy: '{}',
      managedSessionPolicies: ['arn:aws:iam::aws:policy/A'],
    },
  ])
})

test('at an endpoint of its own where one is given', async () => {
  const { world } = await signed({ inputs: { stsEndpoint: 'https://minio.test' } })
  expect(world.signIns[0]?.endpoint).toBe('https://minio.test')
})

test('the credentials are masked as they come, all three', async () => {
  const { world, result } = await signed()
  expect(world.runner.masked).toEqual(Object.values(CREDENTIALS))
  expect(result.ok).toBe(true)
})

test('the clock of STS is heard, from answers and from refusals', async () => {
  const late = new Date((NOW + 120) * 1000).toUTCString()
  const { log } = await signed({ failures: [{ ...DENIED, date: late } as Failure] })
  expect(log.known.clocks.at(-1)).toMatchObject({ peer: 'sts' })
  expect(log.known.clocks.at(-1)?.skewSeconds).toBeGreaterThan(60)
  expect((await signed()).log.known.clocks).toHaveLength(1)
})

describe('another try', () => {
  test('is not made where the cause says that it would fail again', async () => {
    const { world, result, attempts } = await signed({ failures: [DENIED] })
    expect(result).toEqual({ ok: false, failure: DENIED })
    expect({ signIns: world.signIns.length, attempts, slept: world.clock.slept }).toEqual({
      signIns: 1,
      attempts: [],
      slept: [],
    })
  })

  test('is made where it passes, told before each wait, and counted', async () => {
    const { result, attempts, waits, tokens } = await signed({ failures: [THROTTLED, THROTTLED] })
    expect(result.ok).toBe(true)
    expect(waits).toEqual([
      ['sts-throttled', 1],
      ['sts-throttled', 2],
    ])
    expect(attempts.map(({ cause }) => cause)).toEqual(['sts-throttled', 'sts-throttled'])
    expect(tokens).toEqual(['first', 'first', 'first'])
  })

  test('has its own line in the timeline', async () => {
    const { log } = await signed({ failures: [THROTTLED] })
    expect(log.timeline().map(({ task }) => task)).toEqual([
      { of: 'sts', attempt: 1 },
      { of: 'sts', attempt: 2 },
    ])
  })

  test('is not made past the cap', async () => {
    const { world } = await signed({ failures: [THROTTLED, THROTTLED], inputs: { maxAttempts: 2 } })
    expect(world.signIns).toHaveLength(2)
  })

  test('is judged only when all is known of the issuer', async () => {
    let known = false
    const issuerKnown = (async () => {
      for (let n = 0; n < 5; n++) await new Promise((next) => setImmediate(next))
      known = true
    })()
    const seen: boolean[] = []
    await signed({
      failures: [THROTTLED],
      how: { issuerKnown, onWait: () => seen.push(known) },
    })
    expect(seen).toEqual([true])
  })
})

describe('the token of another try', () => {
  test('is a new one after token-expired', async () => {
    const { tokens, renewals, log } = await signed({ failures: [EXPIRED] })
    expect(renewals()).toBe(1)
    // The checks judge what STS has judged last.
    expect(log.known.token?.claims['exp']).toBe(NOW + 1e6)
    expect(tokens).toEqual(['first', 'renewed-1'])
  })

  test.each([
    [59, ['first', 'renewed-1']],
    [61, ['first', 'first']],
  ])('with %i s left when it is needed again: %j', async (left, expected) => {
    const world = token('first', { exp: NOW + left })
    const { tokens } = await signed({ token: world, failures: [THROTTLED] })
    // The wait itself takes half a second of them.
    expect(tokens).toEqual(expected)
  })

  test('from a file is sent again, for it cannot be renewed here', async () => {
    const own = token('first', { exp: NOW + 5, source: 'file' })
    const { tokens, renewals } = await signed({ token: own, failures: [THROTTLED] })
    expect(tokens).toEqual(['first', 'first'])
    expect(renewals()).toBe(0)
  })

  test('without a readable exp is sent again', async () => {
    const own = token('first', { exp: Number.NaN })
    expect((await signed({ token: own, failures: [THROTTLED] })).tokens).toEqual(['first', 'first'])
  })

  test('that cannot be had ends the sign-in with the failure of the token', async () => {
    const failure: Failure = {
      kind: 'no-token-permission',
      missing: ['ACTIONS_ID_TOKEN_REQUEST_URL'],
    }
    const { result, world } = await signed({
      failures: [EXPIRED],
      renewed: { ok: false, failure },
    })
    expect(result).toEqual({ ok: false, failure })
    expect(world.signIns).toHaveLength(1)
  })
})

describe('another region', () => {
  const inputs = { fallbackRegions: ['eu-central-1', 'us-east-1'], maxAttempts: 1 }

  test.each<[Attempt['cause'], Failure, string]>([
    ['sts-unreachable', DOWN, 'eu-west-1'],
    ['sts-unavailable', refused('ServiceUnavailable', 'x', 503), 'eu-west-1'],
    ['sts-region-disabled', refused('RegionDisabledException', 'not activated', 403), 'eu-west-1'],
    ['region-unknown', { ...DOWN, phase: 'dns', code: 'ENOTFOUND' }, 'eu-west-9'],
  ])('is asked where the endpoint itself does not serve: %s', async (cause, failure, first) => {
    const given = { ...inputs, region: first }
    const { gaveUp, log, ...done } = await signed({ inputs: given, failures: [failure] })
    expect(done).toMatchObject({
      result: { ok: true },
      region: 'eu-central-1',
      endpoint: 'https://sts.eu-central-1.amazonaws.com',
    })
    expect(gaveUp?.cause).toBe(cause)
    expect(log.timeline().at(-1)?.task).toEqual({ of: 'sts', attempt: 1, region: 'eu-central-1' })
  })

  test('is told with the reason for which the first one was given up, not that of the second', async () => {
    const disabled = refused('RegionDisabledException', 'STS is not activated', 403)
    const { gaveUp, region } = await signed({ inputs, failures: [disabled, DOWN] })
    expect(region).toBe('us-east-1')
    expect(gaveUp).toEqual({
      cause: 'sts-region-disabled',
      failure: disabled,
    })
    expect((await signed({ inputs, failures: [] })).gaveUp).toBeUndefined()
  })

  test('gets a token that has enough time left', async () => {
    const own = token('first', { exp: NOW + 30 })
    const { tokens } = await signed({ inputs, token: own, failures: [DOWN, DOWN] })
    expect(tokens).toEqual(['first', 'renewed-1', 'renewed-1'])
  })

  test('its refusal is the failure: STS has judged the token there', async () => {
    const { result, region } = await signed({ inputs, failures: [DOWN, DENIED] })
    expect({ result, region }).toEqual({
      result: { ok: false, failure: DENIED },
      region: 'eu-central-1',
    })
  })

  test('where none answers, the first failure is told', async () => {
    const { region } = await signed({ inputs, failures: [DOWN, DOWN, DOWN] })
    expect(region).toBe('eu-west-1')
  })

  test('is not asked where STS refused: it would refuse there too', async () => {
    const { world, region } = await signed({ inputs, failures: [DENIED] })
    expect(world.signIns).toHaveLength(1)
    expect(region).toBe('eu-west-1')
  })

  test('that fails too: the failure of the first region counts', async () => {
    const other = { ...DOWN, host: 'elsewhere' } as Failure
    const { result, region, world } = await signed({ inputs, failures: [DOWN, other, other] })
    expect(result).toEqual({ ok: false, failure: DOWN })
    expect(region).toBe('eu-west-1')
    expect(world.signIns.map((request) => request.region)).toEqual([
      'eu-west-1',
      'eu-central-1',
      'us-east-1',
    ])
  })
})

describe('new-role-wait-s', () => {
  const patient = { newRoleWaitSeconds: 20 }

  test('a refusal that IAM may take back is tried again until it is', async () => {
    const { result, waits, attempts } = await signed({
      inputs: patient,
      failures: [DENIED, DENIED],
    })
    expect(result.ok).toBe(true)
    expect(waits.map(([cause]) => cause)).toEqual(['role-not-assumable', 'role-not-assumable'])
    expect(attempts).toHaveLength(2)
  })

  test('and stays one when the wait is over', async () => {
    const { result, world } = await signed({ inputs: patient, failures: Array(50).fill(DENIED) })
    expect(result).toMatchObject({ ok: false, failure: { code: 'AccessDenied' } })
    const waited = world.clock.slept.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBe(20_000)
  })

  test.each([
    ['without the wait', {}],
    ['where one attempt was asked for', { ...patient, maxAttempts: 1 }],
  ])('not %s', async (_what, inputs) => {
    const { world } = await signed({ inputs, failures: [DENIED, DENIED] })
    expect(world.signIns).toHaveLength(1)
  })

  test('not for a refusal that is no matter of time', async () => {
    const invalid = refused('ValidationError', 'Request ARN is invalid')
    const { world } = await signed({ inputs: patient, failures: [invalid] })
    expect(world.signIns).toHaveLength(1)
  })
})

describe('special-characters-workaround', () => {
  const wanted = { specialCharactersWorkaround: true }

  async function asked(keys: string[], inputs: Partial<Inputs> = wanted) {
    const world = new FakeWorld()
    const { onSignIn } = world
    world.onSignIn = async (request, n) => {
      const answer = await onSignIn(request, n)
      if (answer.ok)
        answer.value.session.credentials.secretAccessKey = new Secret(keys[n - 1] ?? 'a/b')
      return answer
    }
    const run = runIn(world, inputs)
    run.log.learn({ ...KNOWN, inputs: run.inputs })
    const { result } = await signIn(run, {
      role: INPUTS.role as RoleArn,
      tokens: new TokenInUse(run, token('first'), async () => ({
        ok: true,
        value: token('renewed'),
      })),
      issuerKnown: Promise.resolve(),
      onWait: () => undefined,
    })
    return { result, sessions: world.signIns.length, masked: world.runner.masked }
  }

  test('takes the first secret key of letters and digits only, and masks those before it', async () => {
    const { result, sessions, masked } = await asked(['a/b', 'a+b', 'plain1'])
    expect({ ok: result.ok, sessions }).toEqual({ ok: true, sessions: 3 })
    expect(masked).toEqual(expect.arrayContaining(['a/b', 'a+b', 'plain1']))
  })

  test('gives up after twelve', async () => {
    const { result, sessions } = await asked([])
    expect(result).toEqual({ ok: false, failure: { kind: 'special-characters', tries: 12 } })
    expect(sessions).toBe(12)
  })

  test('is off unless asked for', async () => {
    expect(await asked(['a/b'], {})).toMatchObject({ result: { ok: true }, sessions: 1 })
  })
})

test('a refusal of the role is judged without waiting for the issuer', async () => {
  const never = new Promise<void>(() => undefined)
  const { result } = await signed({ how: { issuerKnown: never }, failures: [DENIED] })
  expect(result).toEqual({ ok: false, failure: DENIED })
})

test('what STS said is told to a deadline that comes while the issuer is waited for', async () => {
  const world = new FakeWorld()
  const failure = refused(
    'InvalidIdentityToken',
    'The web identity token provided could not be validated.',
  )
  world.onSignIn = () => ({ ok: false, failure })
  const run = runIn(world)
  run.log.learn(KNOWN)
  void signIn(run, {
    role: INPUTS.role as RoleArn,
    tokens: new TokenInUse(run, token('first'), () => Promise.reject(new Error('not asked for'))),
    issuerKnown: new Promise(() => undefined),
    onWait: () => undefined,
  })
  await idle()
  expect(run.log.runOut(1).last).toMatchObject({ cause: 'token-rejected' })
})

test('nothing has failed, for a deadline that comes after the sign-in', async () => {
  const { log } = await signed({ failures: [THROTTLED] })
  expect(log.runOut(1)).not.toHaveProperty('last')
})

test('STS has answered, also where it refuses; a dead endpoint has not', async () => {
  const passed = async (setup: Setup) => {
    const { run } = await signed(setup)
    return { answered: run.answered.passed, granted: run.granted.passed }
  }
  expect(await passed({})).toEqual({ answered: true, granted: true })
  expect(await passed({ failures: [DENIED] })).toEqual({ answered: true, granted: false })
  expect(await passed({ inputs: { maxAttempts: 1 }, failures: [DOWN] })).toEqual({
    answered: false,
    granted: false,
  })
})
