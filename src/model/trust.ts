// What a trust policy says to a token, and what is wrong between them.
import type { PolicyFlaw, PolicySource, StatementName, TemplateDoubt } from './policy.js'

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

/** An action that a sign-in with a web identity may need. */
export type SignInAction =
  | 'sts:AssumeRoleWithWebIdentity'
  | 'sts:TagSession'
  | 'sts:SetSourceIdentity'

/** Why a trust policy does not let a token in: the one best diagnosis, of the statement that comes nearest. */
export interface TrustDenial {
  problem: TrustProblem
  source: PolicySource
  /** Absent where no statement comes near. */
  statement?: StatementName
  /** The condition at fault, where it is one. */
  condition?: ConditionResult
  nearest?: Nearest
  /** Of `provider-mismatch`: the principals that the policy has, and the Federated principal that it needs. */
  principals?: { has: readonly string[]; needs: string }
  /** Of `action-missing`: the actions that the statement has, and the one that it needs. */
  actions?: { has: readonly string[]; needs: SignInAction }
  /** Further conditions of the same statement that do not hold. */
  more: readonly ConditionResult[]
  /** A statement that denies this token as well. */
  denied?: StatementName
  /** The least change that lets this token in; where `denied`, that and a change of the Deny. */
  suggestion?: TrustSuggestion
  /** Sources differ on whether STS offers the claim as a key. */
  disputed?: true
  /** The policy has values that are filled in when it is deployed: AWS has another text than was given. */
  open?: true
  /** It is one only for these defaults of a template, or if the template's role is the one. */
  doubt?: TemplateDoubt
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

/** Whom an opening is about, as the policy names them, wildcards included. */
export type OpeningOf =
  | { owner: string }
  | { ownerId: string }
  /** `OWNER/REPO`. */
  | { repository: string }
  | { repositoryId: string }
  | { actor: string }
  /** Of another issuer than GitHub. */
  | { group: string; kind: 'project' | 'workspace' | 'pipeline' | 'service-account' }

export interface TrustOpening {
  statement: StatementName
  who:
    | 'any-subject'
    | 'any-repository'
    | 'any-repository-of-actor'
    | 'any-repository-of-enterprise'
    | 'similar-owners'
    | 'organisation'
    | 'similar-repositories'
    | 'any-branch'
    | 'similar-branches'
    | 'pull-requests'
    | 'any-audience'
    | 'for-all-values'
  /** Absent where it is everybody. */
  of?: OpeningOf
  /** The values for `sub` that let them in, and what this opening implies; none where the policy has no such value. */
  patterns: readonly string[]
  /** A subject (or audience, or key) that gets in too. */
  example: string
}

/** What hangs on the template that the policy comes from. */
export interface OfTemplate {
  doubt?: TemplateDoubt
  /** Values that functions make: no such text stands in the template. */
  made?: readonly string[]
}

/** A pattern with a wildcard in the place of ids: a name that somebody else takes over gets in. */
export interface TrustIdsOpen {
  statement: StatementName
  pattern: string
  /** A subject that gets in too. */
  example: string
}

/** What keeps a statement from being decided. */
export type TrustUndecided = { statement: StatementName } & (
  | { what: 'condition'; condition: ConditionResult }
  | { what: 'flaw'; flaw: PolicyFlaw }
  | ({ what: 'principal' } & UndecidedElement)
  | ({ what: 'action' } & UndecidedElement)
)

export interface UndecidedElement {
  /** The element as the policy has it, as JSON; `NotPrincipal` and `NotAction` with their name. */
  json: string
  /** Only the deployment knows part of it. */
  unresolved?: true
  /** The statement is a Deny. */
  denies?: true
  /** It names an OIDC provider by its ARN, which is of some account. */
  namesProvider?: true
}

/** Of something that only AWS may know: decided one way or the other, or not. */
export type Verdict = boolean | 'undecided'

/** One condition of a trust policy against this sign-in. */
export interface ConditionResult {
  operator: string
  key: string
  wanted: readonly string[]
  /** Some of them have open parts, as `${…}`: of a template whose parameters are not all known. */
  open?: true
  /** Left out where the key is not there, or not known here. */
  actual?: readonly string[]
  /** How much is known of the key; `unresolved`: a value of the policy is known after the deployment only. */
  state: 'present' | 'absent' | 'not-offered' | 'disputed' | 'unknown' | 'unresolved'
  holds: Verdict
}

export interface TrustStatement extends StatementName {
  effect: string
  /** Whether all of it fits this sign-in: principal, action and every condition. */
  matched: Verdict
  principal: Verdict
  action: Verdict
  conditions: readonly ConditionResult[]
  /** Why IAM would not take the statement as it is. */
  flaws: readonly PolicyFlaw[]
}
