// Sockets watched: the only file that speaks DNS and TLS, and that turns Node's errors into evidence.
import type { LookupAddress } from 'node:dns'
import type { Socket } from 'node:net'
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import type { Certificate, FailureOf, Peer, Phase, Timings } from '../model.js'

/** How far a socket has come, in ms of `performance.now()`. */
export interface Trace {
  startedAt: number
  lookedUpAt?: number
  connectedAt?: number
  securedAt?: number
  firstByteAt?: number
  reused: boolean
  addresses: string[]
  certificates: readonly Certificate[]
}

export function startTrace(): Trace {
  return { startedAt: performance.now(), reused: false, addresses: [], certificates: [] }
}

/** Notes on `trace` when name, connection and TLS are there. A socket that is already open counts as reused. */
export function watch(socket: Socket, trace: Trace): void {
  if (!socket.connecting && !socket.destroyed && socket.remoteAddress !== undefined) {
    trace.addresses = [socket.remoteAddress]
    // A proxy's tunnel is open before TLS with the peer begins.
    if (isSecuring(socket)) trace.connectedAt = performance.now()
    else {
      trace.reused = true
      if ('getPeerCertificate' in socket) trace.certificates = chainOf(socket as TLSSocket)
      return
    }
  }
  socket.on('lookup', (error: Error | null, address: string | LookupAddress[]) => {
    if (error) return
    trace.lookedUpAt ??= performance.now()
    const found = typeof address === 'string' ? [address] : address.map((one) => one.address)
    trace.addresses = [...new Set([...trace.addresses, ...found])]
  })
  socket.once('connect', () => {
    trace.connectedAt = performance.now()
    if (trace.addresses.length === 0 && socket.remoteAddress)
      trace.addresses = [socket.remoteAddress]
  })
  socket.once('secureConnect', () => {
    trace.securedAt = performance.now()
    trace.certificates = chainOf(socket as TLSSocket)
  })
}

function isSecuring(socket: Socket): boolean {
  return (socket as Socket & { secureConnecting?: boolean }).secureConnecting === true
}

export function timingsOf(trace: Trace, endedAt = performance.now()): Timings {
  const ms = (from: number | undefined, to: number | undefined): number | undefined =>
    from === undefined || to === undefined ? undefined : Math.round((to - from) * 10) / 10
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

/** The chain as Node shows it: leaf first, each certificate once. */
export function chainOf(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = []
  const seen = new Set<string>()
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (next?.raw && !seen.has(next.fingerprint256) && chain.length < 10) {
    seen.add(next.fingerprint256)
    const selfSigned: boolean = JSON.stringify(next.subject) === JSON.stringify(next.issuer)
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: new Date(next.valid_from).toISOString(),
      validTo: new Date(next.valid_to).toISOString(),
      names: (next.subjectaltname?.split(', ') ?? []).map((name) => name.replace(/^DNS:/, '')),
      sha1: next.fingerprint.replaceAll(':', '').toLowerCase(),
      selfSigned,
    })
    next = next.issuerCertificate
  }
  return chain
}

function nameOf(name: unknown): string {
  const parts = (name ?? {}) as Record<string, string | string[] | undefined>
  return String(parts['CN'] ?? parts['O'] ?? parts['OU'] ?? '')
}

/**
 * The chain that a server shows, trusted or not: nothing is sent over this connection. Empty where the
 * server shows none within 3 s. For the diagnosis of a connection that was refused for its certificate.
 */
export function inspectCertificates(
  host: string,
  port: number,
  stopped: AbortSignal,
): Promise<Certificate[]> {
  if (stopped.aborted) return Promise.resolve([])
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: serverName(host), rejectUnauthorized: false })
    const end = (chain: Certificate[]): void => {
      socket.destroy()
      stopped.removeEventListener('abort', stop)
      resolve(chain)
    }
    const stop = (): void => end([])
    stopped.addEventListener('abort', stop)
    socket.setTimeout(3000, () => end([]))
    socket.once('secureConnect', () => end(chainOf(socket)))
    socket.once('error', () => end([]))
  })
}

/** SNI takes names only (RFC 6066, section 3): empty for an address. */
export function serverName(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host
}

const TLS_CODE =
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO$|INVALID_CA|PATH_LENGTH)/

/** Where it failed, from the code where that is plain, else from how far the socket had come. */
export function phaseOf(code: string, trace: Trace): Phase {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns'
  if (TLS_CODE.test(code)) return 'tls'
  if (trace.reused || trace.securedAt !== undefined) return 'response'
  if (trace.connectedAt !== undefined) return 'tls'
  return trace.addresses.length > 0 || /^E(CONN|HOST|NET)/.test(code) ? 'connect' : 'dns'
}

interface NodeError {
  code?: string
  message?: string
  errors?: NodeError[]
}

/** Evidence from an error of Node's; an AggregateError (several addresses tried) speaks through its first. */
export function networkFailure(
  error: unknown,
  peer: Peer,
  host: string,
  trace: Trace,
): FailureOf<'network'> {
  const thrown = (error ?? {}) as NodeError
  const first = thrown.errors?.[0]
  const code = thrown.code ?? first?.code ?? 'UNKNOWN'
  return {
    kind: 'network',
    peer,
    host,
    phase: phaseOf(code, trace),
    code,
    detail: thrown.message || first?.message || '',
    addresses: trace.addresses,
    certificates: trace.certificates,
  }
}
