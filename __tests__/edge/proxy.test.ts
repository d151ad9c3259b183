// The proxy: who goes through it, what is seen of it, and how each of its failures is told, for HTTP and STS alike.
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { createProxy } from 'proxy'
import type { TlsMaterial } from '../../sandbox/certificates.js'
import { makeHttp } from '../../src/edge/http.js'
import { isExcepted, Routes } from '../../src/edge/proxy.js'
import { makeSts } from '../../src/edge/sts.js'
import { Secret } from '../../src/model/secret.js'
import type { HttpRequest, StsRequest } from '../../src/world.js'
import { atEnd, jwks, on, onStreet, opened, request, stop } from './on-street.js'
import { REAL_PROXIES } from './proxies.js'
import { certificates, deadPort, NO_NAME, type Served, serve, serveRaw, until } from './servers.js'

onStreet()

describe('no-proxy', () => {
  test.each<[noProxy: string, url: string, excepted: boolean]>([
    ['', 'https://sts.amazonaws.com', false],
    [' , ', 'https://sts.amazonaws.com', false],
    ['*', 'https://sts.amazonaws.com', true],
    ['amazonaws.com', 'https://amazonaws.com', true],
    ['amazonaws.com', 'https://sts.eu-west-1.amazonaws.com', true],
    ['amazonaws.com', 'https://notamazonaws.com', false],
    ['amazonaws.com', 'https://amazonaws.com.evil.test', false],
    ['.amazonaws.com', 'https://sts.amazonaws.com', true],
    ['.amazonaws.com', 'https://amazonaws.com', true],
    ['*.amazonaws.com', 'https://sts.amazonaws.com', true],
    ['AmazonAWS.com', 'https://STS.amazonaws.com', true],
    ['amazonaws.com.', 'https://sts.amazonaws.com', true],
    ['amazonaws.com', 'https://sts.amazonaws.com.', true],
    ['a.test, amazonaws.com', 'https://sts.amazonaws.com', true],
    ['a.test amazonaws.com', 'https://sts.amazonaws.com', true],
    ['a.test,b.test', 'https://sts.amazonaws.com', false],
    ['idp.test:8443', 'https://idp.test:8443', true],
    ['idp.test:8443', 'https://idp.test', false],
    ['idp.test:443', 'https://idp.test', true],
    ['.test:443', 'https://idp.test', true],
    ['idp.test:80', 'http://idp.test', true],
    ['localhost', 'https://localhost:8443', true],
    ['localhost', 'https://127.0.0.1', false],
    ['127.0.0.1', 'https://127.0.0.1:9', true],
    ['127.0.0.1:9', 'https://127.0.0.1:8', false],
    ['10.0.0.0/8', 'https://10.200.3.4', true],
    ['10.0.0.0/8', 'https://11.0.0.1', false],
    ['10.0.0.0/8', 'https://10.0.0.0.example.com', false],
    ['10.1.2.3/32', 'https://10.1.2.3', true],
    ['10.0.0.0/99', 'https://10.0.0.1', false],
    ['::1', 'https://[::1]:8443', true],
    ['[::1]', 'https://[::1]', true],
    ['[::1]:8443', 'https://[::1]:8443', true],
    ['[::1]:8443', 'https://[::1]:8444', false],
    ['0:0:0:0:0:0:0:1', 'https://[::1]', true],
    ['fd00::/8', 'https://[fd12::1]', true],
    ['fd00::/8', 'https://[fe80::1]', false],
    ['fd00::/8', 'https://10.0.0.1', false],
    ['0.0.1', 'https://10.0.0.1', false],
    ['.', 'https://sts.amazonaws.com', false],
  ])('%j and %s: %s', (noProxy, url, excepted) => {
    expect(isExcepted(new URL(url), noProxy)).toBe(excepted)
  })
})

const LOGIN = { user: 'build', password: 'hush1234' }

function through(url: string, noProxy = ''): Routes {
  const routes = new Routes()
  const host = url.replace(/^.*[/@]/, '')
  routes.use({ url: new Secret(url), host, source: 'http-proxy', noProxy })
  return routes
}

const ask = (routes: Routes, url: string, change: Partial<HttpRequest> = {}) =>
  makeHttp(stop.signal, routes).get({
    peer: 'jwks',
    url,
    timeoutMs: 5000,
    maxBytes: 100_000,
    ...change,
  })

