// What a trust policy says to a token, and what is wrong between them.
export type TrustPolicyProblem =
  | 'missing'
  | 'directory'
  | 'outside'
  | 'link'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'not-json'
  | 'not-yaml'
  | 'not-a-policy'
  | 'permissions-policy'
  | 'no-role'
  | 'several-roles'
  | 'known-later'

export type TrustProblem =
  | 'subject-mismatch'
  | 'subject-environment'
  | 'subject-pull-request'
  | 'subject-immutable'
  | 'subject-case'
  | 'subject-customised'
  | 'wildcard-with-equals'
  | 'audience-mismatch'
  | 'provider-mismatch'
  | 'action-missing'
  | 'claim-not-a-key'
  | 'condition-mismatch'
  | 'denied'

/** Why a trust policy does not let a token in: the one best diagnosis, of the statement that comes nearest. */
export interface TrustDenial {
  problem: TrustProblem
  source: string
  /** As a person finds it: `statement 2 ("deploy")`. */
  statement: string
  /** The condition at fault, where it is one. */
  condition?: ConditionResult
  nearest?: Nearest
  /** What the policy has where it is no condition: the principals or the actions. */
  has: readonly string[]
  /** What it would have to have there. */
  needs: string
  /** Further conditions of the same statement that do not hold. */
  more: readonly ConditionResult[]
  /** A statement that denies this token as well: `statement 3`. */
  denied?: string
  /** The least change that lets this token in; where `denied`, that and a change of the Deny. */
  suggestion?: TrustSuggestion
  /** Sources differ on whether STS offers the claim as a key. */
  disputed?: true
}

/** Of all patterns the one that fits longest; positions count from 0. */
export interface Nearest {
  wanted: string
  actual: string
  wantedAt: number
  actualAt: number
}

export interface TrustSuggestion {
  /** Lines that begin with a blank, `-` or `+`; empty where the statement is a new one. */
  diff: string
  /** The whole statement as JSON. */
  statement: string
}

export interface TrustOpening {
  statement: string
  who:
    | 'any-subject'
    | 'any-repository'
    | 'similar-owners'
    | 'organisation'
    | 'similar-repositories'
    | 'any-branch'
    | 'pull-requests'
    | 'any-audience'
    | 'for-all-values'
  /** A subject (or audience, or key) that gets in too. */
  example: string
}

export interface TrustUndecided {
  statement: string
  /** `deployment`: a part that only the deployment knows; `form`: one that IAM would not take. */
  what: 'condition' | 'principal' | 'action' | 'form' | 'deployment'
  condition?: ConditionResult
  detail: string
  /** Of a principal or an action: only the deployment knows part of it. */
  unresolved?: true
  /** Of a principal or an action: the statement is a Deny. */
  denies?: true
}

/** Of something that only AWS may know: decided one way or the other, or not. */
export type Verdict = boolean | 'undecided'

/** One condition of a trust policy against this sign-in. */
export interface ConditionResult {
  operator: string
  key: string
  wanted: readonly string[]
  /** Left out where the key is not there, or not known here. */
  actual?: readonly string[]
  /** How much is known of the key; `unresolved`: a value of the policy is known after the deployment only. */
  state: 'present' | 'absent' | 'not-offered' | 'disputed' | 'unknown' | 'unresolved'
  holds: Verdict
}

export interface TrustStatement {
  /** Counted from 0. */
  index: number
  sid?: string
  effect: string
  /** Whether all of it fits this sign-in: principal, action and every condition. */
  matched: Verdict
  principal: Verdict
  action: Verdict
  conditions: readonly ConditionResult[]
  /** Why IAM would not take the statement as it is. */
  flaws: readonly string[]
}
