// What was seen on the way: documents, certificates, times, tokens and sessions.
import type { Secret } from '../secret.js'
import type { Peer, Result } from './failure.js'

/** Header names in lower case; repeated headers joined by a comma (RFC 9110, section 5.3). */
export type Headers = Readonly<Record<string, string>>

/** All in ms, from the start of the request; a phase that did not happen (a reused connection) is left out. */
export interface Timings {
  dnsMs?: number
  connectMs?: number
  tlsMs?: number
  firstByteMs?: number
  totalMs: number
  /** Of totalMs, how long this process itself was not let run; absent: not to speak of. */
  stalledMs?: number
}

export interface Certificate {
  subject: string
  issuer: string
  validFrom: string
  validTo: string
  names: readonly string[]
  /** SHA-1 of the DER, lower-case hex: the form in which IAM takes thumbprints. */
  sha1: string
  selfSigned: boolean
}

/** What was seen of one fetched document. */
export interface Observed {
  url: string
  status: number
  headers: Headers
  bytes: number
  timings: Timings
  addresses: readonly string[]
  certificates: readonly Certificate[]
  /** Host and port of the proxy that it came through: `addresses` are then not the peer's own. */
  proxy?: string
  /** Local clock when the answer's headers came, ms since the epoch. */
  receivedAt: number
}

/** RFC 9111 freshness, and AWS's own rule beside it. */
export interface Freshness {
  /** May a shared cache store it at all (RFC 9111, section 3)? */
  storable: boolean
  /** Freshness left on arrival, in seconds (RFC 9111, section 4.2). */
  lifetimeSeconds: number
  /** The directive that keeps STS from caching it, as it stands in the header; none: STS may cache. */
  prevents?: string
}

export interface Fetched<T> {
  url: string
  observed?: Observed
  freshness?: Freshness
  result: Result<T>
}

export interface Jwk {
  readonly [member: string]: unknown
}

export interface IssuerFacts {
  url: string
  discovery: Fetched<Readonly<Record<string, unknown>>>
  jwks?: Fetched<readonly Jwk[]>
  /** Discovery and JWKS one after the other, as STS fetches them, in ms. */
  totalMs: number
  /** The JWKS fetched once more past caches, because the token's key was not in the first. */
  refetched?: Fetched<readonly Jwk[]>
}

export interface TokenFacts {
  source: 'runner' | 'file'
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
  issuer: string
  subject: string
  audiences: readonly string[]
}

export interface Token {
  secret: Secret
  facts: TokenFacts
}

export type SignatureVerdict = 'valid' | 'invalid' | 'no-key' | 'not-checked'

export interface ClockSample {
  peer: Peer
  /** The peer's clock minus ours, in seconds. */
  skewSeconds: number
}

export interface SessionFacts {
  arn: string
  account: string
  /** ISO 8601. */
  expiration: string
  provider: string
  audience: string
  subject: string
  region: string
  requestId: string
}

export interface Credentials {
  accessKeyId: Secret
  secretAccessKey: Secret
  sessionToken: Secret
}

export interface Session {
  credentials: Credentials
  facts: SessionFacts
}
