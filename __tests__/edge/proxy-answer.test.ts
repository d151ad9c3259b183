// The answer of a proxy to CONNECT: however it comes, it is read in bounded space, and told as the proxy's where it is not whole.
import { Agent } from 'node:https'
import type { Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { makeHttp } from '../../src/edge/http.js'
import { Routes } from '../../src/edge/proxy.js'
import { watchProxyAnswer } from '../../src/edge/proxy-answer.js'
import { Secret } from '../../src/model/secret.js'
import { onStreet, opened, stop } from './on-street.js'
import { type Served, serveRaw, until } from './servers.js'

onStreet()

const WHOLE = 'HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n'

/** Says one piece after the other, once it was asked. */
const says = async (pieces: Iterable<string>): Promise<Served> =>
  opened(
    await serveRaw((socket) =>
      socket.once('data', async () => {
        for (const piece of pieces) {
          if (!socket.writable) return
          socket.write(piece)
          await new Promise((next) => setTimeout(next, 2))
        }
      }),
    ),
  )

interface Opened {
  socket: Socket
  whole(): boolean
}

/** As the action opens a tunnel: by Node's own agent. */
function tunnelBy({ port }: Served): Opened {
  const proxyEnv = { HTTPS_PROXY: `http://127.0.0.1:${port}` }
  const agent = new Agent({ proxyEnv } as never) as unknown as {
    createConnection(options: object, done: () => void): Socket
  }
  let whole = false
  const to = { host: 'other.example.test', port: 443, protocol: 'https:' }
  const socket = agent.createConnection(to, () => undefined)
  watchProxyAnswer(socket, () => {
    whole = true
  })
  socket.on('error', () => undefined)
  return { socket, whole: () => whole }
}

test('in many pieces: Node listens no more often than at the first, and it is whole at its end', async () => {
  const { socket, whole } = tunnelBy(await says(WHOLE.slice(0, -1)))
  await until(() => socket.bytesRead === WHOLE.length - 1)
  await new Promise((next) => setTimeout(next, 10))
  expect([socket.listenerCount('readable'), whole()]).toEqual([2, false])
  socket.destroy()
  const last = tunnelBy(await says(WHOLE))
  await until(last.whole)
  expect(last.socket.bytesRead).toBe(WHOLE.length)
  last.socket.destroy()
})

function* endless(): Generator<string> {
  yield 'HTTP/1.1 200 OK\r\n'
  for (;;) yield `X-More: ${'m'.repeat(8000)}\r\n`
}

test.each<[string, Iterable<string>, string]>([
  ['silent after half of it', [WHOLE.slice(0, 20)], 'TIMEOUT'],
  ['without an end', endless(), 'ERR_PROXY_TUNNEL'],
  ['that is none', ['SSH-2.0-OpenSSH_9.6\r\n'], 'TIMEOUT'],
])('%s: the proxy is named, and not the peer', async (_what, pieces, code) => {
  const { port } = await says(pieces)
  const routes = new Routes()
  const host = `127.0.0.1:${port}`
  const url = new Secret(`http://${host}`)
  routes.use({ url, host, source: 'http-proxy', noProxy: '' })
  const result = await makeHttp(stop.signal, routes).get({
    peer: 'jwks',
    url: 'https://other.example.test/keys',
    timeoutMs: 1000,
    maxBytes: 1000,
  })
  expect(result).toMatchObject({ failure: { kind: 'network', phase: 'proxy', code } })
})
