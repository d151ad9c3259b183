// HTTP by the toolkit's client, against the street and small servers: what is observed, what is limited, and how each failure is told.
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import { TLS_FAULTS } from '../../sandbox/faults.js'
import { makeHttp } from '../../src/edge/http.js'
import { Secret } from '../../src/model/secret.js'
import type { HttpAnswer, HttpRequest } from '../../src/world.js'
import { jwks, on, onStreet, opened, stop } from './on-street.js'
import { certificates, deadPort, NO_NAME, serve, serveRaw, trust, until } from './servers.js'

onStreet()

const MiB = 1024 * 1024

const ask = (url: string, change: Partial<HttpRequest> = {}) =>
  makeHttp(stop.signal).get({ peer: 'jwks', url, timeoutMs: 5000, maxBytes: MiB, ...change })

async function answer(url: string, change: Partial<HttpRequest> = {}): Promise<HttpAnswer> {
  const result = await ask(url, change)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

async function failure(url: string, change: Partial<HttpRequest> = {}) {
  const result = await ask(url, change)
  if (result.ok) throw new Error(`it answered ${result.value.observed.status}`)
  return result.failure
}

describe('an answer', () => {
  test('with all that was observed of it', async () => {
    const before = Date.now()
    const { observed, body } = await answer(jwks())
    expect(JSON.parse(body)).toHaveProperty('keys')
    expect(observed).toMatchObject({
      url: jwks(),
      status: 200,
      headers: { 'cache-control': 'public, max-age=3600' },
      bytes: Buffer.byteLength(body),
      addresses: expect.arrayContaining(['127.0.0.1']),
    })
    expect(observed.receivedAt).toBeGreaterThanOrEqual(before)
    expect(observed.receivedAt).toBeLessThanOrEqual(Date.now())
  })

  test('with timings that add up: name, connection, TLS, first byte, all', async () => {
    await on.setFaults({ jwks: { delayMs: 40 } })
    const { timings } = (await answer(jwks())).observed
    const { dnsMs = -1, connectMs = -1, tlsMs = -1, firstByteMs = -1, totalMs } = timings
    for (const part of [dnsMs, connectMs, tlsMs]) expect(part).toBeGreaterThanOrEqual(0)
    expect(firstByteMs).toBeGreaterThanOrEqual(35)
    expect(dnsMs + connectMs + tlsMs + firstByteMs).toBeLessThanOrEqual(totalMs + 1)
  })

  test('and how long this process itself stood still meanwhile', async () => {
    const asked = answer(jwks())
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150)
    expect((await asked).observed.timings.stalledMs).toBeGreaterThanOrEqual(100)
  })

  test('with the chain of certificates, leaf first', async () => {
    const [leaf, root, ...more] = (await answer(jwks())).observed.certificates
    expect(more).toEqual([])
    expect(leaf).toMatchObject({
      subject: 'localhost',
      issuer: 'AWS OIDC preflight sandbox CA',
      names: expect.arrayContaining(['localhost']),
      sha1: expect.stringMatching(/^[\da-f]{40}$/),
      selfSigned: false,
    })
    expect(root).toMatchObject({
      subject: 'AWS OIDC preflight sandbox CA',
      names: [],
      selfSigned: true,
    })
    expect(Date.parse(leaf?.validTo ?? '')).toBeGreaterThan(Date.now())
  })

  test.each([200, 204, 301, 302, 400, 401, 403, 404, 418, 429, 500, 503])(
    'of any status is an answer: %i',
    async (status) => {
      const body = status === 204 ? '' : 'x'
      await on.setFaults({ jwks: { status, body } })
      expect(await answer(jwks())).toMatchObject({ observed: { status }, body })
      expect(on.log()).toHaveLength(1)
    },
  )

  test('that points elsewhere is not followed', async () => {
    const elsewhere = opened(await serve((_request, response) => response.end('{}')))
    trust(on.caPem)
    await on.setFaults({ jwks: { status: 302, headers: { location: elsewhere.origin } } })
    expect((await answer(jwks())).observed).toMatchObject({
      status: 302,
      headers: { location: elsewhere.origin },
    })
    expect(elsewhere.connections()).toBe(0)
  })

  test('with headers that came twice joined by a comma, and without cookies', async () => {
    const server = opened(
      await serve((_request, response) => {
        response.writeHead(
          200,
          [
            ['Cache-Control', 'public'],
            ['Cache-Control', 'max-age=60'],
            ['Set-Cookie', 'a=1'],
            ['Set-Cookie', 'b=2'],
          ].flat(),
        )
        response.end('{}')
      }),
    )
    const { headers } = (await answer(server.origin)).observed
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60' })
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('to a request that says who asks, what it takes, and the bearer only where there is one', async () => {
    const server = opened(await serve((_request, response) => response.end('{}')))
    await answer(server.origin, { headers: { 'cache-control': 'no-cache' } })
    await answer(server.origin, { bearer: new Secret('hush') })
    const [plain, borne] = server.requests
    expect(plain).toMatchObject({
      accept: 'application/json',
      'user-agent': expect.stringContaining('aws-oidc-preflight'),
      'cache-control': 'no-cache',
    })
    expect(plain).not.toHaveProperty('authorization')
    expect(borne).toMatchObject({ authorization: 'Bearer hush' })
  })

  test('in UTF-8, also where a character is cut by a chunk', async () => {
    const bytes = Buffer.from('{"ä":"€"}')
    const server = opened(
      await serve((_request, response) => {
        response.write(bytes.subarray(0, 3))
        setTimeout(() => response.end(bytes.subarray(3)), 20)
      }),
    )
    expect((await answer(server.origin)).body).toBe('{"ä":"€"}')
  })
})

describe('limits', () => {
  test.each([
    ['with a content-length', { 'content-length': String(64 * MiB) }],
    ['without one', {}],
  ])('a body that is too large, %s, is cut off while it comes', async (_what, headers) => {
    let sent = 0
    const server = opened(
      await serve((_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json', ...headers })
        const more = (): void => {
          while (sent < 64 * MiB && !response.destroyed) {
            sent += 65_536
            if (!response.write('['.padEnd(65_536))) {
              response.once('drain', more)
              return
            }
          }
        }
        more()
      }),
    )
    expect(await failure(server.origin, { maxBytes: MiB })).toEqual({
      kind: 'document',
      peer: 'jwks',
      url: server.origin,
      problem: 'too-large',
      status: 200,
      contentType: 'application/json',
      excerpt: '['.padEnd(200),
    })
    await until(() => server.open().length === 0)
    // What the socket's buffers had taken is all that was sent of 64 MiB.
    expect(sent).toBeLessThan(32 * MiB)
  })

  test('a body of just the size is taken whole', async () => {
    await on.setFaults({ jwks: { body: 'x'.repeat(1000) } })
    expect((await answer(jwks(), { maxBytes: 1000 })).observed.bytes).toBe(1000)
    expect(await failure(jwks(), { maxBytes: 999 })).toMatchObject({ problem: 'too-large' })
  })

  test('a body that never ends: TIMEOUT, in the response', async () => {
    await on.setFaults({ jwks: { endless: true } })
    expect(await failure(jwks(), { timeoutMs: 1500 })).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'TIMEOUT',
      timeoutMs: 1500,
    })
  })

  test('no answer: TIMEOUT, in the response', async () => {
    await on.setFaults({ jwks: { hang: true } })
    expect(await failure(jwks(), { timeoutMs: 1500 })).toMatchObject({
      kind: 'network',
      peer: 'jwks',
      host: 'localhost',
      phase: 'response',
      code: 'TIMEOUT',
      timeoutMs: 1500,
      addresses: expect.arrayContaining(['127.0.0.1']),
    })
  })

  test('a port that takes the connection and never speaks TLS: TIMEOUT, in TLS', async () => {
    const server = opened(await serveRaw())
    expect(await failure(server.origin, { timeoutMs: 200 })).toMatchObject({
      kind: 'network',
      phase: 'tls',
      code: 'TIMEOUT',
    })
    await until(() => server.open().length === 0)
  })
})