const QUICK = { connectMs: 300, answerMs: 300, wholeMs: 500 }

const signIn = (routes: Routes, change: Partial<StsRequest> = {}, limits?: typeof QUICK) =>
  makeSts(stop.signal, routes, limits).assumeRoleWithWebIdentity(request(change))

const portOf = (url: string): string => new URL(url).port

describe.each(REAL_PROXIES)('%s', (_name, start) => {
  test('lets HTTP and STS through, and the answers tell of it', async () => {
    const proxy = await start()
    atEnd(proxy.stop)
    const routes = through(proxy.url())
    const answer = await ask(routes, jwks())
    expect(answer).toMatchObject({
      ok: true,
      value: {
        observed: {
          status: 200,
          proxy: proxy.url().slice(7),
          addresses: [],
          timings: { connectMs: expect.any(Number), tlsMs: expect.any(Number) },
        },
      },
    })
    if (answer.ok)
      expect(answer.value.observed.certificates[0]).toMatchObject({ subject: 'localhost' })
    expect(await signIn(routes)).toMatchObject({ ok: true })
    const targets = [jwks(), on.sts].map((url) => `localhost:${portOf(url)}`)
    expect(proxy.connected()).toEqual(targets)
  })

  test('takes user and password, which stand nowhere in what was seen', async () => {
    const proxy = await start(LOGIN)
    atEnd(proxy.stop)
    const routes = through(proxy.url(LOGIN))
    const results = [await ask(routes, jwks()), await signIn(routes)]
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    expect(JSON.stringify(results)).not.toContain(LOGIN.password)
  })

  test('with another password refuses, told as its own', async () => {
    const proxy = await start(LOGIN)
    atEnd(proxy.stop)
    const wrong = through(proxy.url({ ...LOGIN, password: 'wrong-hush' }))
    for (const result of [await ask(wrong, jwks()), await signIn(wrong)]) {
      expect(result).toMatchObject({
        ok: false,
        failure: {
          kind: 'network',
          phase: 'proxy',
          code: 'ERR_PROXY_TUNNEL',
          detail: expect.stringMatching(/: HTTP\/1\.\d 40[17] /),
          host: 'localhost',
          addresses: [],
          proxy: proxy.url().slice(7),
          // npm's says 407, tinyproxy 401.
          proxyStatus: expect.any(Number),
        },
      })
      expect(JSON.stringify(result)).toMatch(/"proxyStatus":40[17]\b/)
      expect(JSON.stringify(result)).not.toContain('hush')
    }
  })

  test('that cannot reach the peer is told as the proxy', async () => {
    const proxy = await start()
    atEnd(proxy.stop)
    const dead = `https://127.0.0.1:${await deadPort()}/keys`
    expect(await ask(through(proxy.url()), dead)).toMatchObject({
      failure: { phase: 'proxy', code: 'ERR_PROXY_TUNNEL', host: '127.0.0.1', addresses: [] },
    })
  })

  test('is not asked for a host that is excepted', async () => {
    const proxy = await start()
    atEnd(proxy.stop)
    const answer = await ask(through(proxy.url(), 'localhost'), jwks())
    expect(answer).toMatchObject({
      ok: true,
      value: { observed: { addresses: expect.arrayContaining(['127.0.0.1']) } },
    })
    expect(JSON.stringify(answer)).not.toContain('"proxy"')
    expect(proxy.connected()).toEqual([])
  })

  test('serves plain HTTP by absolute URLs', async () => {
    const proxy = await start()
    atEnd(proxy.stop)
    const server = opened(
      await serveRaw((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'))
      }),
    )
    const plain = `http://localhost:${server.port}/keys`
    const answer = await ask(through(proxy.url()), plain)
    expect(answer).toMatchObject({
      ok: true,
      value: { body: '{}', observed: { proxy: proxy.url().slice(7), addresses: [] } },
    })
  })

  test('warm() opens the tunnel that the call then uses', async () => {
    const proxy = await start()
    atEnd(proxy.stop)
    const sts = makeSts(stop.signal, through(proxy.url()))
    sts.preconnect(on.sts)
    await until(() => proxy.connected().length === 1)
    await new Promise((next) => setTimeout(next, 50))
    const result = await sts.assumeRoleWithWebIdentity(request())
    expect(result.ok).toBe(true)
    expect(proxy.connected()).toHaveLength(1)
  })
})

