// The statement that comes nearest to letting a token in.
import { issuerHost, issuerMeant } from '../aws/provider.js'
import { isAssumeRole } from '../aws/statement.js'
import type { TrustStatement } from '../model.js'
import { plainText } from '../text.js'
import type { Context } from './context.js'
import { nearestOf } from './nearest.js'
import type { Policy, Statement } from './policy.js'
import { actionMatches } from './principal.js'
import { isKey, principalsOf, takesWildcards } from './statement-parts.js'

/** The fewest things wrong, the worst counted higher; then the longest fit of `sub`. */
export function nearestStatement(
  statements: readonly TrustStatement[],
  policy: Policy,
  context: Context,
): TrustStatement | undefined {
  const rated = statements
    .filter(({ flaws }) => flaws.length === 0)
    .map((statement) => ({
      statement,
      cost: costOf(statement, policy, context),
      fit: subjectFit(statement, context),
    }))
    .filter(({ cost }) => cost < FOREIGN)
  return rated.sort((a, b) => a.cost - b.cost || b.fit - a.fit)[0]?.statement
}

/** A statement for services or accounts has nothing to do with this sign-in. */
const FOREIGN = 100

function costOf(
  { principal, conditions, index }: TrustStatement,
  policy: Policy,
  context: Context,
): number {
  const statement = policy.statements[index]
  const named = principalsOf(statement)
  const host = issuerHost(context.issuer)
  const issuers = named.flatMap((one) => issuerMeant(one) ?? [])
  const other = issuers.some((one) => one.includes(host)) ? 2 : 20
  const wrongPrincipal = issuers.length === 0 ? FOREIGN : other
  return (
    (principal === false ? wrongPrincipal : 0) +
    (statement && actionMatches(statement, context.actions[0] ?? '') === false
      ? wrongAction(statement)
      : 0) +
    conditions.filter(({ holds }) => holds === false).length
  )
}

/** `sts:AssumeRole` is the usual slip; a statement for something else is not the one to widen. */
function wrongAction({ action = [] }: Statement): number {
  return action.some((one) => isAssumeRole(plainText(one))) ? 2 : 20
}

function subjectFit({ conditions }: TrustStatement, context: Context): number {
  const condition = conditions.find(({ key }) => isKey(key, context, 'sub'))
  const nearest =
    condition && nearestOf(condition.wanted, condition.actual?.[0] ?? '', takesWildcards(condition))
  return nearest?.wantedAt ?? 0
}
