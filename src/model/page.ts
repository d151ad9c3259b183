// What is said in the end: findings, the timeline and the report.
import type { CauseId } from './cause-ids.js'
import type { Failure, Task } from './failure.js'
import type { Known } from './run.js'
import type { Certainty, Severity } from './severity.js'

/** The part of the workflow file that a fix belongs to: a block, the step itself, or one of its inputs. */
export type Where = 'permissions' | 'environment' | 'step' | { input: string }

/** The line of the workflow file that a fix belongs to. */
interface Place {
  file: string
  line: number
}

export interface Finding {
  id: CauseId
  severity: Severity
  certainty: Certainty
  title: string
  why: string
  fix: readonly string[]
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

/** The whole run as data; annotations, summary, outputs and the report file are pure functions of it. */
export interface Report {
  ready: boolean
  failed: boolean
  findings: readonly Finding[]
  checks: readonly CheckResult[]
  timeline: readonly Span[]
  known: Known
}
