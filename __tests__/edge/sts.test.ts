// STS by the SDK, against the street and small servers: facts, refusals, everything that is none of STS's, and no ambient credential.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { type HttpFault, TLS_FAULTS } from '../../sandbox/faults.js'
import { Routes } from '../../src/edge/proxy.js'
import { makeSts } from '../../src/edge/sts.js'
import { Secret } from '../../src/model/secret.js'
import type { Credentials } from '../../src/model.js'
import type { Sts, StsRequest } from '../../src/world.js'
import { on, onStreet, opened, request, stop } from './on-street.js'
import { deadPort, NO_NAME, serve, serveRaw, until } from './servers.js'

onStreet()

const QUICK = { connectMs: 200, answerMs: 250, wholeMs: 400 }
const NOT_AUTHORIZED = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'

let sts: Sts
beforeEach(() => {
  sts = makeSts(stop.signal)
})

async function failure(of: Sts, change: Partial<StsRequest> = {}) {
  const result = await of.assumeRoleWithWebIdentity(request(change))
  if (result.ok) throw new Error('it signed in')
  return result.failure
}

/** An XML answer of STS's with these credentials, from a small server. */
const granted = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>hush/hush==</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`

describe('a session', () => {
  test('with all its facts, the credentials as secrets, and the clock of STS', async () => {
    const before = Date.now()
    const result = await sts.assumeRoleWithWebIdentity(request())
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    const { session, date, receivedAt } = result.value
    expect(session.facts).toEqual({
      arn: 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
      account: '111122223333',
      expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      provider: `arn:aws:iam::111122223333:oidc-provider/${on.issuer.replace('https://', '')}`,
      audience: 'sts.amazonaws.com',
      subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      region: 'eu-west-1',
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    })
    expect(session.credentials.accessKeyId.reveal()).toMatch(/^ASIA/)
    expect(JSON.stringify(session.credentials)).not.toMatch(/ASIA/)
    expect(receivedAt).toBeGreaterThanOrEqual(before)
    expect(receivedAt).toBeLessThanOrEqual(Date.now())
    expect(Date.parse(date)).toBeGreaterThan(before - 1000)
    expect(Date.parse(date)).toBeLessThanOrEqual(receivedAt)
  })

  test('asked for with name, duration, session policies, and nothing that was not given', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    const own = { endpoint: server.origin, token: new Secret('a.b.c') }
    await sts.assumeRoleWithWebIdentity(request(own))
    await sts.assumeRoleWithWebIdentity(
      request({
        ...own,
        roleSessionName: 'me@work',
        durationSeconds: 900,
        inlineSessionPolicy: '{"Version":"2012-10-17"}',
        managedSessionPolicies: ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B'],
      }),
    )
    const [plain, full] = server.bodies.map((body) => Object.fromEntries(new URLSearchParams(body)))
    expect(plain).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: on.roleArn,
      RoleSessionName: 'GitHubActions',
      DurationSeconds: '3600',
      WebIdentityToken: 'a.b.c',
    })
    expect(full).toMatchObject({
      RoleSessionName: 'me@work',
      DurationSeconds: '900',
      Policy: '{"Version":"2012-10-17"}',
      'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/A',
      'PolicyArns.member.2.arn': 'arn:aws:iam::aws:policy/B',
    })
  })

  test('from another STS that names no assumed role: facts are empty, the session is good', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    const result = await sts.assumeRoleWithWebIdentity(request({ endpoint: server.origin }))
    expect(result).toMatchObject({
      ok: true,
      value: {
        session: { facts: { arn: '', account: '', expiration: '2999-01-01T00:00:00.000Z' } },
      },
    })
  })
})

describe('what STS refuses is told in its own words', () => {
  test.each([
    [400, 'InvalidIdentityToken', 'The web identity token provided could not be validated.'],
    [400, 'ExpiredTokenException', 'Token expired: current date/time 2 must be before 1'],
    [403, 'AccessDenied', NOT_AUTHORIZED],
    [400, 'ValidationError', "1 validation error detected: Value 'a b' & <c>"],
    [400, 'MalformedPolicyDocument', 'Syntax errors in policy.'],
    [400, 'PackedPolicyTooLarge', 'Packed policy consumes 120% of allotted space'],
    [403, 'RegionDisabledException', 'STS is not activated in this region'],
    [400, 'IDPCommunicationError', 'could not be reached'],
    [403, 'IDPRejectedClaim', 'Bad signature'],
    [400, 'Throttling', 'Rate exceeded'],
    [500, 'InternalFailure', 'Unknown error validating third-party token'],
    [503, 'ServiceUnavailable', 'Service Unavailable'],
    [400, 'NeverSeenBefore', 'The moon is in the wrong phase.'],
  ])('%i %s', async (status, code, message) => {
    await on.setFaults({ sts: { error: { status, code, message } } })
    expect(await failure(sts)).toEqual({
      kind: 'aws',
      status,
      code,
      message,
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
      date: expect.stringMatching(/GMT$/),
    })
    expect(on.log().filter(({ peer }) => peer === 'sts')).toHaveLength(1)
  })

  test('with its Retry-After, in seconds', async () => {
    const error = { status: 503, code: 'ServiceUnavailable', message: 'x' }
    await on.setFaults({ sts: { error, headers: { 'retry-after': '7' } } })
    expect(await failure(sts)).toMatchObject({ retryAfterSeconds: 7 })
  })

  test('with its Retry-After, as a date: the seconds from its own Date until then', async () => {
    const error = { status: 503, code: 'ServiceUnavailable', message: 'x' }
    const date = 'Fri, 11 Sep 2026 10:00:00 GMT'
    const headers = { date, 'retry-after': 'Fri, 11 Sep 2026 10:00:30 GMT' }
    await on.setFaults({ sts: { error, headers } })
    expect(await failure(sts)).toMatchObject({ retryAfterSeconds: 30 })
  })

  test('without a Date header: no date is made up', async () => {
    await on.setFaults({
      sts: { error: { status: 400, code: 'Odd', message: 'x' }, headers: { date: null } },
    })
    expect(await failure(sts)).not.toHaveProperty('date')
  })
})

describe('what is no answer of STS is shown as it came', () => {
  test.each([
    ['a page, 200', { status: 200, body: '<html>Welcome</html>' }, '<html>Welcome</html>'],
    ['nothing, 200', { status: 200, body: '' }, ''],
    ['a redirect', { status: 301, headers: { location: 'https://x.test/' }, body: '' }, ''],
    ['nothing, 503', { status: 503, body: '' }, ''],
    [
      'a page, 502',
      { status: 502, body: '<html><h1>Bad Gateway</h1></html>' },
      '<html><h1>Bad Gateway</h1></html>',
    ],
    ['JSON, 200: not shown', { status: 200, body: '{"ok":true}' }, ''],
    ['JSON, 403', { status: 403, body: '{"message":"Forbidden"}' }, '{"message":"Forbidden"}'],
    ['text, 404', { status: 404, body: 'not here' }, 'not here'],
    ['other XML, 200: not shown', { status: 200, body: '<Some><Thing/></Some>' }, ''],
    ['other XML, 500', { status: 500, body: '<Some><Thing/></Some>' }, '<Some><Thing/></Some>'],
  ] as [string, HttpFault, string][])('%s', async (_what, fault, excerpt) => {
    const headers = { 'content-type': 'text/x', server: 'Proxy/1', 'x-amzn-requestid': null }
    await on.setFaults({ sts: { ...fault, headers: { ...headers, ...fault.headers } } })
    expect(await failure(sts)).toEqual({
      kind: 'not-sts',
      status: fault.status,
      contentType: 'text/x',
      server: 'Proxy/1',
      excerpt,
    })
  })

  test('half an answer of STS, with credentials in it: nothing of it is quoted', async () => {
    const body = granted.slice(0, granted.indexOf('<Expiration>'))
    await on.setFaults({ sts: { body } })
    const found = await failure(sts)
    expect(found).toMatchObject({ kind: 'not-sts', status: 200, excerpt: '' })
    expect(JSON.stringify(found)).not.toMatch(/hush|ASIA/)
  })

  test.each<[string, (answer: string) => string]>([
    ['is over by its own clock', (answer) => answer.replace('2999', '2020')],
    ['has a line break in its token', (answer) => answer.replace('hush/', 'hush&#10;')],
    ['has a space in its secret key', (answer) => answer.replace('>hush<', '>hu sh<')],
    ['has a letter that no header takes', (answer) => answer.replace('ASIA', 'ASIÄ')],
    ['has no secret key', (answer) => answer.replace('>hush<', '><')],
  ])('a session that %s is none', async (_what, edit) => {
    await on.setFaults({ sts: { body: edit(granted) } })
    expect(await failure(sts)).toMatchObject({ kind: 'not-sts', status: 200, excerpt: '' })
  })

  test.each(['000', '099', '101'])('a session with the status %s is none', async (status) => {
    const answer = `HTTP/1.1 ${status} Oh\r\ncontent-type: text/xml\r\nconnection: close\r\n\r\n${granted}`
    const server = opened(await serveRaw((socket) => socket.once('data', () => socket.end(answer))))
    const found = await failure(sts, { endpoint: `http://127.0.0.1:${server.port}` })
    expect(found).toMatchObject({ kind: 'not-sts', status: Number(status), excerpt: '' })
  })

  test('more than an answer ever is: cut off, and what came first is shown', async () => {
    let sent = 0
    const server = opened(
      await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const more = (): void => {
          while (!response.destroyed && sent < 64 * 1024 * 1024) {
            sent += 65_536
            if (!response.write('<p>'.padEnd(65_536))) {
              response.once('drain', more)
              return
            }
          }
        }
        more()
      }),
    )
    const found = await failure(sts, { endpoint: server.origin })
    expect(found).toMatchObject({ kind: 'not-sts', status: 200, contentType: 'text/html' })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
    await until(() => server.open().length === 0)
  })
})

