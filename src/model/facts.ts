// Facts that a run learns: documents of the issuer, tokens, sessions, and the trust policy that was given.

import type { Failure, Result } from './failure.js'
import type { Freshness, Observed } from './observed.js'
import type { PolicySource, TemplateDoubt } from './policy.js'
import type { Secret } from './secret.js'
import type { TrustStatement, Verdict } from './trust.js'

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
  /** Where the JWKS was still on its way from, when the run went on without it. */
  pending?: string
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

/** The trust policy that was given, evaluated against this very token. */
export interface TrustFacts {
  source: PolicySource
  allowed: Verdict
  /** What the verdict hangs on that the template does not settle; left out where it hangs on nothing. */
  doubt?: TemplateDoubt
  statements: readonly TrustStatement[]
  /** What is wrong with it, as evidence. */
  found: readonly Failure[]
}
