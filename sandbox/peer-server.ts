// The HTTPS server of one peer of the street: its socket, certificate, Date header and request log.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { TlsMaterial } from './certificates.js'
import { type HttpFault, send } from './faults.js'
import type { Answer, Call, Clock } from './http-messages.js'

/** One request that a peer has seen. No query, header or body as they came: they may hold tokens. */
export interface LogEntry {
  peer: 'token' | 'issuer' | 'sts'
  /** Who asked, as the port tells: STS comes to the issuer by a door of its own. */
  from: 'runner' | 'sts'
  method: string
  path: string
  /** null: no answer was sent. */
  status: number | null
  ms: number
  /** What STS was asked, with the token starred out. */
  parameters?: Readonly<Record<string, string>>
}

interface Responded {
  answer: Answer
  fault?: HttpFault | undefined
  /** For the log. */
  told?: Readonly<Record<string, string>>
}

export interface PeerOptions {
  peer: LogEntry['peer']
  from: LogEntry['from']
  clock: Clock
  log: (entry: LogEntry) => void
  tls: TlsMaterial
  /** Opens a way to a port, and tells the port where it begins. */
  inFrontOf?: ((port: number) => Promise<number>) | undefined
  /** The answer to one call, and the fault that it meets on its way out. */
  respond: (call: Call) => Promise<Responded>
}

const LARGEST_BODY = 1_048_576

export class PeerServer {
  readonly #options: PeerOptions
  readonly #server: Server
  /** The plain sockets below TLS, by port of the other side: only those can send a reset. */
  readonly #sockets = new Map<number, Socket>()
  port = 0
  /** Where those knock who come by the peer's own address. */
  #door = 0

  constructor(options: PeerOptions) {
    this.#options = options
    this.#server = createServer({ ...options.tls }, (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        // A bug of the street's must be seen as one, and must not take the whole street down.
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
        response.end(`the street itself failed: ${error}`)
      })
    })
    this.#server.on('connection', (socket: Socket) => {
      const { remotePort = 0 } = socket
      this.#sockets.set(remotePort, socket)
      socket.on('close', () => {
        // The port may belong to the next connection by now.
        if (this.#sockets.get(remotePort) === socket) this.#sockets.delete(remotePort)
      })
    })
    // A client that breaks off, or that rejects our certificate, is an everyday thing here.
    this.#server.on('tlsClientError', () => undefined)
    this.#server.on('clientError', (_error, socket) => socket.destroy())
  }

  get origin(): string {
    return `https://localhost:${this.#door}`
  }

  /** Opens the port: any free one at first, the same one again after that. */
  async open(): Promise<void> {
    if (this.#server.listening) return
    await new Promise<void>((done, fail) => {
      this.#server.once('error', fail).listen(this.port, '127.0.0.1', () => {
        this.#server.off('error', fail)
        done()
      })
    })
    this.port = (this.#server.address() as AddressInfo).port
    if (this.#door === 0) this.#door = (await this.#options.inFrontOf?.(this.port)) ?? this.port
  }

  async close(): Promise<void> {
    const closed = this.#server.listening
      ? new Promise<void>((done) => this.#server.close(() => done()))
      : Promise.resolve()
    this.hangUp()
    await closed
  }

  /** Drops every open connection, so that the next request meets the street as it is now. */
  hangUp(): void {
    this.#server.closeAllConnections()
    for (const socket of this.#sockets.values()) socket.destroy()
  }

  secure(tls: TlsMaterial): void {
    this.#server.setSecureContext({ ...tls })
    this.hangUp()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now()
    const call = await readCall(request)
    const { answer, fault, told } = await this.#options.respond(call)
    const date = new Date(this.#options.clock()).toUTCString()
    const socket = this.#sockets.get(request.socket.remotePort ?? 0) ?? request.socket
    const dated = { ...answer, headers: { date, ...answer.headers } }
    const status = await send(response, socket, dated, fault)
    const { peer, from, log } = this.#options
    const ms = Math.round(performance.now() - started)
    log({
      peer,
      from,
      method: call.method,
      path: call.path,
      status,
      ms,
      ...(told ? { parameters: told } : {}),
    })
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > LARGEST_BODY) break
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}

/** Shared with the control endpoint, which is no peer and has no TLS. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
  )
  const body = await readBody(request).catch(() => '')
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body,
  }
}
