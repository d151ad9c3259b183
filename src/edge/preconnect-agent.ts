// An HTTP agent for one host whose first connection can be opened ahead of the request, with every connection watched, through a proxy or not.
import type http from 'node:http'
import type https from 'node:https'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { Certificate } from '../model.js'
import { chainOf } from './certificate-chain.js'
import { elapsedMs } from './clock.js'
import type { Guard } from './guarded-lookup.js'
import { type Opened, optionsTo, startTrace, type Trace, watchSocket } from './network.js'
import type { Route } from './proxy.js'
import { watchProxyAnswer } from './proxy-answer.js'

/** An answer that ends no request: the connection would go on as another protocol (RFC 9110, section 15.2.2). */
export class Upgraded extends Error {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders

  constructor({ statusCode = 0, headers }: http.IncomingMessage) {
    super(`HTTP ${statusCode}, and no answer`)
    this.status = statusCode
    this.headers = headers
  }
}

type Options = https.AgentOptions & { host?: string; port?: number; servername?: string }
type Done = (error: unknown, socket?: Socket) => void

/** Through a proxy, `secured` is the connection inside the tunnel. */
interface Opening extends Opened {
  secured?: Promise<Socket>
}

export interface PreconnectAgent {
  agent: http.Agent
  /** Of the connection that was used last. */
  trace(): Trace
  /** Opens the first connection now; how it fails is met again, and told, by the request. */
  connect(): void
  /** Begins another request on the connection that is there. */
  again(): void
  /** The chain that the host shows, trusted or not, on the same way; empty where it shows none within 3 s. Nothing is sent. */
  inspect(): Promise<Certificate[]>
  /** Closes every connection, and gives up those on their way. */
  close(): void
}

export function preconnectAgent(
  url: URL,
  stopped: AbortSignal,
  { proxy, agent: agentFor, begun }: Route,
  guard?: Guard,
): PreconnectAgent {
  const secure = url.protocol === 'https:'
  const agent = agentFor({ keepAlive: true, maxSockets: 1 })
  const opener = agent as unknown as {
    createConnection(options: Options, done?: Done): Socket
    addRequest(request: http.ClientRequest, options: unknown): void
  }
  endUpgrades(opener)
  const create = opener.createConnection.bind(agent)
  const onTheWay = new Set<Socket>(begun ? [begun.socket] : [])
  let early: Opening | undefined = begun
  let trace = startTrace(url, proxy)

  const open = (asked: Options): Opening => {
    const started = startTrace(url, proxy)
    // Through a proxy, the name that is looked up is the proxy's.
    const options = guard && proxy === '' ? { ...asked, lookup: guard.lookup } : asked
    const opened =
      proxy !== '' && secure
        ? openTunnel(create, options, started)
        : openDirectly(create, options, started)
    onTheWay.add(opened.socket)
    opened.socket.once('close', () => onTheWay.delete(opened.socket))
    return opened
  }
  opener.createConnection = (options, done) => {
    const isThere = early !== undefined && !early.socket.destroyed
    const next = early && isThere ? early : open(options)
    early = undefined
    trace = next.trace
    if (isThere) trace.askedAt = elapsedMs()
    next.secured?.then((socket) => done?.(null, socket), done)
    return next.socket
  }
  const close = (): void => {
    agent.destroy()
    for (const socket of onTheWay) socket.destroy()
  }
  stopped.addEventListener('abort', close, { once: true })
  return {
    agent,
    trace: () => trace,
    connect() {
      if (early) return
      early = open(optionsTo(url))
      early.socket.on('error', () => undefined)
    },
    again() {
      const { addresses, certificates, tunnelAt } = trace
      // What fails from here on is none of the proxy's doing.
      const tunnel = tunnelAt === undefined ? {} : { tunnelAt }
      trace = { ...startTrace(url, proxy), reused: true, addresses, certificates, ...tunnel }
    },
    async inspect() {
      if (stopped.aborted || !secure) return []
      return certificatesShown(open({ ...optionsTo(url), rejectUnauthorized: false }))
    },
    close() {
      stopped.removeEventListener('abort', close)
      close()
    },
  }
}

/** Node leaves a request alone that was upgraded: neither an answer nor an error comes of it, ever. */
function endUpgrades(agent: {
  addRequest(request: http.ClientRequest, options: unknown): void
}): void {
  const add = agent.addRequest.bind(agent)
  agent.addRequest = (request, options) => {
    request.once('upgrade', (message, socket) => {
      socket.destroy()
      request.emit('error', new Upgraded(message))
    })
    add(request, options)
  }
}

function openDirectly(
  create: (options: Options) => Socket,
  options: Options,
  trace: Trace,
): Opening {
  const socket = create(options)
  watchSocket(socket, trace)
  return { socket, trace }
}

/** Node's agent answers once TLS with the peer stands inside the tunnel, or with what kept it from standing. */
function openTunnel(
  create: (options: Options, done: Done) => Socket,
  options: Options,
  trace: Trace,
): Opening {
  let socket: Socket | undefined
  const secured = new Promise<Socket>((resolve, reject) => {
    const done: Done = (error, inside) => {
      const stood = inside !== undefined && inside !== socket
      if (stood) trace.tunnelAt ??= elapsedMs()
      if (error || !stood) {
        socket?.destroy()
        reject(error)
        return
      }
      trace.securedAt = elapsedMs()
      trace.connectedAt = trace.tunnelAt ?? trace.securedAt
      trace.certificates = chainOf(inside as TLSSocket)
      resolve(inside)
    }
    socket = create(options, done)
    // A request that waits for the tunnel hears of its end only from here.
    socket.once('close', () => reject(new Error('given up')))
    watchProxyAnswer(socket, () => {
      trace.tunnelAt ??= elapsedMs()
    })
  })
  secured.catch(() => undefined)
  return { socket: socket as unknown as Socket, trace, secured }
}

function certificatesShown({ socket, secured, trace }: Opening): Promise<Certificate[]> {
  return new Promise((resolve) => {
    const end = (): void => {
      socket.destroy()
      resolve([...trace.certificates])
    }
    const limit = setTimeout(end, 3000)
    socket.once('close', () => {
      clearTimeout(limit)
      end()
    })
    socket.on('error', end)
    if (secured) secured.then(end, end)
    else socket.once('secureConnect', end)
  })
}