describe('what keeps STS from answering at all', () => {
  test('an answer that never ends, at the limit of the whole call', async () => {
    await on.setFaults({ sts: { endless: true } })
    const quick = makeSts(stop.signal, new Routes(), QUICK)
    expect(await failure(quick)).toMatchObject({
      kind: 'network',
      peer: 'sts',
      phase: 'response',
      code: 'TIMEOUT',
    })
  })

  test('no answer: TIMEOUT, after the connection was there', async () => {
    await on.setFaults({ sts: { hang: true } })
    const quick = makeSts(stop.signal, new Routes(), QUICK)
    expect(await failure(quick)).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'TIMEOUT',
      host: 'localhost',
      addresses: expect.arrayContaining(['127.0.0.1']),
    })
  })

  test('an answer cut off half-way', async () => {
    await on.setFaults({ sts: { cut: true } })
    expect(await failure(sts)).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'ECONNRESET',
    })
  })

  test('a connection that is reset', async () => {
    await on.setFaults({ sts: { reset: true } })
    expect(await failure(sts)).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'ECONNRESET',
    })
  })

  test('a port that is closed', async () => {
    const endpoint = `https://localhost:${await deadPort()}`
    expect(await failure(sts, { endpoint })).toMatchObject({
      kind: 'network',
      phase: 'connect',
      code: 'ECONNREFUSED',
    })
  })

  test('a name that does not exist', async () => {
    expect(await failure(sts, { endpoint: `https://${NO_NAME}` })).toMatchObject({
      kind: 'network',
      phase: 'dns',
      code: 'ENOTFOUND',
      host: NO_NAME,
    })
  })

  test('a port that takes the connection and never speaks TLS', async () => {
    const { origin } = opened(await serveRaw())
    const quick = makeSts(stop.signal, new Routes(), QUICK)
    expect(await failure(quick, { endpoint: origin })).toMatchObject({
      kind: 'network',
      phase: 'tls',
      code: 'TIMEOUT',
    })
  })

  test.each(TLS_FAULTS.filter((fault) => fault !== 'expires-soon'))(
    'a certificate that is %s: the chain as it was served',
    async (fault) => {
      await on.setFaults({ tls: { sts: fault } })
      const found = await failure(sts)
      expect(found).toMatchObject({ kind: 'network', phase: 'tls', peer: 'sts' })
      if (found.kind !== 'network') return
      expect(found.code).toMatch(/CERT|ALTNAME|UNABLE/)
      expect(found.certificates.length).toBeGreaterThan(0)
    },
  )

  test('a world that is stopped: the call under way ends at once', async () => {
    const { origin, open } = opened(await serveRaw())
    const asked = failure(sts, { endpoint: origin })
    await until(() => open().length === 1)
    stop.abort()
    expect(await asked).toMatchObject({ kind: 'network' })
    await until(() => open().length === 0)
  })
})

