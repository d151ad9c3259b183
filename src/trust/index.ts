// The evaluator of AWS trust policies, a library of its own: this is its face, and nobody imports another file of it.
// Pure: it reads no clock, no file and no network. docs/trust.md shows each function at work.
import type {
  PolicySource,
  RoleArn,
  TrustFacts,
  TrustStatement,
  TrustSuggestion,
} from '../model.js'
import { contextOf } from './context.js'
import { evaluate as evaluateIn } from './evaluate.js'
import { denialOf, examine as examineRequest } from './examine.js'
import { type ParseResult, parseTrustPolicy, type TemplatePolicy } from './parse.js'
import type { Policy } from './policy.js'
import { requestOf, type SignIn } from './sign-in.js'
import type { GivenParameters } from './template-parameters.js'

export { parseParameters } from './parameter-file.js'
export type { ParseResult } from './parse.js'
export type { Policy } from './policy.js'
export type { SignIn } from './sign-in.js'

/**
 * A policy out of text: JSON or YAML, or what has one in it (IAM's answer, a template, `serverless.yml`, a plan or state of
 * Terraform's, a stack of Pulumi's, a Kubernetes manifest).
 * `role` chooses among several; `parameters` are those of a template. Never throws: what cannot be read gives `ok: false` and
 * the reason, with its place (lines and columns count from 1).
 */
export function parse(text: string, role?: RoleArn, parameters?: GivenParameters): ParseResult {
  return parseTrustPolicy(text, role, parameters)
}

/**
 * Whether the policy allows a sign-in: `true`, `false`, or `undecided` where that hangs on what only AWS or the
 * deployment knows. With each statement, each of its conditions, what it wants and what is there.
 * Throws RangeError where `now` is no time that a Date can hold, as the two below do; nothing else.
 */
export function evaluate(
  policy: Policy,
  signIn: SignIn,
): Pick<TrustFacts, 'allowed'> & { statements: readonly TrustStatement[] } {
  const { allowed, statements } = evaluateIn(policy, contextOf(requestOf(signIn)))
  return { allowed, statements }
}

/**
 * The same, and what is `found`: of a denial the one best diagnosis with the change to make, what is undecided, and who
 * else gets in. `source` is handed on as it is, for words that name the file; `template` comes with the policy of a template,
 * and tells which of this hangs on defaults.
 */
export function examine(
  policy: Policy,
  signIn: SignIn,
  source: PolicySource = { inline: true },
  template?: TemplatePolicy,
): TrustFacts {
  return examineRequest(policy, source, requestOf(signIn), template)
}

/**
 * The least change that allows this sign-in and admits nobody else: a `diff` of one statement and that statement as it is to
 * be, or, with an empty `diff`, one to add beside the others. Undefined where nothing is denied for certain, and where no
 * such change exists: a Deny that further audiences would come in by, a token without `sub` or `aud`.
 */
export function suggest(policy: Policy, signIn: SignIn): TrustSuggestion | undefined {
  return denialOf(policy, requestOf(signIn))?.suggestion
}
