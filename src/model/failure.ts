// Evidence: what went wrong, as data without words and without secrets. Only causes speak English.
import type {
  Certificate,
  ClockSample,
  Freshness,
  Headers,
  Peer,
  Phase,
  Timings,
} from './observed.js'
import type { PolicyProblem, PolicySource } from './policy.js'
import type {
  ClaimProblem,
  DiscoveryField,
  IssuerUrlProblem,
  KeyProblem,
  ProfileProblem,
  TokenFileProblem,
  TokenProblem,
} from './problem.js'
import type { TrustDenial, TrustOpening, TrustUndecided } from './trust.js'

/** What was asked for, or how it failed: expected failures are values, a throw is a bug of ours. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** One bad input, in the words of action.yml. */
export interface InputProblem {
  input: string
  given: string
  want: string
  about:
    | 'value'
    | 'required'
    | 'contradiction'
    | 'role-arn'
    | 'partition'
    | 'region'
    | 'unsupported'
}

/** Evidence of something bad: data, without words and without secrets. Only causes speak English. */
export type Failure =
  | { kind: 'input'; problems: readonly InputProblem[] }
  | { kind: 'input-empty'; input: string; written: string }
  | { kind: 'audience-unusual'; asked: string; usual: string }
  | { kind: 'ambient-credentials'; names: readonly string[] }
  | { kind: 'no-token-permission'; missing: readonly string[] }
  | { kind: 'token-file'; path: string; problem: TokenFileProblem; detail?: string }
  | { kind: 'token'; problem: TokenProblem; detail: string }
  | { kind: 'claim'; claim: string; problem: ClaimProblem; want: string; got: string }
  | { kind: 'clock'; skewSeconds: number; samples: readonly ClockSample[] }
  | ({ kind: 'network' } & NetworkFailure)
  | ({ kind: 'http' } & HttpFailure)
  | ({ kind: 'document' } & DocumentFailure)
  | { kind: 'issuer-url'; url: string; problem: IssuerUrlProblem }
  | { kind: 'address'; host: string; addresses: readonly string[] }
  | { kind: 'certificate'; host: string; daysLeft: number; validTo: string; issuedBy: string }
  | { kind: 'discovery-field'; url: string; fields: readonly DiscoveryField[] }
  /** totalMs without the time in which this process stood still. */
  | { kind: 'slow'; totalMs: number; discovery?: Timings; jwks?: Timings }
  | { kind: 'cache'; peer: 'discovery' | 'jwks'; url: string; freshness: Freshness; header: string }
  | {
      kind: 'key'
      problem: KeyProblem
      kid: string
      url: string
      kids: readonly string[]
      detail?: string
    }
  | {
      kind: 'aws'
      status: number
      code: string
      message: string
      requestId: string
      retryAfterSeconds?: number
      /** The `Date` header of the answer. */
      date?: string
    }
  | {
      kind: 'not-sts'
      status: number
      contentType: string
      server: string
      excerpt: string
      detail?: string
    }
  | ({ kind: 'trust-denial' } & TrustDenial)
  | { kind: 'trust-open'; openings: readonly TrustOpening[] }
  | { kind: 'trust-undecided'; source: PolicySource; undecided: readonly TrustUndecided[] }
  | { kind: 'trust-differs'; source: PolicySource; denial: TrustDenial }
  | ({ kind: 'trust-policy'; source: PolicySource } & PolicyProblem)
  | { kind: 'account'; account: string; allowed: readonly string[] }
  | { kind: 'special-characters'; tries: number }
  | { kind: 'retried'; attempts: readonly Attempt[]; totalMs: number }
  /** `cause` and `said`: why the first region was given up. */
  | { kind: 'region-fallback'; region: string; used: string; cause: string; said: string }
  /** `last`: how the last attempt failed that came to an end. */
  | {
      kind: 'deadline'
      seconds: number
      running: readonly string[]
      last?: Pick<Attempt, 'cause' | 'said'>
    }
  | { kind: 'file'; path: string; what: string; code: string }
  | { kind: 'profile-exists'; profile: string; path: string; line: number }
  | { kind: 'profile-odd'; profile: string; path: string; problem: ProfileProblem; line: number }
  | { kind: 'bug'; message: string }

export type FailureOf<K extends Failure['kind']> = Extract<Failure, { kind: K }>

export interface NetworkFailure {
  peer: Peer
  host: string
  phase: Phase
  /** Node's or OpenSSL's code, or `TIMEOUT` for a limit of our own. */
  code: string
  detail: string
  addresses: readonly string[]
  certificates: readonly Certificate[]
  timeoutMs?: number
  /** Of timeoutMs, how long this process itself was not let run. */
  stalledMs?: number
  proxy?: string
}

export interface HttpFailure {
  peer: Peer
  url: string
  status: number
  headers: Headers
  excerpt: string
  /** For how long the peer asks to be left alone; absent: it asks for nothing. */
  retryAfterSeconds?: number
}

export interface DocumentFailure {
  peer: Peer
  url: string
  problem: 'not-json' | 'not-an-object' | 'no-keys' | 'too-large' | 'no-token'
  status: number
  contentType: string
  excerpt: string
}

/** One attempt that failed, and what was waited before the next one. */
export interface Attempt {
  cause: string
  said: string
  waitedMs: number
}
