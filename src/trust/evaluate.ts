// The verdict of a whole trust policy on one sign-in: statement by statement, Deny over Allow.
import type { TrustStatement, Verdict } from '../model.js'
import { conditionResult } from './conditions.js'
import type { Context } from './context.js'
import { all, any, not } from './logic.js'
import type { Policy, Statement } from './policy.js'
import { actionMatches, principalMatches } from './principal.js'

export interface Evaluation {
  allowed: Verdict
  statements: readonly TrustStatement[]
  judged: readonly Judged[]
}

export interface Judged {
  statement: TrustStatement
  /** For each needed action, whether the statement fits it. */
  perAction: readonly Verdict[]
}

/** Allowed when, for every action that the sign-in needs, a statement allows it and none denies it. */
export function evaluate(policy: Policy, context: Context): Evaluation {
  const judged = policy.statements.map((statement) => judgeStatement(statement, policy, context))
  const allowed = all(
    context.actions.map((_action, index) => {
      const matching = (effect: string): Verdict =>
        any(
          judged
            .filter(({ statement }) => statement.effect === effect || isUnclear(statement))
            .map(({ perAction }) => perAction[index] ?? 'undecided'),
        )
      return all([matching('Allow'), not(matching('Deny'))])
    }),
  )
  return { allowed, statements: judged.map(({ statement }) => statement), judged }
}

/** Neither Allow nor Deny: it may be either. */
function isUnclear({ effect }: TrustStatement): boolean {
  return effect !== 'Allow' && effect !== 'Deny'
}

export function judgeStatement(
  statement: Statement,
  { variables }: Pick<Policy, 'variables'>,
  context: Context,
): Judged {
  const { index, sid, effect, conditions, flaws } = statement
  const principal = principalMatches(statement, context)
  const actions = context.actions.map((action) => actionMatches(statement, action))
  const results = conditions.map((condition) => conditionResult(condition, context, variables))
  const besides = all([principal, ...results.map(({ holds }) => holds)])
  // A statement that IAM may read in another way is never false for certain.
  const decided = (value: Verdict): Verdict => (flaws.length > 0 ? 'undecided' : value)
  const perAction = actions.map((action) => decided(all([action, besides])))
  return {
    statement: {
      index,
      ...(sid === undefined ? {} : { sid }),
      effect,
      matched: effect === 'Deny' ? any(perAction) : (perAction[0] ?? 'undecided'),
      principal,
      action: effect === 'Deny' ? any(actions) : all(actions),
      conditions: results,
      flaws,
    },
    perAction,
  }
}
