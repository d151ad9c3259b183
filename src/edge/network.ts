// Sockets watched: the only file that speaks DNS and TLS, and that turns Node's errors into evidence.
import type { LookupAddress } from 'node:dns'
import { isIP, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { isAddress } from '../aws/addresses.js'
import { isTlsCode } from '../aws/tls-codes.js'
import { bareHost } from '../aws/url.js'
import type { Certificate, FailureOf, Peer, Phase, Timings } from '../model.js'
import { chainOf } from './certificate-chain.js'
import { elapsedMs } from './clock.js'

/** How far a socket has come, in ms of `elapsedMs`. */
export interface Trace {
  startedAt: number
  lookedUpAt?: number
  connectedAt?: number
  securedAt?: number
  firstByteAt?: number
  /** When the request came that it was opened ahead of: what had passed by then, nobody has waited for. */
  askedAt?: number
  reused: boolean
  /** Whether TLS follows the connection. */
  secure: boolean
  /** Host and port of the proxy on the way; then `addresses` stays empty: they are not the peer's own. */
  proxy?: string
  /** When the proxy answered; how it answered is the failure's to say. */
  tunnelAt?: number
  addresses: string[]
  certificates: readonly Certificate[]
}

/** A connection on its way, with what was seen of it so far. */
export interface Opened {
  socket: Socket
  trace: Trace
}

/**
 * Options for a connection that is opened ahead of its request. Without Nagle's algorithm, as Node's agent has it for its own: else
 * the last small piece of the handshake holds back what is sent after it for a round trip (RFC 9293, section 3.7.4).
 */
export function optionsTo(url: URL) {
  const host = bareHost(url.hostname)
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  return { host, port, servername: serverName(host), noDelay: true }
}

export function startTrace({ protocol, hostname }: Target, proxy = ''): Trace {
  const host = bareHost(hostname)
  return {
    startedAt: elapsedMs(),
    reused: false,
    secure: protocol === 'https:',
    ...(proxy === '' ? {} : { proxy }),
    // No name is looked up for an address.
    addresses: proxy === '' && isIP(host) !== 0 ? [host] : [],
    certificates: [],
  }
}

type Target = Pick<URL, 'protocol' | 'hostname'>

/** Notes on `trace` when name, connection and TLS are there. */
export function watchSocket(socket: Socket, trace: Trace): void {
  socket.on('lookup', (error: Error | null, address: string | LookupAddress[]) => {
    if (error || trace.proxy !== undefined) return
    trace.lookedUpAt ??= elapsedMs()
    const found = typeof address === 'string' ? [address] : address.map((one) => one.address)
    trace.addresses = [...new Set([...trace.addresses, ...found])]
  })
  socket.once('connect', () => {
    trace.connectedAt = elapsedMs()
    // Plain HTTP asks the proxy itself: no tunnel has to be stood first.
    if (trace.proxy !== undefined) trace.tunnelAt = trace.connectedAt
  })
  socket.once('secureConnect', () => {
    trace.securedAt = elapsedMs()
    trace.certificates = chainOf(socket as TLSSocket)
  })
}

/** Whether the connection stood before its request came, so that the other side may have given it up as idle. */
export function hadStood({ reused, securedAt, askedAt }: Trace): boolean {
  return reused || (askedAt !== undefined && securedAt !== undefined && securedAt < askedAt)
}

/** An answer to no request: that nothing came for too long (RFC 9110, section 15.5.9: the request may be repeated on another connection). */
export function isGivenUp(status: number | undefined, trace: Trace): boolean {
  return status === 408 && hadStood(trace)
}

export function timingsOf(trace: Trace, endedAt = elapsedMs()): Timings {
  const waited = (at: number): number => Math.max(at, trace.askedAt ?? at)
  const ms = (from: number | undefined, to: number | undefined): number | undefined =>
    from === undefined || to === undefined
      ? undefined
      : Math.round((waited(to) - waited(from)) * 10) / 10
  const named = trace.lookedUpAt ?? trace.startedAt
  const timings: Record<string, number | undefined> = {
    dnsMs: ms(trace.startedAt, trace.lookedUpAt),
    connectMs: ms(named, trace.connectedAt),
    tlsMs: ms(trace.connectedAt, trace.securedAt),
    firstByteMs: ms(trace.securedAt ?? trace.connectedAt ?? trace.startedAt, trace.firstByteAt),
    totalMs: ms(trace.startedAt, endedAt),
  }
  const seen = Object.entries(timings).filter(([, value]) => value !== undefined)
  return Object.fromEntries(seen) as unknown as Timings
}

/** SNI takes names only (RFC 6066, section 3): empty for an address. */
function serverName(host: string): string {
  return isAddress(host) ? '' : host
}

/** Where it failed, from the code where that is plain, else from how far the socket had come. */
function phaseOf(code: string, trace: Trace): Phase {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns'
  if (isTlsCode(code)) return 'tls'
  if (trace.reused || trace.securedAt !== undefined) return 'response'
  if ((trace.connectedAt ?? trace.tunnelAt) !== undefined) return trace.secure ? 'tls' : 'response'
  return trace.addresses.length > 0 || /^E(CONN|HOST|NET|TIMEDOUT)/.test(code) ? 'connect' : 'dns'
}

interface NodeError {
  code?: string
  message?: string
  errors?: NodeError[]
  /** With ERR_PROXY_TUNNEL: what Node made a number of, in the first line of the proxy's answer; NaN where it could not. */
  statusCode?: number
}

/** Evidence from an error of Node's; an AggregateError (several addresses tried) speaks through its first. */
export function networkFailure(
  error: unknown,
  peer: Peer,
  host: string,
  trace: Trace,
): FailureOf<'network'> {
  const thrown = (error ?? {}) as NodeError
  // Of several addresses, the one that there is a route to: without IPv6, each of its addresses is out of reach.
  const first = thrown.errors?.find((one) => !/UNREACH/.test(one.code ?? '')) ?? thrown.errors?.[0]
  // An aborted request has a number, as DOMException has it.
  const code = String(first?.code ?? thrown.code ?? 'UNKNOWN')
  return {
    kind: 'network',
    peer,
    host,
    phase: failedBeforeTunnel(code, trace) ? 'proxy' : phaseOf(code, trace),
    code,
    detail: thrown.message || first?.message || '',
    addresses: trace.addresses,
    certificates: trace.certificates,
    ...(trace.proxy === undefined ? {} : { proxy: trace.proxy }),
    ...proxyStatus(thrown),
  }
}

function proxyStatus({ code, statusCode }: NodeError): { proxyStatus?: number } {
  if (code !== PROXY_REFUSED || statusCode === undefined) return {}
  // Node takes any number (`-1`, `1e3`, one of thirty digits); a status has three digits (RFC 9112, section 4).
  return statusCode >= 100 && statusCode <= 999 ? { proxyStatus: statusCode } : {}
}

/** Node's own code for a proxy that answered, and refused. */
const PROXY_REFUSED = 'ERR_PROXY_TUNNEL'

function failedBeforeTunnel(code: string, { proxy, tunnelAt }: Trace): boolean {
  return proxy !== undefined && (tunnelAt === undefined || code === PROXY_REFUSED)
}
