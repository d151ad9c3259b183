// A statement of its own for one token: its subject and audience alone, behind what else the statement that comes nearest asks for.
import { namesOwner } from '../aws/github-subject.js'
import { statementFor } from '../aws/statement.js'
import { audienceOf } from '../aws/token-rules.js'
import type { ConditionResult, TokenFacts } from '../model.js'
import type { Diagnosis } from './diagnose.js'
import { Effort } from './effort.js'
import { judgeStatement } from './evaluate.js'
import { type Asked, type Draft, exactValue, tokenValue } from './exact-change.js'
import type { Statement } from './policy.js'
import { neededPrincipal } from './principal.js'
import { isKey } from './statement-parts.js'
import { isMembers } from './tree.js'

export interface Examination extends Asked {
  token: Pick<TokenFacts, 'issuer' | 'subject' | 'claims'>
}

/** The statement that would do alone, and the one to suggest: with the provider and the guards as the template writes them. */
export function draftsFor(diagnosis: Diagnosis, asked: Examination): readonly Draft[] {
  const { policy, context, token } = asked
  const bare = JSON.parse(
    statementFor(token, {
      partition: context.partition,
      account: context.account ?? '<account>',
      audience: tokenValue('aud', context) ?? audienceOf(token.claims, '<audience>'),
      ...(policy.variables ? {} : { plain: true }),
    }),
  ) as Draft
  const near = guardsOf(policy.statements[diagnosis.statement?.index ?? -1], asked)
  const guards = [...near, ...ownerGuard(near, asked)]
  return [...(guards.length > 0 ? [guarded(bare, guards)] : []), bare]
}

/** The provider as the template writes it, if it does. */
export function withProviderAsWritten(draft: Draft, { policy, context }: Examination): Draft {
  const needed = neededPrincipal(context)
  const federated = policy.statements
    .filter(({ raw, written }) => written && federatedOf(raw) === needed)
    .map(({ written }) => federatedOf(written))
    .find(isMembers)
  return federated ? { ...draft, Principal: { Federated: federated } } : draft
}

function federatedOf(statement: unknown): unknown {
  const principal = isMembers(statement) ? statement['Principal'] : undefined
  return isMembers(principal) ? principal['Federated'] : undefined
}

/** Of a subject that anybody on GitHub can have: one that a template makes, without owner and repository. */
export function isAnybodys({ token, context }: Examination): boolean {
  const hasOwner = tokenValue('repository_owner_id', context) !== undefined
  return context.github && hasOwner && !namesOwner(token.subject)
}

/** The owner beside such a subject, where nothing else asks whose run it is. */
function ownerGuard(near: readonly Guard[], asked: Examination): Guard[] {
  const { issuer } = asked.context
  const named = OF_AN_OWNER.map((claim) => `${issuer}:${claim}`.toLowerCase())
  if (!isAnybodys(asked) || near.some(({ key }) => named.includes(key.toLowerCase()))) return []
  const id = tokenValue('repository_owner_id', asked.context)
  const value = exactValue(id, 'StringEquals', asked.policy)
  return value === undefined
    ? []
    : [{ operator: 'StringEquals', key: `${issuer}:repository_owner_id`, value }]
}

const OF_AN_OWNER = ['repository', 'repository_id', 'repository_owner_id', 'enterprise_id']

interface Guard {
  operator: string
  key: string
  value: unknown
}

function guarded(bare: Draft, guards: readonly Guard[]): Draft {
  const blocks = { ...(bare['Condition'] as Record<string, Draft>) }
  for (const { operator, key, value } of guards)
    blocks[operator] = { ...blocks[operator], [key]: value }
  return { ...bare, Condition: blocks }
}

/**
 * What the statement asks for beside who it is: a workflow, a repository's id, an address. Without it, every other workflow of the
 * branch would come in. None of a statement for another provider.
 */
function guardsOf(statement: Statement | undefined, asked: Asked): Guard[] {
  if (statement?.effect !== 'Allow' || statement.flaws.length > 0) return []
  const context = { ...asked.context, effort: Effort.ofVerdict() }
  const { principal, conditions } = judgeStatement(statement, asked.policy, context).statement
  if (principal === false) return []
  const others = conditions.filter(
    ({ key, state }) =>
      !isKey(key, context, 'sub') &&
      !isKey(key, context, 'aud') &&
      state !== 'not-offered' &&
      state !== 'disputed',
  )
  return others.flatMap((condition) =>
    condition.holds === false ? pinned(condition, asked) : kept(condition, statement),
  )
}

/** A condition that holds, or that only AWS can tell, as it stands there. */
function kept({ operator, key }: ConditionResult, { raw, written = raw }: Statement): Guard[] {
  const blocks = written['Condition']
  const block = isMembers(blocks) ? blocks[operator] : undefined
  return isMembers(block) && key in block ? [{ operator, key, value: block[key] }] : []
}

/** Asks a key for one of some values, in any letter case or not. */
const POSITIVE = /^(ForAnyValue:)?String(Equals|Like|EqualsIgnoreCase)$/i

/** This token's own value of a claim: whoever runs the job can choose the name of the session, but no claim. */
function pinned(condition: ConditionResult, { context, policy }: Asked): Guard[] {
  const { operator, key, state, actual = [] } = condition
  const isClaim = key.toLowerCase().startsWith(`${context.issuer.toLowerCase()}:`)
  const value = exactValue(actual[0], 'StringEquals', policy)
  if (!isClaim || !POSITIVE.test(operator) || state !== 'present' || actual.length !== 1) return []
  return value === undefined
    ? []
    : [{ operator: operator.replace(/String\w+$/i, 'StringEquals'), key, value }]
}
