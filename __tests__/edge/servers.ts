// Small servers for the edge: real sockets and real TLS on loopback, with every request, connection and byte counted.

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttp } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTls, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { types } from 'node:util'
import { Certificates, type TlsMaterial } from '../../sandbox/certificates.js'

const BUNDLED = getCACertificates('bundled')

/**
 * This process trusts that authority from here on, as NODE_EXTRA_CA_CERTS would have it do from its start; one
 * at a time, since all authorities of the sandbox bear one name, and OpenSSL looks them up by name.
 */
export function trust(ca_pem: string): void {
  setDefaultCACertificates([...BUNDLED, ca_pem])
}

/**
 * Jest runs a test in a realm of its own, whose `Error` is not Node's: what asks `instanceof Error`, as the SDK
 * does, would take no error of a socket for one. The action itself runs in one realm.
 */
export function oneRealm(): void {
  const plain = Function.prototype[Symbol.hasInstance]
  Object.defineProperty(Error, Symbol.hasInstance, {
    configurable: true,
    value(this: unknown, error: unknown): boolean {
      return this === Error ? types.isNativeError(error) : plain.call(this as never, error)
    },
  })
}

const made = Certificates.make()

/** One authority for all small servers of a test file, trusted. */
export async function certificates(): Promise<Certificates> {
  const own = await made
  trust(own.caPem)
  return own
}

export interface Served {
  port: number
  /** `https://localhost:port`. */
  origin: string
  /** Headers of the requests seen, in order. */
  requests: IncomingHttpHeaders[]
  bodies: string[]
  /** How many connections there ever were. */
  connections(): number
  /** Those still open. */
  open(): Socket[]
  close(): Promise<void>
}

async function listening(server: Server, scheme: string): Promise<Served> {
  const sockets = new Set<Socket>()
  let connections = 0
  server.on('connection', (socket: Socket) => {
    connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `${scheme}://localhost:${port}`,
    requests: [],
    bodies: [],
    connections: () => connections,
    open: () => [...sockets],
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

export type Respond = (request: IncomingMessage, response: ServerResponse) => void

export async function serve(respond: Respond, tls?: TlsMaterial): Promise<Served> {
  const { good } = await certificates()
  const server = createHttps({ ...(tls ?? good) }, async (request, response) => {
    served.requests.push(request.headers)
    let body = ''
    for await (const chunk of request) body += chunk
    served.bodies.push(body)
    respond(request, response)
  })
  server.on('tlsClientError', () => undefined)
  const served = await listening(server, 'https')
  return served
}

/** What a server says to a connection that has stayed idle for too long (RFC 9110, section 15.5.9). */
const GIVEN_UP = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'

/** One that gives up its first connection: unasked, or just as the request comes. The others are served. */
export async function serveAfter408(when: 'unasked' | 'asked', respond: Respond): Promise<Served> {
  const { good } = await certificates()
  const http = createHttp(respond)
  let connections = 0
  const server = createTls({ ...good }, (socket) => {
    socket.on('error', () => undefined)
    if (++connections > 1) http.emit('connection', socket)
    else if (when === 'unasked') socket.end(GIVEN_UP)
    else socket.once('data', () => socket.end(GIVEN_UP))
  })
  return listening(server, 'https')
}

/** Answers each request with this text and nothing else, and closes: HTTP as it was before connections were kept. */
export async function serveText(text: string): Promise<Served> {
  const { good } = await certificates()
  const server = createTls({ ...good }, (socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.end(text))
  })
  return listening(server, 'https')
}

/** A port that takes connections, and does with them what it is told; else it listens and never says a word. */
export const serveRaw = (
  connected: (socket: Socket) => void = (socket) => socket.resume(),
): Promise<Served> => listening(createServer(connected), 'https')

/** A port that nobody listens on. */
export async function deadPort(): Promise<number> {
  const { port, close } = await serveRaw()
  await close()
  return port
}

/** Resolves when `done` says so; a test that waits in vain ends at its own time limit. */
export async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((next) => setTimeout(next, 5))
}

/** A label longer than the 63 letters that DNS can carry: no resolver is asked, whatever network there is. */
export const NO_NAME = `${'n'.repeat(64)}.invalid`
