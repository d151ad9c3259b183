// The least change to a policy that lets this token in, and nobody else: within a statement where that is exact, else a statement of its own.
import { LONGEST_TRUST_POLICY } from '../aws/limits.js'
import { issuerHost, issuerMeant } from '../aws/provider.js'
import { isAssumeRole } from '../aws/statement.js'
import type { TrustSuggestion } from '../model.js'
import { plainText, sanitise } from '../text.js'
import { asWritten } from './as-written.js'
import type { Diagnosis } from './diagnose.js'
import { diffOf } from './diff.js'
import { Effort } from './effort.js'
import { evaluate } from './evaluate.js'
import { type Asked, admitsOnly, type Change, type Draft, statementOf } from './exact-change.js'
import { changeCondition, exemptSubject } from './fix-conditions.js'
import { draftsFor, type Examination, isAnybodys, withProviderAsWritten } from './own-statement.js'
import type { Statement } from './policy.js'
import { actionMatches, neededPrincipal } from './principal.js'
import { isKey } from './statement-parts.js'
import { isMembers, listOf } from './tree.js'

/**
 * Undefined where no change lets in this token alone: a Deny that others come in by, or a token that no statement can name, or
 * none that a policy has room for.
 * What a Deny beside it keeps out (`denied`) is not counted against the change.
 */
export function suggest(diagnosis: Diagnosis, asked: Examination): TrustSuggestion | undefined {
  const statement = asked.policy.statements[diagnosis.statement?.index ?? -1]
  const found =
    (statement && changeOf(statement, diagnosis, asked)) ??
    (diagnosis.problem === 'denied' ? undefined : ownStatement(diagnosis, asked))
  return found && found.statement.replace(/\s/g, '').length <= LONGEST_TRUST_POLICY
    ? found
    : undefined
}

/** One element of the statement changed, where that is all that is wrong with it. */
function changeOf(
  statement: Statement,
  diagnosis: Diagnosis,
  asked: Examination,
): TrustSuggestion | undefined {
  const change = draftChange(copyOf(statement.raw) as Draft, statement, diagnosis, asked)
  if (!change) return undefined
  const addsAnybody =
    change.widened !== undefined && isKey(change.widened, asked.context, 'sub') && isAnybodys(asked)
  const isExact = diagnosis.problem === 'denied' || (admitsOnly(change, asked) && !addsAnybody)
  const { index } = statement
  if (!isExact || !letsIn(statementOf(change.draft, asked.policy, index), asked)) return undefined
  const { raw, written = raw } = statement
  const changed = asWritten(change.draft, raw, statement.written)
  if (changed === undefined) return undefined
  const after = JSON.stringify(changed, null, 2)
  const diff = diffOf(JSON.stringify(written, null, 2), after)
  return diff === '' ? undefined : { diff, statement: after }
}

/** For this very token and no other subject. */
function ownStatement(diagnosis: Diagnosis, asked: Examination): TrustSuggestion | undefined {
  const { policy, context } = asked
  // Where the account is not known, the reader puts it in.
  const works = (draft: Draft): boolean =>
    context.account === undefined ||
    letsIn(statementOf(draft, policy, policy.statements.length), asked)
  const draft = draftsFor(diagnosis, asked).find(works)
  if (!draft) return undefined
  const statement = sanitise(JSON.stringify(withProviderAsWritten(draft, asked), null, 2))
  return { diff: '', statement }
}

function draftChange(
  draft: Draft,
  statement: Statement,
  diagnosis: Diagnosis,
  asked: Examination,
): Change | undefined {
  if (diagnosis.problem === 'denied') return exemptSubject(draft, diagnosis, asked)
  if (diagnosis.problem === 'provider-mismatch') return changePrincipal(draft, diagnosis, asked)
  if (diagnosis.problem === 'action-missing') return changeActions(draft, statement, asked)
  return changeCondition(draft, diagnosis, asked)
}

/** Members copied, down to lists, which no change alters in place; what only the deployment knows stays what it is. */
function copyOf(value: unknown): unknown {
  if (!isMembers(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copyOf(one)]))
}

/** Another account or path of the same host: a slip. Another host: somebody else's statement. */
function changePrincipal(
  draft: Draft,
  { principals }: Diagnosis,
  { context }: Asked,
): Change | undefined {
  const principal = draft['Principal']
  const host = issuerHost(context.issuer)
  const slip = principals?.has.find(
    (one) => issuerMeant(one)?.startsWith(host) && !isOtherTenant(one, context.issuer),
  )
  if (!isMembers(principal) || slip === undefined) return undefined
  const others = listOf(principal['Federated']).filter((one) => one !== slip)
  const right = neededPrincipal(context)
  const Federated = others.length === 0 ? right : [...others, right]
  return { draft: { ...draft, Principal: { ...principal, Federated } } }
}

/** `…/id/<cluster>` of Amazon EKS: another id is another cluster, whose workloads need the role. */
function isOtherTenant(arn: string, issuer: string): boolean {
  const [theirs, ours] = [arn, issuer].map((one) => /\/id\/([^/]+)/.exec(one)?.[1])
  return theirs !== undefined && theirs !== ours
}

function changeActions(draft: Draft, statement: Statement, { context }: Asked): Change | undefined {
  if (!statement.action) return undefined
  const lacking = context.actions.filter((one) => actionMatches(statement, one) === false)
  // `sts:AssumeRole` is for other principals than this one: the usual slip, and of no use beside it.
  const names = isMembers(draft['Principal']) ? Object.keys(draft['Principal']) : []
  const isAlone = names.every((name) => name === 'Federated')
  const kept = listOf(draft['Action']).filter((one) => !isAlone || !isAssumeRole(plainText(one)))
  const all = [...kept, ...lacking]
  return { draft: { ...draft, Action: all.length === 1 ? all[0] : all } }
}

/** The whole policy asked again, with the statement in it or beside the others: a suggestion that does not work is worse than none. */
function letsIn(made: Statement, { policy, context }: Asked): boolean {
  const others = policy.statements.filter(
    ({ index, effect }) => index !== made.index && effect !== 'Deny',
  )
  const changed = { ...policy, statements: [...others, made] }
  return evaluate(changed, { ...context, effort: Effort.ofVerdict() }).allowed !== false
}