test('a password with special characters arrives as it is', async () => {
  const [[, start] = []] = REAL_PROXIES
  const login = { user: 'build', password: 'p@ss/w:rd %' }
  const proxy = await start?.(login)
  if (!proxy) throw new Error('no proxy')
  atEnd(proxy.stop)
  expect(await ask(through(proxy.url(login)), jwks())).toMatchObject({ ok: true })
})

describe('a proxy that fails', () => {
  const BEHIND = 'https://other.example.test/keys'

  /** A proxy that connects whoever asks to `port`. */
  const proxy = (port: number) =>
    serveRaw((socket) => {
      socket.once('data', () => {
        const onward = connect(port, '127.0.0.1')
        onward.on('error', () => socket.destroy())
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        socket.pipe(onward).pipe(socket)
      })
    })

  test.each<[string, Partial<HttpRequest>, code: string]>([
    ['is not there', {}, 'ECONNREFUSED'],
    ['has a name that nobody knows', {}, 'ENOTFOUND'],
    ['never answers', { timeoutMs: 200 }, 'TIMEOUT'],
    ['hangs up', {}, 'ERR_PROXY_TUNNEL'],
    ['resets', {}, 'ECONNRESET'],
  ])('and %s: phase proxy, for HTTP and STS', async (what, change, code) => {
    const behaviour: Record<string, () => Promise<Served>> = {
      'never answers': () => serveRaw(),
      'hangs up': () => serveRaw((socket) => socket.once('data', () => socket.end())),
      resets: () => serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy())),
    }
    const served = await behaviour[what]?.()
    if (served) opened(served)
    const host = what.startsWith('has a name')
      ? `${NO_NAME}:3128`
      : `127.0.0.1:${served?.port ?? (await deadPort())}`
    const routes = through(`http://me:hush@${host}`)
    const seen = { kind: 'network', phase: 'proxy', code, proxy: host, addresses: [] }
    for (const result of [await ask(routes, BEHIND, change), await signIn(routes, {}, QUICK)]) {
      expect(result).toMatchObject({ ok: false, failure: seen })
      expect(JSON.stringify(result)).not.toContain('hush')
    }
    if (served) await until(() => served.open().length === 0)
  })

  test.each([
    ['HTTP/1.1 403 Filtered', 403],
    ['HTTP/1.0 407 Proxy Authentication Required', 407],
    ['HTTP/1.1 502 Bad Gateway', 502],
    ['HTTP/1.1 204', 204],
    ['HTTP/1.1 999 Oh', 999],
    ['HTTP/1.1 1000 Oh', undefined],
    ['HTTP/1.1 99999999999999999999999 Oh', undefined],
    ['HTTP/1.1 1e3 Oh', undefined],
    ['HTTP/1.1 -1 Oh', undefined],
    ['HTTP/1.1', undefined],
    ['220 mail.example.com ESMTP', undefined],
  ])('and answers %j: its status as a number, where it is one', async (line, proxyStatus) => {
    const answers = opened(
      await serveRaw((socket) => socket.once('data', () => socket.end(`${line}\r\n\r\n`))),
    )
    const host = `127.0.0.1:${answers.port}`
    const routes = through(`http://${host}`)
    for (const result of [await ask(routes, BEHIND), await signIn(routes)]) {
      if (result.ok) throw new Error('it got through')
      expect(result.failure).toMatchObject({ phase: 'proxy', code: 'ERR_PROXY_TUNNEL' })
      expect(result.failure).toHaveProperty('detail', expect.stringContaining(`: ${line}`))
      expect('proxyStatus' in result.failure ? result.failure.proxyStatus : undefined).toBe(
        proxyStatus,
      )
    }
  })

  test('a peer that is reached and says nothing is not taken for a broken proxy', async () => {
    const tls = await (await certificates()).for('wrong-name')
    const server = opened(await serve(() => undefined, tls))
    const { port } = opened(await proxy(server.port))
    const quick = { timeoutMs: 300 }
    expect(await ask(through(`http://localhost:${port}`), BEHIND, quick)).toMatchObject({
      failure: { phase: 'response', code: 'TIMEOUT', proxy: `localhost:${port}` },
    })
  })

  test('nor one that falls silent at the second request by the same tunnel', async () => {
    const tls = await (await certificates()).for('wrong-name')
    let requests = 0
    const server = opened(
      await serve((_request, response) => {
        requests++
        if (requests === 1) response.end('{}')
      }, tls),
    )
    const { port } = opened(await proxy(server.port))
    const line = makeHttp(stop.signal, through(`http://localhost:${port}`)).line()
    const asked = { peer: 'jwks' as const, url: BEHIND, maxBytes: 1000 }
    expect(await line.get({ ...asked, timeoutMs: 3000 })).toMatchObject({ ok: true })
    expect(await line.get({ ...asked, timeoutMs: 300 })).toMatchObject({
      failure: { phase: 'response', code: 'TIMEOUT', proxy: `localhost:${port}` },
    })
    line.end()
    expect([requests, server.connections()]).toEqual([2, 1])
  })

  test('a peer that takes the tunnel and never speaks TLS: phase TLS', async () => {
    const silent = opened(await serveRaw())
    const { port } = opened(await proxy(silent.port))
    const routes = through(`http://localhost:${port}`)
    const seen = { phase: 'tls', code: 'TIMEOUT', certificates: [] }
    expect(await ask(routes, BEHIND, { timeoutMs: 300 })).toMatchObject({ failure: seen })
    await until(() => silent.open().length === 0)
  })

  test("the peer's bad certificate is told as the peer's, and looked at through the proxy", async () => {
    const server = opened(await serve((_request, response) => response.end('{}')))
    const { port } = opened(await proxy(server.port))
    const routes = through(`http://localhost:${port}`)
    const results = [
      await ask(routes, BEHIND),
      await signIn(routes, { endpoint: 'https://other.example.test' }),
    ]
    for (const result of results)
      expect(result).toMatchObject({
        failure: {
          phase: 'tls',
          code: 'ERR_TLS_CERT_ALTNAME_INVALID',
          certificates: [{ subject: 'localhost' }, {}],
          proxy: `localhost:${port}`,
        },
      })
  })

  test('a world that is stopped leaves no connection to it', async () => {
    const silent = opened(await serveRaw())
    const asked = ask(through(`http://127.0.0.1:${silent.port}`), BEHIND)
    await until(() => silent.open().length === 1)
    stop.abort()
    expect(await asked).toMatchObject({ ok: false })
    await until(() => silent.open().length === 0)
  })
})

