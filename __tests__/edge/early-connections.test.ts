// Connections begun before anybody asks: where they lead, where none is begun, and that the request which comes later takes them.
import dns from 'node:dns'
import tls from 'node:tls'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { beginConnections } from '../../src/edge/early-connections.js'
import { makeHttp } from '../../src/edge/http.js'
import { Routes } from '../../src/edge/proxy.js'
import { makeSts } from '../../src/edge/sts.js'
import { on, onStreet, opened, request, stop } from './on-street.js'
import { deadPort, serve, serveAfter408, until } from './servers.js'

onStreet()
afterEach(() => {
  jest.restoreAllMocks()
})

const DENIED =
  '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message></Error><RequestId>00000000-0000-4000-8000-000000000001</RequestId></ErrorResponse>'

const answering = async () => opened(await serve((_request, response) => response.end('{}')))

/** Three servers, and the variables of a run that goes to them. */
async function run(change: Readonly<Record<string, string>> = {}) {
  const [token, issuer, sts] = [await answering(), await answering(), await answering()]
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${token.origin}/token?api-version=2.0`,
    INPUT_ISSUER: issuer.origin,
    'INPUT_STS-ENDPOINT': sts.origin,
    'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy',
    'INPUT_AWS-REGION': 'eu-west-1',
    ...change,
  }
  const early = beginConnections(env)
  return { early, token, issuer, sts, all: [token, issuer, sts] }
}

test('to token service, issuer and STS, each once', async () => {
  const { early, all } = await run()
  await until(() => all.every(({ connections }) => connections() === 1))
  for (const { origin } of all) {
    const url = new URL(origin)
    expect(early.take(url)).toBeDefined()
    expect(early.take(url)).toBeUndefined()
  }
})

test('without Nagle, as those that a request opens: what is sent first waits for no acknowledgement', async () => {
  const connect = jest.spyOn(tls, 'connect')
  await run()
  makeSts(stop.signal).preconnect(on.sts)
  const options = connect.mock.calls.map(([given]) => given as tls.ConnectionOptions)
  expect(options.map((one) => 'noDelay' in one && one.noDelay)).toEqual([true, true, true, true])
})

/** Where connections would lead, in their order, and whether each is guarded. */
function ledBy(env: Readonly<Record<string, string>>): [origin: string, guarded: boolean][] {
  const led: [string, boolean][] = []
  beginConnections(env, (url, guard) => {
    led.push([url.origin, guard !== undefined])
    return { socket: undefined, trace: undefined } as never
  })
  return led
}

test('in the order in which they are needed, and that to the issuer guarded', () => {
  const led = ledBy({
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.test/token',
    INPUT_ISSUER: 'https://issuer.test',
    'INPUT_STS-ENDPOINT': 'https://sts.test',
    'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy',
  })
  expect(led).toEqual([
    ['https://token.test', false],
    ['https://issuer.test', true],
    ['https://sts.test', false],
  ])
})

test.each<[string, Record<string, string>]>([
  ['the token service', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://ghes.test/token' }],
  [
    'an STS of one’s own',
    {
      'INPUT_STS-ENDPOINT': 'https://ghes.test/sts',
      'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy',
    },
  ],
])('of two to one origin, one that is guarded: %s', (_whose, env) => {
  const led = ledBy({ ...env, INPUT_ISSUER: 'https://ghes.test/_services/token' })
  expect(led).toEqual([['https://ghes.test', true]])
})

describe('none', () => {
  test.each<[string, Record<string, string>]>([
    ['with a proxy by input', { 'INPUT_HTTP-PROXY': 'http://proxy.test:3128' }],
    ['with a proxy by variable', { https_proxy: 'http://proxy.test:3128' }],
    ['where the job may be signed in already', { 'INPUT_USE-EXISTING-CREDENTIALS': 'true' }],
  ])('%s', async (_what, change) => {
    const { early, all } = await run(change)
    for (const { origin } of all) expect(early.take(new URL(origin))).toBeUndefined()
  })

  test('but to STS with a token from a file, which names its issuer itself', async () => {
    const { early, token, issuer, sts } = await run({ 'INPUT_WEB-IDENTITY-TOKEN-FILE': 'a.jwt' })
    for (const { origin } of [token, issuer]) expect(early.take(new URL(origin))).toBeUndefined()
    expect(early.take(new URL(sts.origin))).toBeDefined()
  })

  test.each([
    ['an internal name', 'https://idp.corp.internal', {}, []],
    [
      'an internal name, next door to an STS of one’s own',
      'https://idp.corp.internal',
      { 'INPUT_STS-ENDPOINT': 'https://sts.corp.internal' },
      ['https://idp.corp.internal', 'https://sts.corp.internal'],
    ],
    ['a public name', 'https://idp.example.com', {}, ['https://idp.example.com']],
  ])('of the issuer: %s', (_what, INPUT_ISSUER, change, origins) => {
    const led: string[] = []
    beginConnections({ INPUT_ISSUER, 'INPUT_ROLE-TO-ASSUME': 'x', ...change }, (url) => {
      led.push(url.origin)
      return undefined
    })
    expect(led).toEqual(origins)
  })

  test.each<[string, Record<string, string>]>([
    ['no role', { 'INPUT_ROLE-TO-ASSUME': '' }],
    ['a role that is said to be none', { 'INPUT_ROLE-TO-ASSUME': 'none' }],
  ])('to STS with %s', async (_what, change) => {
    const { early, token, issuer, sts } = await run(change)
    expect(early.take(new URL(sts.origin))).toBeUndefined()
    for (const { origin } of [token, issuer]) expect(early.take(new URL(origin))).toBeDefined()
  })

  test.each([
    ['plain HTTP', 'http://localhost:1/'],
    ['no URL', 'x'],
    ["the cloud's own services", 'https://169.254.169.254/'],
  ])('to an issuer that is %s', async (_what, url) => {
    const { early } = await run({ INPUT_ISSUER: url })
    if (URL.canParse(url)) expect(early.take(new URL(url))).toBeUndefined()
  })
})

test.each<[string, Record<string, string>, string | undefined]>([
  ["the region's endpoint", {}, 'https://sts.eu-west-1.amazonaws.com'],
  [
    "the job's region, if the step has none",
    { 'INPUT_AWS-REGION': '', AWS_REGION: 'eu-north-1', AWS_DEFAULT_REGION: 'us-east-1' },
    'https://sts.eu-north-1.amazonaws.com',
  ],
  [
    "the job's default region, if it has no other",
    { 'INPUT_AWS-REGION': '', AWS_DEFAULT_REGION: 'us-east-1' },
    'https://sts.us-east-1.amazonaws.com',
  ],
  [
    'for several roles',
    { 'INPUT_ROLE-TO-ASSUME': 'none', INPUT_ROLES: 'a: x' },
    'https://sts.eu-west-1.amazonaws.com',
  ],
  ['none for neither', { 'INPUT_ROLE-TO-ASSUME': 'none', INPUT_ROLES: 'none' }, undefined],
  ['none of a region that nobody knows', { 'INPUT_AWS-REGION': 'eu-newest-9' }, undefined],
  ['none where variables may name another', { AWS_ENDPOINT_URL_STS: 'https://x.test' }, undefined],
  ['none where they ask for a variant', { AWS_USE_FIPS_ENDPOINT: 'true' }, undefined],
])('of STS, if the step names none: %s', (_what, change, origin) => {
  const led: string[] = []
  const env = { 'INPUT_ROLE-TO-ASSUME': 'x', 'INPUT_AWS-REGION': 'eu-west-1', ...change }
  beginConnections(env, (url) => {
    led.push(url.origin)
    return undefined
  })
  expect(led).toEqual(origin === undefined ? [] : [origin])
})

describe('the request that comes later', () => {
  test('takes it, waits for nothing that had passed by then, and says so', async () => {
    const { early, issuer } = await run()
    await until(() => issuer.connections() === 1)
    await new Promise((next) => setTimeout(next, 150))
    const http = makeHttp(stop.signal, new Routes(early))
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    const from = performance.now()
    const result = await http.get({ peer: 'discovery', url: `${issuer.origin}/x`, ...limits })
    const took = performance.now() - from
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    expect(issuer.connections()).toBe(1)
    const { timings, certificates } = result.value.observed
    expect(certificates.length).toBeGreaterThan(0)
    expect(timings.totalMs).toBeLessThanOrEqual(Math.ceil(took))
    expect(timings).toMatchObject({ connectMs: 0, tlsMs: 0 })
    // Another request does not find it again.
    await http.get({ peer: 'discovery', url: `${issuer.origin}/x`, ...limits })
    expect(issuer.connections()).toBe(2)
  })

  test('of STS, too', async () => {
    const early = beginConnections({
      'INPUT_STS-ENDPOINT': on.sts,
      'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy',
    })
    const sts = makeSts(stop.signal, new Routes(early))
    sts.preconnect(on.sts)
    expect(await sts.assumeRoleWithWebIdentity(request())).toMatchObject({ ok: true })
    expect(early.take(new URL(on.sts))).toBeUndefined()
  })

  test('opens its own where it failed meanwhile, and tells what it meets itself', async () => {
    const { early, issuer } = await run()
    await until(() => issuer.open().length === 1)
    for (const socket of issuer.open()) socket.destroy()
    await until(() => issuer.open().length === 0)
    await new Promise((next) => setTimeout(next, 20))
    const http = makeHttp(stop.signal, new Routes(early))
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    const url = `${issuer.origin}/x`
    expect(await http.get({ peer: 'discovery', url, ...limits })).toMatchObject({ ok: true })
    expect(issuer.connections()).toBe(2)
  })

  test('is sent once more where the other side closes the early one as it comes', async () => {
    let requests = 0
    const { origin, connections } = opened(
      await serve((request, response) => {
        requests++
        if (requests === 1) request.socket.destroy()
        else response.end('{}')
      }),
    )
    const early = beginConnections({ INPUT_ISSUER: origin, 'INPUT_STS-ENDPOINT': origin })
    const begun = early.take(new URL(origin))
    await until(() => begun?.trace.securedAt !== undefined)
    const http = makeHttp(
      stop.signal,
      new Routes({ take: () => (requests === 0 ? begun : undefined) }),
    )
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    expect(await http.get({ peer: 'discovery', url: origin, ...limits })).toMatchObject({
      ok: true,
    })
    expect([requests, connections()]).toEqual([2, 2])
  })

  describe.each(['unasked', 'asked'] as const)('is not answered by a 408, %s', (when) => {
    /** Its connection has stood for a while. */
    async function standing(origin: string): Promise<Routes> {
      const early = beginConnections({ INPUT_ISSUER: origin, 'INPUT_STS-ENDPOINT': origin })
      const begun = early.take(new URL(origin))
      await until(() => begun?.trace.securedAt !== undefined)
      await new Promise((next) => setTimeout(next, 50))
      const takes = [begun]
      return new Routes({ take: () => takes.shift() })
    }

    test('from the issuer', async () => {
      const server = await serveAfter408(when, (_request, response) => response.end('{}'))
      const { origin, connections } = opened(server)
      const http = makeHttp(stop.signal, await standing(origin))
      const limits = { timeoutMs: 3000, maxBytes: 1000 }
      const result = await http.get({ peer: 'discovery', url: origin, ...limits })
      expect(result).toMatchObject({ ok: true, value: { observed: { status: 200 } } })
      expect(connections()).toBe(2)
    })

    test('from STS', async () => {
      const server = await serveAfter408(when, (_request, response) => {
        response.statusCode = 403
        response.end(DENIED)
      })
      const { origin, connections } = opened(server)
      const routes = await standing(origin)
      const sts = makeSts(stop.signal, routes)
      sts.preconnect(origin)
      const result = await sts.assumeRoleWithWebIdentity(request({ endpoint: origin }))
      expect(result).toMatchObject({ ok: false, failure: { kind: 'aws', code: 'AccessDenied' } })
      expect(connections()).toBe(2)
    })
  })

  test('a 408 to a connection that it opened itself is the answer', async () => {
    let requests = 0
    const { origin, connections } = opened(
      await serve((_request, response) => {
        requests++
        response.statusCode = 408
        response.end()
      }),
    )
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    const result = await makeHttp(stop.signal).get({ peer: 'discovery', url: origin, ...limits })
    expect(result).toMatchObject({ ok: true, value: { observed: { status: 408 } } })
    const sts = makeSts(stop.signal)
    expect(await sts.assumeRoleWithWebIdentity(request({ endpoint: origin }))).toMatchObject({
      ok: false,
      failure: { kind: 'not-sts', status: 408 },
    })
    expect([requests, connections()]).toEqual([2, 2])
  })

  test('tells an address that is refused, though another file of dist began it, with a class of its own', async () => {
    const looked = Promise.withResolvers<void>()
    jest.spyOn(dns, 'lookup').mockImplementation(((
      _name: string,
      _options: object,
      done: (error: null, found: object[]) => void,
    ) => {
      void looked.promise.then(() => done(null, [{ address: '169.254.169.254', family: 4 }]))
    }) as never)
    jest.resetModules()
    const other = await import('../../src/edge/early-connections.js')
    expect(other.beginConnections).not.toBe(beginConnections)
    const early = other.beginConnections({ INPUT_ISSUER: 'https://issuer.test' })
    const http = makeHttp(stop.signal, new Routes(early))
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    const asked = http.get({ peer: 'discovery', url: 'https://issuer.test/', ...limits })
    looked.resolve()
    const failure = { kind: 'address', host: 'issuer.test', refused: 'metadata' }
    expect(await asked).toMatchObject({ failure })
  })

  test('tells a port that nobody listens on', async () => {
    const origin = `https://localhost:${await deadPort()}`
    const early = beginConnections({ INPUT_ISSUER: origin, 'INPUT_STS-ENDPOINT': origin })
    await new Promise((next) => setTimeout(next, 20))
    const http = makeHttp(stop.signal, new Routes(early))
    const limits = { timeoutMs: 3000, maxBytes: 1000 }
    expect(await http.get({ peer: 'discovery', url: origin, ...limits })).toMatchObject({
      failure: { kind: 'network', phase: 'connect', code: 'ECONNREFUSED' },
    })
  })
})
