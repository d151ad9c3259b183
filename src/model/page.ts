// What is said in the end: findings, the timeline and the report.
import type { CauseId } from './cause-ids.js'
import type { Explanation, Where } from './explanation.js'
import type { SessionFacts } from './facts.js'
import type { Failure, Task } from './failure.js'
import type { Known, RoleArn } from './run.js'
import type { Certainty, Severity } from './severity.js'
import type { Place } from './workflow.js'

/** The links of the chain that a sign-in is, in their order. */
export type LinkName = 'inputs' | 'token' | 'issuer' | 'sts' | 'role' | 'export'

/** `warned`: wrong as seen from here, and STS accepted it all the same, or may yet. */
export type LinkState = 'passed' | 'failed' | 'warned' | 'not-known' | 'not-tried'

/** How far the sign-in got. */
export interface Link {
  link: LinkName
  state: LinkState
  /** The same in words. */
  detail: string
}

export interface Finding extends Required<Omit<Explanation, 'where' | 'stop'>> {
  id: CauseId
  severity: Severity
  certainty: Certainty
  title: string
  /** The link of the chain that it belongs to. */
  link: LinkName
  stop?: string
  /** It was seen beside the failure, and is the most likely reason of it; alone it would be a warning. */
  suspected?: true
  /** The names of those of `roles` that it is about; left out where it is about the whole step. */
  roles?: readonly string[]
  /** Who gave the answer in its evidence, where that is not AWS. */
  answeredBy?: 'STS'
  /** URL of the cause's page. */
  docs: string
  evidence: readonly Failure[]
  where?: Where
  place?: Place
}

/** Start and end in ms since the run began. */
export interface Span {
  task: Task
  start_ms: number
  end_ms: number
}

/** The ids of all checks, in the order of CHECKS. */
export type CheckId =
  | 'setup'
  | 'token-claims'
  | 'token-times'
  | 'clocks'
  | 'token-audience'
  | 'token-algorithm'
  | 'token-tags'
  | 'token-event'
  | 'expected-claims'
  | 'issuer-url'
  | 'issuer-reached'
  | 'issuer-address'
  | 'issuer-certificate'
  | 'issuer-latency'
  | 'discovery-fields'
  | 'issuer-cache'
  | 'jwks-keys'
  | 'jwks-published'
  | 'token-key'
  | 'trust-policy'

interface CheckResult {
  id: CheckId
  title: string
  findings: readonly CauseId[]
}

/** What became of one of `roles`. */
export interface RoleVerdict {
  name: string
  role: RoleArn
  region: string
  ready: boolean
  /** Of the findings that are about it, the most severe first. */
  causes: readonly CauseId[]
  /** STS has given one, whatever was found beside it. */
  session?: SessionFacts
}

/** The whole run as data; annotations, summary, outputs and the report file are pure functions of it. */
export interface Report {
  ready: boolean
  failed: boolean
  findings: readonly Finding[]
  /** How far the sign-in got, link by link; empty where the job held a session already. */
  chain: readonly Link[]
  checks: readonly CheckResult[]
  timeline: readonly Span[]
  /** In the order in which they were given; empty where `roles` is not. */
  roles: readonly RoleVerdict[]
  known: Known
}