describe('warm()', () => {
  test('opens the connection that the call then uses', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    sts.preconnect(server.origin)
    await until(() => server.connections() === 1)
    expect(await sts.assumeRoleWithWebIdentity(request({ endpoint: server.origin }))).toMatchObject(
      {
        ok: true,
      },
    )
    expect({ connections: server.connections(), calls: server.requests.length }).toEqual({
      connections: 1,
      calls: 1,
    })
  })

  test('and no call: nothing stays open once the world is stopped', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    sts.preconnect(server.origin)
    await until(() => server.open().length === 1)
    stop.abort()
    await until(() => server.open().length === 0)
    expect(server.requests).toEqual([])
  })

  test('a connection that died meanwhile is replaced', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    sts.preconnect(server.origin)
    await until(() => server.open().length === 1)
    for (const socket of server.open()) socket.destroy()
    await until(() => server.open().length === 0)
    await new Promise((next) => setTimeout(next, 20))
    expect(await sts.assumeRoleWithWebIdentity(request({ endpoint: server.origin }))).toMatchObject(
      {
        ok: true,
      },
    )
    expect(server.connections()).toBe(2)
  })

  test('one that fails tells nobody: the call meets the failure itself', async () => {
    const endpoint = `https://localhost:${await deadPort()}`
    sts.preconnect(endpoint)
    await new Promise((next) => setTimeout(next, 20))
    expect(await failure(sts, { endpoint })).toMatchObject({ code: 'ECONNREFUSED' })
  })
})

