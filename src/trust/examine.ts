// The whole examination: a policy and a sign-in in, the verdict and all that is wrong out.
import type { Failure, Known, TrustDenial, TrustFacts, TrustUndecided } from '../model.js'
import { contextOf } from './context.js'
import { base, type Diagnosis, diagnose } from './diagnose.js'
import { type Evaluation, evaluate } from './evaluate.js'
import type { Asked } from './fix-conditions.js'
import { openingsOf } from './overly-permissive.js'
import { DEPLOYED, type Policy } from './policy.js'
import { nameOf } from './statement-parts.js'
import { suggest } from './suggest.js'
import { isMembers, listOf, Unresolved } from './tree.js'

/** Undefined where there is nothing to judge by: no token, no inputs. */
export function examine(policy: Policy, source: string, known: Known): TrustFacts | undefined {
  const { token, inputs, now } = known
  if (!token || !inputs) return undefined
  const context = contextOf({ token, inputs, now })
  const evaluation = evaluate(policy, context)
  const openings = openingsOf(policy, evaluation, context)
  const asked: Asked = { policy, context, token, known, openings }
  const { allowed, statements } = evaluation
  return {
    source,
    allowed,
    statements,
    found: [
      ...findingsOf(evaluation, source, asked),
      ...(openings.length > 0 ? [{ kind: 'trust-open' as const, openings }] : []),
    ],
  }
}

function findingsOf(evaluation: Evaluation, source: string, asked: Asked): Failure[] {
  const { allowed } = evaluation
  if (allowed === true) return []
  if (allowed === false) {
    const diagnosis = diagnose(asked.policy, evaluation, asked.context)
    return [{ kind: 'trust-denial', ...denial(diagnosis, source, asked) }]
  }
  const disputed = ofDisputed(evaluation)
  if (disputed)
    return [{ kind: 'trust-denial', ...denial(disputed, source, asked), disputed: true }]
  return [{ kind: 'trust-undecided', source, undecided: undecidedOf(evaluation, asked) }]
}

function denial(diagnosis: Diagnosis, source: string, asked: Asked): TrustDenial {
  const { index: _index, ...told } = diagnosis
  return { ...told, source, suggestion: suggest(diagnosis, asked) }
}

/** Everything hangs on a claim of which sources differ whether STS offers it as a key. */
function ofDisputed({ statements }: Evaluation): Diagnosis | undefined {
  for (const statement of statements) {
    const { effect, matched, principal, action, flaws, conditions } = statement
    const open = conditions.filter(({ holds }) => holds !== true)
    const [condition] = open
    const only = open.every(({ state }) => state === 'disputed') && flaws.length === 0
    if (effect !== 'Allow' || matched !== 'undecided' || !only || !condition) continue
    if (principal !== true || action !== true) continue
    return { ...base(statement, 'claim-not-a-key'), condition }
  }
  return undefined
}

/** All that keeps a statement from being decided. */
function undecidedOf({ judged }: Evaluation, { policy }: Asked): TrustUndecided[] {
  return judged
    .filter(({ perAction }) => perAction.includes('undecided'))
    .flatMap(
      ({
        statement: { index, sid, effect, flaws, conditions, principal, action },
      }): TrustUndecided[] => {
        const statement = nameOf(index, sid)
        const raw = policy.statements[index]?.raw ?? {}
        const element = (what: 'principal' | 'action', name: string): TrustUndecided => {
          const value = raw[name] ?? raw[`Not${name}`]
          return {
            statement,
            what,
            detail: JSON.stringify(name in raw ? value : { [`Not${name}`]: value }),
            ...(isLater(value) ? { unresolved: true } : {}),
            ...(effect === 'Deny' ? { denies: true } : {}),
          }
        }
        return [
          ...flaws.map((detail) => ({
            statement,
            what: detail.startsWith(DEPLOYED) ? ('deployment' as const) : ('form' as const),
            detail,
          })),
          ...conditions
            .filter(({ holds }) => holds === 'undecided')
            .map((condition) => ({ statement, what: 'condition' as const, condition, detail: '' })),
          ...(principal === 'undecided' && flaws.length === 0
            ? [element('principal', 'Principal')]
            : []),
          ...(action === 'undecided' && flaws.length === 0 ? [element('action', 'Action')] : []),
        ]
      },
    )
}

/** Whether a principal or a list of actions has a part that only the deployment knows. */
function isLater(value: unknown): boolean {
  const parts = isMembers(value) ? Object.values(value).flatMap(listOf) : listOf(value)
  return parts.some((one) => one instanceof Unresolved)
}
