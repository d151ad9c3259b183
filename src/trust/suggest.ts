// The least change to a policy that lets this token in, and nothing broader: never a wildcard that was not there.
import { issuerHost, issuerMeant } from '../aws/provider.js'
import { isAssumeRole, statementFor } from '../aws/statement.js'
import { audienceOf } from '../aws/token-rules.js'
import type { TrustSuggestion } from '../model.js'
import { asWritten } from './as-written.js'
import type { Diagnosis } from './diagnose.js'
import { diffOf } from './diff.js'
import { Effort } from './effort.js'
import { evaluate } from './evaluate.js'
import { type Draft, type Examination, exemptSubject, fixCondition } from './fix-conditions.js'
import { openingsOf } from './overly-permissive.js'
import { type Policy, readPolicy, type Statement } from './policy.js'
import { neededPrincipal } from './principal.js'
import { isMembers, listOf } from './tree.js'

/** The statement changed where that is enough, else a new one for this very token. */
export function suggest(diagnosis: Diagnosis, asked: Examination): TrustSuggestion {
  const statement = asked.policy.statements[diagnosis.statement?.index ?? -1]
  const draft = statement ? draftChange(diagnosis, statement, asked) : undefined
  const fits =
    statement &&
    draft &&
    isPinned(draft, diagnosis, asked) &&
    letsIn(draft, statement.index, diagnosis, asked)
  if (fits) {
    const { raw, written = raw } = statement
    const after = JSON.stringify(asWritten(draft, raw, statement.written), null, 2)
    return { diff: diffOf(JSON.stringify(written, null, 2), after), statement: after }
  }
  return { diff: '', statement: ownStatement(asked) }
}

/** What is pasted asks for the audience: a statement that does not is left as it is, and this job gets one of its own. */
function isPinned(draft: Draft, { problem }: Diagnosis, { policy, context }: Examination): boolean {
  if (problem === 'denied') return true
  const alone = readPolicy({ Version: versionOf(policy), Statement: [draft] }, NOWHERE)
  return openingsOf(alone, evaluate(alone, context), context).every(
    ({ who }) => who !== 'any-audience',
  )
}

/** Only the newer one knows policy variables. */
function versionOf({ variables }: Policy): string {
  return variables ? '2012-10-17' : '2008-10-17'
}

/** For this very token and no other subject; the provider as the template writes it, if it does. */
function ownStatement({ token, context, known, policy }: Examination): string {
  const { partition, account } = context
  const text = statementFor(token, {
    partition,
    account: account ?? '<account>',
    audience: audienceOf(token.claims, known.inputs?.audience ?? '<audience>'),
  })
  const needed = neededPrincipal(context)
  const federated = policy.statements
    .filter(({ raw, written }) => written && federatedOf(raw) === needed)
    .map(({ written }) => federatedOf(written))
    .find(isMembers)
  if (!federated) return text
  const own = JSON.parse(text) as Draft
  return JSON.stringify({ ...own, Principal: { Federated: federated } }, null, 2)
}

function federatedOf(statement: unknown): unknown {
  const principal = isMembers(statement) ? statement['Principal'] : undefined
  return isMembers(principal) ? principal['Federated'] : undefined
}

function draftChange(
  diagnosis: Diagnosis,
  statement: Statement,
  asked: Examination,
): Draft | undefined {
  const draft = JSON.parse(JSON.stringify(statement.raw)) as Draft
  if (diagnosis.problem === 'denied') return exemptSubject(draft, diagnosis, asked)
  const ready = withPrincipal(draft, diagnosis, asked) && withActions(draft, asked)
  const conditions = [...(diagnosis.condition ? [diagnosis.condition] : []), ...diagnosis.more]
  return ready && conditions.every((condition) => fixCondition(draft, condition, diagnosis, asked))
    ? draft
    : undefined
}

/** Another account or path of the same host: a slip. Another host: somebody else's statement. */
function withPrincipal(
  draft: Draft,
  { problem, principals }: Diagnosis,
  { context }: Examination,
): boolean {
  if (problem !== 'provider-mismatch') return true
  const principal = draft['Principal'] as Draft
  const host = issuerHost(context.issuer)
  const slip = principals?.has.find(
    (one) => issuerMeant(one)?.startsWith(host) && !isOtherTenant(one, context.issuer),
  )
  if (!isMembers(principal) || slip === undefined) return false
  const others = listOf(principal['Federated']).filter((one) => one !== slip)
  const right = neededPrincipal(context)
  principal['Federated'] = others.length === 0 ? right : [...others, right]
  return true
}

/** `…/id/<cluster>` of Amazon EKS: another id is another cluster, whose workloads need the role. */
function isOtherTenant(arn: string, issuer: string): boolean {
  const [theirs, ours] = [arn, issuer].map((one) => /\/id\/([^/]+)/.exec(one)?.[1])
  return theirs !== undefined && theirs !== ours
}

function withActions(draft: Draft, { context }: Examination): boolean {
  if (!('Action' in draft)) return true
  const actions = listOf(draft['Action']).map(String)
  const lower = actions.map((one) => one.toLowerCase())
  const lacking = context.actions.filter((one) => !allowsAction(lower, one.toLowerCase()))
  if (lacking.length === 0) return true
  // `sts:AssumeRole` is for other principals than this one: the usual slip, and of no use beside it.
  const kept = actions.filter((one) => !isAssumeRole(one))
  const all = [...kept, ...lacking]
  draft['Action'] = all.length === 1 ? all[0] : all
  return true
}

function allowsAction(actions: readonly string[], wanted: string): boolean {
  return actions.some((one) => one === wanted || one === '*' || one === 'sts:*')
}

const NOWHERE = { value: undefined, placeOf: () => undefined, doubled: () => [] }

/**
 * The whole policy with the draft in it, asked again: a suggestion that does not work is worse than none. A Deny that is
 * named beside it does not count against it.
 */
function letsIn(
  draft: Draft,
  index: number,
  { denied }: Diagnosis,
  { policy, context, openings }: Examination,
): boolean {
  const raw = policy.statements
    .filter((one) => denied === undefined || one.effect === 'Allow' || one.index === index)
    .map((one) => (one.index === index ? draft : one.raw))
  const changed = readPolicy({ Version: versionOf(policy), Statement: raw }, NOWHERE)
  const evaluation = evaluate(changed, { ...context, effort: Effort.ofVerdict() })
  if (evaluation.allowed === false) return false
  // Strangers that the policy did not let in before: then a statement of its own is better.
  const had = openings.map(({ who }) => who)
  return openingsOf(changed, evaluation, context).every(
    ({ who }) => !/^any-(subject|repository)$/.test(who) || had.includes(who),
  )
}
