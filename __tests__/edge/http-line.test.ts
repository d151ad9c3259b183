// Requests one after another by one line: whether they share a connection, and what becomes of one that is closed or hangs.
import { describe, expect, test } from '@jest/globals'
import { makeHttp } from '../../src/edge/http.js'
import { Routes } from '../../src/edge/proxy.js'
import { Secret } from '../../src/model/secret.js'
import type { HttpLine, HttpRequest } from '../../src/world.js'
import { on, onStreet, opened, stop } from './on-street.js'
import { type Respond, serve, serveText, until } from './servers.js'

onStreet()

const asked = (url: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  peer: 'jwks',
  url,
  timeoutMs: 3000,
  maxBytes: 10_000,
  ...change,
})

async function answered(line: HttpLine, url: string) {
  const result = await line.get(asked(url))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value.observed
}

const server = async (respond: Respond) => opened(await serve(respond))

test('two requests to one origin share a connection, and the second took no time to connect', async () => {
  const { origin, connections } = await server((_request, response) => response.end('{}'))
  const line = makeHttp(stop.signal).line()
  const first = await answered(line, `${origin}/a`)
  const second = await answered(line, `${origin}/b`)
  line.end()
  expect(connections()).toBe(1)
  expect(first.timings.tlsMs).toBeGreaterThanOrEqual(0)
  expect(second.timings).not.toHaveProperty('tlsMs')
  expect(second.timings).not.toHaveProperty('connectMs')
  expect(second.certificates).toEqual(first.certificates)
  expect(second.addresses).toEqual(first.addresses)
})

test('another origin gets a connection of its own, and the first one is closed', async () => {
  const [one, other] = [
    await server((_request, response) => response.end('{}')),
    await server((_request, response) => response.end('{}')),
  ]
  const line = makeHttp(stop.signal).line()
  await answered(line, one.origin)
  await answered(line, other.origin)
  await until(() => one.open().length === 0)
  expect(other.open()).toHaveLength(1)
  line.end()
  await until(() => other.open().length === 0)
})

test('requests without a line share nothing, and leave nothing open', async () => {
  const { origin, connections, open } = await server((_request, response) => response.end('{}'))
  const http = makeHttp(stop.signal)
  await http.get(asked(origin))
  await http.get(asked(origin))
  expect(connections()).toBe(2)
  await until(() => open().length === 0)
})

test.each([
  ['with a length', 'content-length: 2\r\n'],
  ['that ends with its connection', ''],
])(
  'an issuer that speaks HTTP/1.0 is read, each document %s by a connection of its own',
  async (_what, length) => {
    const { origin, connections } = opened(
      await serveText(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n${length}\r\n{}`),
    )
    const line = makeHttp(stop.signal).line()
    for (const path of ['a', 'b']) {
      const result = await line.get(asked(`${origin}/${path}`))
      expect(result).toMatchObject({ ok: true, value: { body: '{}', observed: { status: 200 } } })
    }
    line.end()
    expect(connections()).toBe(2)
  },
)

describe('a connection that was kept', () => {
  test('and closed by the other side when the next request came: it is sent once more, silently', async () => {
    let requests = 0
    const { origin, connections } = await server((request, response) => {
      requests++
      if (requests === 2) request.socket.destroy()
      else response.end('{}')
    })
    const line = makeHttp(stop.signal).line()
    await answered(line, origin)
    expect((await answered(line, origin)).status).toBe(200)
    line.end()
    expect([requests, connections()]).toEqual([3, 2])
  })

  test('but a fresh one that is closed like that is told', async () => {
    let requests = 0
    const { origin } = await server((request, response) => {
      requests++
      if (requests > 1) request.socket.destroy()
      else response.end('{}')
    })
    const line = makeHttp(stop.signal).line()
    await answered(line, origin)
    const result = await line.get(asked(origin))
    line.end()
    expect(requests).toBe(3)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'network', code: 'ECONNRESET' } })
  })

  test('and that the server has announced to close is not used again', async () => {
    const { origin, connections } = await server((_request, response) => {
      response.setHeader('connection', 'close')
      response.end('{}')
    })
    const line = makeHttp(stop.signal).line()
    await answered(line, origin)
    const second = await answered(line, origin)
    line.end()
    expect(connections()).toBe(2)
    expect(second.timings.tlsMs).toBeGreaterThanOrEqual(0)
  })

  test('and falls silent ends with the limit of the request, and is closed', async () => {
    let requests = 0
    const { origin, open } = await server((_request, response) => {
      requests++
      if (requests === 1) response.end('{}')
    })
    const line = makeHttp(stop.signal).line()
    await answered(line, origin)
    const result = await line.get(asked(origin, { timeoutMs: 200 }))
    expect(result).toMatchObject({ ok: false, failure: { code: 'TIMEOUT', timeoutMs: 200 } })
    expect(requests).toBe(2)
    await until(() => open().length === 0)
    line.end()
  })

  test('is closed with the world', async () => {
    const { origin, open } = await server((_request, response) => response.end('{}'))
    const line = makeHttp(stop.signal, new Routes()).line()
    await answered(line, origin)
    expect(open()).toHaveLength(1)
    stop.abort()
    await until(() => open().length === 0)
  })
})

describe('a tunnel that was kept', () => {
  /** Through the street's own proxy, which leads to the very port of loopback. */
  async function tunnelled(respond: Respond) {
    const served = opened(await serve(respond))
    const routes = new Routes()
    const url = new Secret(on.connectProxy)
    routes.use({ url, host: on.connectProxy, source: 'http-proxy', noProxy: '' })
    return { served, line: makeHttp(stop.signal, routes).line() }
  }

  test('serves the next request, and the proxy is asked once', async () => {
    const { served, line } = await tunnelled((_request, response) => response.end('{}'))
    await answered(line, served.origin)
    await answered(line, `${served.origin}/b`)
    line.end()
    expect(served.requests).toHaveLength(2)
    expect(on.connected()).toHaveLength(1)
  })

  test('and falls silent ends with the limit of the request', async () => {
    const { served, line } = await tunnelled((_request, response) => {
      if (served.requests.length === 1) response.end('{}')
    })
    await answered(line, served.origin)
    const result = await line.get(asked(served.origin, { timeoutMs: 200 }))
    expect(result).toMatchObject({ ok: false, failure: { code: 'TIMEOUT', timeoutMs: 200 } })
    await until(() => served.open().length === 0)
    line.end()
  })

  test('and closed by the other side: the request is sent once more, by a tunnel of its own', async () => {
    const { served, line } = await tunnelled((request, response) => {
      if (served.requests.length === 2) request.socket.destroy()
      else response.end('{}')
    })
    await answered(line, served.origin)
    expect((await answered(line, served.origin)).status).toBe(200)
    line.end()
    expect(on.connected()).toHaveLength(2)
  })
})
