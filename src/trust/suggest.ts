// The least change to a policy that lets this token in, and nobody else: within a statement where that is exact, else a statement of its own.
import { issuerHost, issuerMeant } from '../aws/provider.js'
import { isAssumeRole, statementFor } from '../aws/statement.js'
import { audienceOf } from '../aws/token-rules.js'
import type { TokenFacts, TrustSuggestion } from '../model.js'
import { asWritten } from './as-written.js'
import type { Diagnosis } from './diagnose.js'
import { diffOf } from './diff.js'
import { Effort } from './effort.js'
import { evaluate } from './evaluate.js'
import {
  type Asked,
  admitsOnly,
  type Change,
  type Draft,
  exactValue,
  isPlain,
  statementOf,
  tokenValue,
} from './exact-change.js'
import { changeCondition, exemptSubject } from './fix-conditions.js'
import type { Statement } from './policy.js'
import { actionMatches, neededPrincipal } from './principal.js'
import { isMembers, listOf } from './tree.js'

export interface Examination extends Asked {
  token: Pick<TokenFacts, 'issuer' | 'subject' | 'claims'>
}

/**
 * Undefined where no change lets in this token alone: a Deny that others come in by, or a token that no statement can name.
 * What a Deny beside it keeps out (`denied`) is not counted against the change.
 */
export function suggest(diagnosis: Diagnosis, asked: Examination): TrustSuggestion | undefined {
  const statement = asked.policy.statements[diagnosis.statement?.index ?? -1]
  return (
    (statement && changeOf(statement, diagnosis, asked)) ??
    (diagnosis.problem === 'denied' ? undefined : ownStatement(diagnosis, asked))
  )
}

/** One element of the statement changed, where that is all that is wrong with it. */
function changeOf(
  statement: Statement,
  diagnosis: Diagnosis,
  asked: Examination,
): TrustSuggestion | undefined {
  const change = draftChange(copyOf(statement.raw) as Draft, statement, diagnosis, asked)
  if (!change) return undefined
  const isExact = diagnosis.problem === 'denied' || admitsOnly(change, asked)
  const { index } = statement
  if (!isExact || !letsIn(statementOf(change.draft, asked.policy, index), diagnosis, asked))
    return undefined
  const { raw, written = raw } = statement
  const changed = asWritten(change.draft, raw, statement.written)
  if (changed === undefined) return undefined
  const after = JSON.stringify(changed, null, 2)
  const diff = diffOf(JSON.stringify(written, null, 2), after)
  return diff === '' ? undefined : { diff, statement: after }
}

/** For this very token and no other subject. */
function ownStatement(diagnosis: Diagnosis, asked: Examination): TrustSuggestion | undefined {
  const { policy, context, token } = asked
  const text = statementFor(token, {
    partition: context.partition,
    account: context.account ?? '<account>',
    audience: tokenValue('aud', context) ?? audienceOf(token.claims, '<audience>'),
    ...(policy.variables ? {} : { plain: true }),
  })
  const works = (one: string): boolean => {
    const made = statementOf(JSON.parse(one) as Draft, policy, policy.statements.length)
    // Where the account is not known, the reader puts it in.
    return context.account === undefined || letsIn(made, diagnosis, asked)
  }
  const found = [withFurtherClaims(text, diagnosis, asked), text].find(works)
  return found === undefined
    ? undefined
    : { diff: '', statement: withProviderAsWritten(found, asked) }
}

/**
 * What the nearest statement asks of the token besides, such as the workflow that its job is in: with this token's value, or
 * everybody who has its subject would come in by the new statement without it.
 */
function withFurtherClaims(
  text: string,
  diagnosis: Diagnosis,
  { policy, context }: Examination,
): string {
  const own = JSON.parse(text) as { Condition: { StringEquals: Record<string, string> } }
  const { conditions = [] } = policy.statements[diagnosis.statement?.index ?? -1] ?? {}
  const start = `${context.issuer}:`
  for (const { operator, key } of conditions) {
    if (!isPlain(operator) || !key.toLowerCase().startsWith(start.toLowerCase())) continue
    const name = `${start}${key.slice(start.length).toLowerCase()}`
    const value = exactValue(tokenValue(name.slice(start.length), context), 'StringEquals', policy)
    if (value !== undefined) own.Condition.StringEquals[name] ??= value
  }
  return JSON.stringify(own, null, 2)
}

/** The provider as the template writes it, if it does. */
function withProviderAsWritten(text: string, { policy, context }: Examination): string {
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

/** Members copied, and lists; what only the deployment knows stays what it is. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
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
  const kept = listOf(draft['Action']).filter((one) => !isAlone || !isAssumeRole(String(one)))
  const all = [...kept, ...lacking]
  return { draft: { ...draft, Action: all.length === 1 ? all[0] : all } }
}

/** The whole policy asked again, with the statement in it or beside the others: a suggestion that does not work is worse than none. */
function letsIn(made: Statement, { denied }: Diagnosis, { policy, context }: Asked): boolean {
  const others = policy.statements.filter(
    ({ index, effect }) => index !== made.index && (denied === undefined || effect === 'Allow'),
  )
  const changed = { ...policy, statements: [...others, made] }
  return evaluate(changed, { ...context, effort: Effort.ofVerdict() }).allowed !== false
}
