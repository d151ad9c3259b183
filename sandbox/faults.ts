// Fault injection: the switches that break the street on purpose, and how a fault is applied to an HTTP response.
import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, merge } from './http-messages.js'
import { send as sendWire, type Wire } from './wire.js'

export interface HttpFault {
  status?: number
  /** Merged over the answer's own headers; null: the header is removed. */
  headers?: Record<string, string | null>
  body?: string
  delayMs?: number
  /** Never answers. */
  hang?: boolean
  /** Sends half of the body, then destroys the socket. */
  cut?: boolean
  /** Resets the connection before an answer. */
  reset?: boolean
  /** A body that never ends. */
  endless?: boolean
  /** Written to the socket as it is, in place of an answer; the connection then stays open. */
  raw?: string
  /** Only the first N requests; without it, all. */
  times?: number
  /** Only what comes past N requests a second. */
  past?: number
  /** Only for who runs the street: what becomes of the answer's body. */
  edit?: (body: string) => string
  /** Only for who runs the street: the bytes that are sent in place of the answer. */
  wire?: (answer: Answer) => Wire
  /** Only for who runs the street: what the issuer answers to STS is as it should be. */
  unseenBySts?: true
}

export const TLS_FAULTS = [
  'untrusted',
  'private-ca',
  'inspected',
  'incomplete',
  'expired',
  'wrong-name',
  'expires-soon',
] as const
export type TlsFault = (typeof TLS_FAULTS)[number]

export interface TokenFault extends HttpFault {
  /** Merged over the default claims; null removes a member. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** Given out in place of a token. */
  rawToken?: string
  /** A signature that does not verify: made by another key under the same kid. */
  tamper?: boolean
}

export interface StsFault extends HttpFault {
  error?: { status: number; code: string; message: string }
  /** Secret keys always have a special character in them; not counted by `times`. */
  specialKeys?: boolean
  /** Which generation of AWS's sentences is spoken; not counted by `times`. */
  generation?: 'classic' | '2026'
}

export interface Faults {
  token?: TokenFault
  discovery?: HttpFault
  jwks?: HttpFault
  sts?: StsFault
  /** What only STS meets when it fetches discovery and JWKS (each counts for `times`); the runner sees nothing wrong. */
  stsFetch?: HttpFault
  /** 'inspected' stands on the runner's way only: STS, which comes from elsewhere, sees the good certificate. */
  tls?: { token?: TlsFault; issuer?: TlsFault; sts?: TlsFault }
  /** The CONNECT proxy's answer to each request; the peer is not asked. */
  connect?: { wire: (established: Answer) => Wire; times?: number }
  /** Real host names that the CONNECT proxy does not connect: it answers 502. */
  refused?: readonly string[]
  /** The port refuses connections. */
  down?: { token?: boolean; issuer?: boolean; sts?: boolean }
  /** Seconds added to that peer's clock: its Date header, and its own idea of now. */
  clock?: { token?: number; issuer?: number; sts?: number }
}

/** Every switch, by its name: for whoever reads faults from outside. */
export const FAULT_NAMES: readonly string[] = [
  'token',
  'discovery',
  'jwks',
  'sts',
  'stsFetch',
  'tls',
  'refused',
  'down',
  'clock',
] satisfies (keyof Faults)[]

const HTTP_MEMBERS = Object.keys({
  status: 1,
  headers: 1,
  body: 1,
  delayMs: 1,
  hang: 1,
  cut: 1,
  reset: 1,
  endless: 1,
  raw: 1,
  times: 1,
  past: 1,
} satisfies Record<Exclude<keyof HttpFault, 'edit' | 'wire' | 'unseenBySts'>, 1>)
const TOKEN_MEMBERS = ['claims', 'header', 'rawToken', 'tamper'] satisfies (keyof TokenFault)[]
const STS_MEMBERS = ['error', 'specialKeys', 'generation'] satisfies (keyof StsFault)[]
const PEERS = ['token', 'issuer', 'sts']

/** The members of each switch that is an object, for the same reader. */
export const FAULT_MEMBERS: readonly (readonly [keyof Faults, readonly string[]])[] = [
  ['token', [...HTTP_MEMBERS, ...TOKEN_MEMBERS]],
  ['discovery', HTTP_MEMBERS],
  ['jwks', HTTP_MEMBERS],
  ['sts', [...HTTP_MEMBERS, ...STS_MEMBERS]],
  ['stsFetch', HTTP_MEMBERS],
  ['tls', PEERS],
  ['down', PEERS],
  ['clock', PEERS],
]

const HALF_LIFE_MS = 20

function altered(answer: Answer, fault: HttpFault): Answer {
  return {
    status: fault.status ?? answer.status,
    headers: merge(answer.headers, lowerCased(fault.headers ?? {})),
    body: fault.edit?.(answer.body) ?? fault.body ?? answer.body,
  }
}

function lowerCased(headers: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}

function whole(response: ServerResponse, answer: Answer): void {
  const length = String(Buffer.byteLength(answer.body))
  response.writeHead(answer.status, { 'content-length': length, ...answer.headers })
  response.end(answer.body)
}

function endless(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, answer.headers)
  response.write(answer.body)
  const timer = setInterval(() => response.write(' '.repeat(1024)), HALF_LIFE_MS)
  timer.unref()
  response.on('close', () => clearInterval(timer))
}

function cutShort(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) })
  // Destroyed only once the half is on its way, or the other side would see a reset and no answer at all.
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => {
    setTimeout(() => response.destroy(), HALF_LIFE_MS).unref()
  })
}

/** Sends the answer as the fault has it. Returns the status that went out, or null where none did. */
export async function send(
  response: ServerResponse,
  socket: Socket,
  answer: Answer,
  fault: HttpFault = {},
): Promise<number | null> {
  if (fault.delayMs) await sleep(fault.delayMs, undefined, { ref: false })
  if (fault.hang) return null
  if (fault.raw !== undefined) {
    response.socket?.write(fault.raw)
    return null
  }
  if (fault.reset) {
    socket.resetAndDestroy()
    return null
  }
  const final = altered(answer, fault)
  if (fault.wire && response.socket) {
    void sendWire(response.socket, socket, fault.wire(final))
    return null
  }
  response.sendDate = false
  if (fault.endless) endless(response, final)
  else if (fault.cut) cutShort(response, final)
  else whole(response, final)
  return final.status
}