describe('calls side by side', () => {
  const call = (endpoint: string) => sts.assumeRoleWithWebIdentity(request({ endpoint }))

  test('have a connection each, which the next ones use again', async () => {
    const answers: (() => void)[] = []
    const server = opened(
      await serve((_request, response) => answers.push(() => response.end(granted))),
    )
    const answered = async (count: number): Promise<void> => {
      await until(() => answers.length === count)
      for (const answer of answers.splice(0)) answer()
    }
    for (let round = 0; round < 2; round++) {
      const all = Promise.all([call(server.origin), call(server.origin), call(server.origin)])
      await answered(3)
      expect((await all).map(({ ok }) => ok)).toEqual([true, true, true])
      expect(server.connections()).toBe(3)
    }
  })

  test('find the connections that were opened ahead', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    sts.preconnect(server.origin, 4)
    sts.preconnect(server.origin, 4)
    await until(() => server.connections() === 4)
    const all = await Promise.all([1, 2, 3, 4].map(() => call(server.origin)))
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(server.connections()).toBe(4)
  })

  test('one that hangs costs the others nothing, and its connection is not used again', async () => {
    let calls = 0
    const server = opened(
      await serve((_request, response) => {
        calls++
        if (calls > 1) response.end(granted)
      }),
    )
    const hanging = call(server.origin)
    await until(() => calls === 1)
    expect(await call(server.origin)).toMatchObject({ ok: true })
    for (const socket of server.open().slice(0, 1)) socket.destroy()
    expect(await hanging).toMatchObject({ ok: false, failure: { kind: 'network' } })
    expect(await call(server.origin)).toMatchObject({ ok: true })
    expect(server.connections()).toBe(2)
  })
})

test('no ambient credential, profile, file or endpoint is ever read', async () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'))
  mkdirSync(join(home, '.aws'))
  for (const name of ['config', 'credentials'])
    writeFileSync(join(home, '.aws', name), '[default\nthis is = = no file\nregion')
  const nonsense = {
    HOME: home,
    AWS_ACCESS_KEY_ID: 'AKIANONSENSE',
    AWS_SECRET_ACCESS_KEY: 'nonsense',
    AWS_SESSION_TOKEN: 'nonsense',
    AWS_PROFILE: 'nobody',
    AWS_REGION: 'xx-none-1',
    AWS_ROLE_ARN: 'arn:aws:iam::999999999999:role/other',
    AWS_WEB_IDENTITY_TOKEN_FILE: '/nowhere',
    AWS_ENDPOINT_URL: 'https://nothing.invalid',
    AWS_ENDPOINT_URL_STS: 'https://nothing.invalid',
    AWS_STS_REGIONAL_ENDPOINTS: 'legacy',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_MAX_ATTEMPTS: '9',
    AWS_RETRY_MODE: 'adaptive',
    AWS_DEFAULTS_MODE: 'nonsense',
    AWS_SDK_UA_APP_ID: 'nonsense',
  }
  const before = Object.keys(nonsense).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, nonsense)
  try {
    const server = opened(await serve((_request, response) => response.end(granted)))
    const own = makeSts(stop.signal)
    const result = await own.assumeRoleWithWebIdentity(request({ endpoint: server.origin }))
    expect(result.ok).toBe(true)
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).not.toHaveProperty('authorization')
    expect(JSON.stringify([server.requests, server.bodies])).not.toMatch(/nonsense|AKIA|nobody/i)
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(home, { recursive: true })
  }
})