describe('a proxy that itself speaks TLS', () => {
  async function secureProxy(tls: TlsMaterial): Promise<string> {
    const server = createProxy(createHttps({ ...tls }))
    server.on('tlsClientError', () => undefined)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    atEnd(
      () =>
        new Promise((done) => {
          server.close(() => done())
          server.closeAllConnections()
        }),
    )
    return `https://localhost:${(server.address() as AddressInfo).port}`
  }

  test('lets through', async () => {
    const own = await certificates()
    const behind = opened(await serve((_request, response) => response.end('{}')))
    const url = await secureProxy(own.good)
    const answer = await ask(through(url), `${behind.origin}/keys`)
    expect(answer).toMatchObject({
      ok: true,
      value: { body: '{}', observed: { proxy: url.slice(8), addresses: [] } },
    })
  })

  test('with a bad certificate: the trouble is the proxy, for HTTP and STS', async () => {
    const own = await certificates()
    const url = await secureProxy(await own.for('expired'))
    const routes = through(url)
    const seen = { phase: 'proxy', code: 'CERT_HAS_EXPIRED', proxy: url.slice(8) }
    for (const result of [await ask(routes, jwks()), await signIn(routes)])
      expect(result).toMatchObject({ failure: seen })
  })
})

test('without a proxy none is named, whatever the environment of the toolkit says', async () => {
  process.env['HTTPS_PROXY'] = 'http://127.0.0.1:1'
  try {
    const answer = await ask(new Routes(), jwks())
    expect(answer).toMatchObject({
      ok: true,
      value: { observed: { addresses: expect.arrayContaining(['127.0.0.1']) } },
    })
    expect(JSON.stringify(answer)).not.toContain('"proxy"')
  } finally {
    delete process.env['HTTPS_PROXY']
  }
})
