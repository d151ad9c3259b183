// What was observed of a request: who was asked, how far it came, headers, times, certificates, freshness and clocks.

/** Who was asked. `discovery` and `jwks` are both the issuer, which may serve them from two hosts. */
/** The documents of the issuer. */
export type IssuerPeer = 'discovery' | 'jwks'
export type Peer = 'token-service' | IssuerPeer | 'sts'

/** How far a connection came before it failed. */
export type Phase = 'dns' | 'proxy' | 'connect' | 'tls' | 'response'

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
  /** For how long the peer asks to be left alone (`Retry-After`); absent: it asks for nothing. */
  retryAfterSeconds?: number
}

/** RFC 9111 freshness, and AWS's own rule beside it. */
export interface Freshness {
  /** May a shared cache store it at all (RFC 9111, section 3)? */
  storable: boolean
  /** Freshness left on arrival, in seconds (RFC 9111, section 4.2). */
  lifetimeSeconds: number
  /** What keeps STS from caching it; none: STS may cache. */
  prevents?: CacheBar
}

/** A directive as it stands in its header, `Pragma: no-cache`, or an `Expires` that is over. */
export type CacheBar =
  | { header: 'cache-control'; directive: string }
  | { header: 'pragma' }
  | { header: 'expires' }

export interface ClockSample {
  peer: Peer
  /** The peer's clock minus ours, in seconds. */
  skewSeconds: number
}