describe('whose credentials these are', () => {
  const secrets = (id: string, key: string, token: string) => ({
    accessKeyId: new Secret(id),
    secretAccessKey: new Secret(key),
    sessionToken: new Secret(token),
  })

  test('is told by STS, for credentials that it gave out', async () => {
    const signedIn = await sts.assumeRoleWithWebIdentity(request())
    if (!signedIn.ok) throw new Error(JSON.stringify(signedIn.failure))
    const { credentials } = signedIn.value.session
    const asked = { endpoint: on.sts, region: 'eu-west-1', credentials }
    expect(await sts.callerIdentity(asked)).toEqual({
      ok: true,
      value: {
        account: '111122223333',
        arn: 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
      },
    })
  })

  test.each([
    ['nobody has given out', secrets('ASIANOBODY', 'hush', 'hush-too')],
    ['are a key without a session', secrets('AKIANOBODY', 'hush', '')],
  ])('is refused for credentials that %s, without a word of them', async (_what, credentials) => {
    const asked = { endpoint: on.sts, region: 'eu-west-1', credentials }
    const result = await sts.callerIdentity(asked)
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'aws', status: 403, code: 'InvalidClientTokenId' },
    })
    expect(JSON.stringify(result)).not.toContain('hush')
  })

  test('does not sign the sign-in: that call stays without an Authorization header', async () => {
    const server = opened(await serve((_request, response) => response.end(granted)))
    const credentials = secrets('ASIANOBODY', 'hush', 'hush-too')
    await sts.callerIdentity({ endpoint: server.origin, region: 'eu-west-1', credentials })
    await sts.assumeRoleWithWebIdentity(request({ endpoint: server.origin }))
    const [signed, unsigned] = server.requests
    expect(signed?.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=ASIANOBODY\//)
    expect(unsigned).not.toHaveProperty('authorization')
  })
})

describe('callerIdentity()', () => {
  const signedIn = async () => {
    const result = await sts.assumeRoleWithWebIdentity(request())
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value.session.credentials
  }
  const whose = (credentials: Credentials, endpoint = on.sts) =>
    makeSts(stop.signal, new Routes(), QUICK).callerIdentity({
      endpoint,
      region: 'eu-west-1',
      credentials,
    })

  test('credentials that work: account and ARN, by a signature that holds', async () => {
    expect(await whose(await signedIn())).toEqual({
      ok: true,
      value: {
        account: '111122223333',
        arn: 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
      },
    })
  })

  test.each([
    ['an unknown key', { accessKeyId: new Secret('AKIAIOSFODNN7EXAMPLE') }, 'InvalidClientTokenId'],
    ['a wrong secret', { secretAccessKey: new Secret('wrong') }, 'SignatureDoesNotMatch'],
  ])('%s: refused by STS', async (_what, change, code) => {
    const result = await whose({ ...(await signedIn()), ...change })
    expect(result).toMatchObject({ ok: false, failure: { kind: 'aws', status: 403, code } })
  })

  test('nobody there: a failure of the network', async () => {
    const dead = `https://localhost:${await deadPort()}`
    expect(await whose(await signedIn(), dead)).toMatchObject({
      failure: { kind: 'network', phase: 'connect', code: 'ECONNREFUSED' },
    })
  })

  test('a page in place of STS is no answer', async () => {
    const credentials = await signedIn()
    await on.setFaults({ sts: { status: 200, body: '<html>Welcome</html>' } })
    expect(await whose(credentials)).toMatchObject({ failure: { kind: 'not-sts', status: 200 } })
  })
})