describe('no answer', () => {
  test('a body cut off half-way', async () => {
    await on.setFaults({ jwks: { cut: true } })
    expect(await failure(jwks())).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'ECONNRESET',
    })
  })

  test('a connection that is reset after the request', async () => {
    await on.setFaults({ jwks: { reset: true } })
    expect(await failure(jwks())).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: 'ECONNRESET',
    })
  })

  test('a port that is closed', async () => {
    expect(await failure(`https://localhost:${await deadPort()}/x`)).toMatchObject({
      kind: 'network',
      host: 'localhost',
      phase: 'connect',
      code: 'ECONNREFUSED',
      certificates: [],
    })
  })

  test('a name that does not exist', async () => {
    expect(await failure(`https://${NO_NAME}/keys`)).toMatchObject({
      kind: 'network',
      host: NO_NAME,
      phase: 'dns',
      code: 'ENOTFOUND',
      addresses: [],
    })
  })

  test('a port that speaks plain HTTP', async () => {
    const server = opened(
      await serveRaw((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n'))),
    )
    expect(await failure(server.origin)).toMatchObject({
      kind: 'network',
      phase: 'tls',
      code: expect.stringMatching(
        /^(EPROTO|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/,
      ),
    })
  })

  test('a server that hangs up in the middle of TLS', async () => {
    const server = opened(await serveRaw((socket) => socket.once('data', () => socket.destroy())))
    expect(await failure(server.origin)).toMatchObject({
      kind: 'network',
      phase: 'tls',
      code: 'ECONNRESET',
    })
  })

  test('what is no HTTP over good TLS', async () => {
    const server = opened(
      await serve((request) => {
        request.socket.end('nonsense\r\n\r\n')
      }),
    )
    expect(await failure(server.origin)).toMatchObject({
      kind: 'network',
      phase: 'response',
      code: expect.stringMatching(/^HPE_/),
    })
  })

  test('a URL that is none', async () => {
    expect(await failure('https://[nonsense')).toMatchObject({
      kind: 'network',
      code: 'ERR_INVALID_URL',
    })
  })
})

describe('TLS that does not hold: the code, and the chain as it was served', () => {
  const codes: Record<string, [code: RegExp, chain: string[]]> = {
    untrusted: [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, ['localhost']],
    'private-ca': [/^SELF_SIGNED_CERT_IN_CHAIN$/, ['localhost', 'Example Private Root CA']],
    inspected: [/^SELF_SIGNED_CERT_IN_CHAIN$/, ['localhost', 'Acme Corp TLS Inspection CA']],
    incomplete: [/^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT_LOCALLY)$/, ['localhost']],
    expired: [/^CERT_HAS_EXPIRED$/, ['localhost', 'AWS OIDC preflight sandbox CA']],
    'wrong-name': [
      /^ERR_TLS_CERT_ALTNAME_INVALID$/,
      ['other.example.test', 'AWS OIDC preflight sandbox CA'],
    ],
  }

  test.each(TLS_FAULTS.filter((fault) => fault !== 'expires-soon'))('%s', async (fault) => {
    await on.setFaults({ tls: { issuer: fault } })
    const found = await failure(jwks())
    const [code, chain] = codes[fault] ?? []
    expect(found).toMatchObject({
      kind: 'network',
      phase: 'tls',
      code: expect.stringMatching(code ?? /never/),
    })
    if (found.kind === 'network')
      expect(found.certificates.map(({ subject }) => subject)).toEqual(chain)
  })

  test('expires-soon: an answer, with the day on which it ends', async () => {
    await on.setFaults({ tls: { issuer: 'expires-soon' } })
    const [leaf] = (await answer(jwks())).observed.certificates
    const days = (Date.parse(leaf?.validTo ?? '') - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(4)
    expect(days).toBeLessThan(5.1)
  })
})

/** Longer than a test may take: what ends all the same was stopped. */
const ENDLESS = { timeoutMs: 600_000 }

describe('a world that is stopped', () => {
  test('before: fails at once, and opens no connection', async () => {
    const server = opened(await serveRaw())
    stop.abort()
    expect(await failure(server.origin, ENDLESS)).toMatchObject({ kind: 'network' })
    expect(server.open()).toEqual([])
  })

  test('under way: fails at once, and leaves no connection', async () => {
    const server = opened(await serveRaw())
    const asked = failure(server.origin, ENDLESS)
    await until(() => server.open().length === 1)
    stop.abort()
    expect(await asked).toMatchObject({ kind: 'network' })
    await until(() => server.open().length === 0)
  })

  test('while the body comes: the same', async () => {
    await on.setFaults({ jwks: { endless: true } })
    const asked = failure(jwks(), ENDLESS)
    await until(() => on.log().length === 1)
    stop.abort()
    expect(await asked).toMatchObject({ kind: 'network', phase: 'response' })
  })
})

describe('addresses in URLs', () => {
  const hasV6 = Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === '::1')
  test('IPv6, in brackets', async () => {
    if (!hasV6) {
      // The address is taken as it is here, too; there is only nobody who could listen.
      const url = `https://[::1]:${await deadPort()}/keys`
      expect(await failure(url)).toMatchObject({ phase: 'connect', addresses: ['::1'] })
      return
    }
    const { good } = await certificates()
    const server = createServer({ ...good }, (_request, response) => response.end('{}'))
    await new Promise<void>((done) => server.listen(0, '::1', done))
    const { port } = server.address() as AddressInfo
    try {
      const { observed, body } = await answer(`https://[::1]:${port}/keys`)
      expect({ body, addresses: observed.addresses }).toEqual({ body: '{}', addresses: ['::1'] })
    } finally {
      await new Promise((done) => server.close(done))
    }
  })

  test('nobody answers there: the connection, not the name', async () => {
    const asked = await failure('https://192.0.2.1/keys', { timeoutMs: 200 })
    expect(asked).toMatchObject({ phase: 'connect', addresses: ['192.0.2.1'] })
  })
})

test('plain HTTP has no TLS that could fail', async () => {
  const { port } = opened(await serveRaw())
  const found = await failure(`http://localhost:${port}/keys`, { timeoutMs: 200 })
  expect(found).toMatchObject({ phase: 'response', code: 'TIMEOUT', certificates: [] })
})
