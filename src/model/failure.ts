// Evidence: what went wrong, as data without words and without secrets. Only causes speak English.
import type { CauseId } from './cause-ids.js'
import type { InputProblem, InputSource } from './input.js'
import type { FileReason, JobFile } from './job-file.js'
import type {
  Certificate,
  ClockSample,
  Freshness,
  Headers,
  IssuerPeer,
  Peer,
  Phase,
  Timings,
} from './observed.js'
import type { PolicyProblem, PolicySource } from './policy.js'
import type {
  AmbientSetting,
  ClaimFailure,
  DiscoveryField,
  IssuerUrlProblem,
  KeyProblem,
  ProfileProblem,
  RequestVariable,
  RestrictedRun,
  TokenFailure,
  TokenFileFailure,
} from './problem.js'
import type {
  OfTemplate,
  TrustDenial,
  TrustIdsOpen,
  TrustOpening,
  TrustUndecided,
} from './trust.js'

/** What was asked for, or how it failed: expected failures are values, a throw is a bug of ours. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Why nothing is fetched from an address, whatever names it: a cloud hands out credentials there, or it is next door. */
export type AddressRefusal = 'metadata' | 'link-local'

/** Evidence of something bad, by its kind. */
export type Failure =
  | { kind: 'input'; problems: readonly InputProblem[] }
  /** A role that came out empty. `nested`: inside a composite action. */
  | { kind: 'input-empty'; input: string; nested?: true; source?: InputSource }
  /** Inputs that came out empty in a run that GitHub gives no secrets. `sure`: in the file they come from those alone. */
  | {
      kind: 'inputs-withheld'
      run: RestrictedRun
      inputs: readonly string[]
      hasToken: boolean
      sure: boolean
      /** Of one input: only a part of its value is empty. */
      part?: true
      /** Where the file gives that one. */
      source?: InputSource
    }
  /** A run for `pull_request_target` signed in, and `sub` names this branch, as it would for a push to it. */
  | { kind: 'event-not-told-apart'; branch: string }
  | { kind: 'audience-unusual'; asked: string; usual: string }
  | { kind: 'ambient-credentials'; names: readonly AmbientSetting[] }
  | { kind: 'no-token-permission'; missing: readonly RequestVariable[] }
  | ({ kind: 'token-file' } & TokenFileFailure)
  | ({ kind: 'token' } & TokenFailure)
  | ({ kind: 'claim' } & ClaimFailure)
  | { kind: 'clock'; skewSeconds: number; samples: readonly ClockSample[] }
  | ({ kind: 'network' } & NetworkFailure)
  | ({ kind: 'http' } & HttpFailure)
  | ({ kind: 'document' } & DocumentFailure)
  | { kind: 'issuer-url'; url: string; problem: IssuerUrlProblem }
  /** STS has signed in, and the document had not come so long after it, or by the deadline. */
  | {
      kind: 'issuer-unchecked'
      issuer: string
      missing: IssuerPeer
      url: string
      waitedMs: number
      deadlineSeconds?: number
    }
  /** `refused`: not connected to, whatever STS would see there. `internal`: by its name, whatever its addresses. */
  | {
      kind: 'address'
      host: string
      addresses: readonly string[]
      refused?: AddressRefusal
      internal?: true
    }
  | { kind: 'certificate'; host: string; daysLeft: number; validTo: string; issuedBy: string }
  | { kind: 'discovery-field'; url: string; fields: readonly DiscoveryField[] }
  /** totalMs without the time in which this process stood still. */
  | { kind: 'slow'; totalMs: number; discovery?: Timings; jwks?: Timings }
  | { kind: 'cache'; peer: IssuerPeer; url: string; freshness: Freshness; header: string }
  /** `kids`: the ids of the keys that it is about, or of all that there are. */
  | ({ kind: 'key'; kid: string; url: string; kids: readonly string[] } & KeyProblem)
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
    }
  | ({ kind: 'trust-denial' } & TrustDenial)
  | ({ kind: 'trust-open'; openings: readonly TrustOpening[] } & OfTemplate)
  | ({ kind: 'trust-ids-open'; openings: readonly TrustIdsOpen[] } & OfTemplate)
  | { kind: 'trust-undecided'; source: PolicySource; undecided: readonly TrustUndecided[] }
  | { kind: 'trust-differs'; source: PolicySource; denial: TrustDenial }
  | ({ kind: 'trust-policy'; source: PolicySource } & PolicyProblem)
  | { kind: 'account'; account: string; allowed: readonly string[] }
  | { kind: 'special-characters'; tries: number }
  /** `roles`: so many sign-ins together, and `totalMs` the longest of their waits. */
  | { kind: 'retried'; attempts: readonly Attempt[]; totalMs: number; roles?: number }
  /** `cause` and `failure`: why the first region was given up. */
  | ({ kind: 'region-fallback'; region: string; used: string } & FailedAttempt)
  /** `last`: how the last attempt failed that came to an end. */
  | {
      kind: 'deadline'
      seconds: number
      running: readonly Task[]
      last?: FailedAttempt
    }
  /** `path`: the name of its variable where that is not set. */
  | ({ kind: 'file'; file: JobFile; path: string } & FileReason)
  /** `others`: further profiles of the step. `unkept`: may be replaced, but there is no room to keep what it holds. */
  | ({ kind: 'profile-exists'; others?: readonly ProfilePlace[]; unkept?: true } & ProfilePlace)
  | { kind: 'profile-odd'; profile: string; path: string; problem: ProfileProblem; line: number }
  | { kind: 'bug'; message: string }

/** Where a profile stands. */
export interface ProfilePlace {
  profile: string
  path: string
  line: number
}

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
  /** What the proxy answered to CONNECT; absent: it answered nothing, or let the connection through. */
  proxyStatus?: number
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

/** How an attempt failed. */
export interface FailedAttempt {
  cause: CauseId
  failure: Failure
}

/** One attempt that failed, and what was waited before the next one. */
export interface Attempt extends FailedAttempt {
  waitedMs: number
}

/** What takes time in a run; attempts count from 1. */
export type Task =
  | { of: 'token' | 'issuer' | 'existing-credentials'; attempt: number }
  /** `region`: where it is not the job's own; `role`: the name of one of several. */
  | { of: 'sts'; attempt: number; region?: string; role?: string }
  | { of: 'jwks-past-caches' }
