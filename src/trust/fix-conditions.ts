// Changes to one condition of a statement, after which it holds for this token, or denies it no more: exact values only.
import { isOtherOwner, isOtherSpelling } from '../aws/github-subject.js'
import { isNoSubject } from '../aws/subject-wildcards.js'
import type { ConditionResult } from '../model.js'
import { conditionResult } from './conditions.js'
import type { Diagnosis } from './diagnose.js'
import {
  type Asked,
  type Change,
  type Draft,
  exactValue,
  exemptsOnly,
  isPlain,
  tokenValue,
} from './exact-change.js'
import { isKey } from './statement-parts.js'
import { isMembers, listOf } from './tree.js'

/** Makes the condition at fault hold; undefined for one that is a protection of another kind, which no change may lift. */
export function changeCondition(
  draft: Draft,
  diagnosis: Diagnosis,
  asked: Asked,
): Change | undefined {
  const { condition, nearest } = diagnosis
  if (!condition || !isPlain(condition.operator)) return undefined
  const { operator, key, actual = [], state } = condition
  const block = blockOf(draft, operator)
  if (!block) return undefined
  if (state === 'disputed') return { draft: withoutKey(draft, condition) }
  if (state === 'not-offered') return { draft: replaceKey(draft, condition, asked) }
  const exact = actual.length === 1 ? exactValue(actual[0], operator, asked.policy) : undefined
  if (exact === undefined) return undefined
  const dead = isDead(diagnosis, asked) ? nearest?.wanted : undefined
  const kept = listOf(block[key]).filter((one) => one !== dead)
  putValues(block, key, [...kept, exact])
  return { draft, widened: key }
}

/** The value that comes nearest lets in nobody, or nobody who should be: the right one takes its place. */
function isDead({ problem, nearest, condition }: Diagnosis, { context }: Asked): boolean {
  // What an open part is filled in with may be alive.
  if (!nearest || condition?.open) return false
  const { wanted, actual } = nearest
  // No ref and no repository has white space at its end.
  if (problem === 'subject-mismatch') return context.github && wanted.trim() === actual
  if (problem === 'wildcard-with-equals') return isNoSubject(wanted, context.github)
  if (problem === 'subject-case') return context.github && isOtherSpelling(wanted, actual)
  // The old name of an owner: whoever registers it now would come in by it.
  return problem === 'subject-immutable' && isOtherOwner(wanted, actual)
}

/** A key that STS does not offer holds for nobody: its right name, or `sub` in its place. */
function replaceKey(draft: Draft, condition: ConditionResult, { context, policy }: Asked): Draft {
  const { operator, key, wanted } = condition
  const block = blockOf(draft, operator) ?? {}
  const right = `${context.issuer}:${key.slice(key.lastIndexOf(':') + 1)}`
  const isThere = Object.keys(block).some((one) => one.toLowerCase() === right.toLowerCase())
  const moved = conditionResult({ operator, key: right, wanted }, context, policy.variables)
  if (!isThere && moved.holds === true) block[right] = block[key]
  withoutKey(draft, condition)
  const subject = exactValue(tokenValue('sub', context), 'StringEquals', policy)
  const blocks = memberObject(draft, 'Condition')
  const asksWho = Object.values(blocks).some(
    (one) => isMembers(one) && Object.keys(one).some((name) => isKey(name, context, 'sub')),
  )
  if (!asksWho) memberObject(blocks, 'StringEquals')[`${context.issuer}:sub`] = subject
  return draft
}

function withoutKey(draft: Draft, { operator, key }: ConditionResult): Draft {
  const block = blockOf(draft, operator) ?? {}
  delete block[key]
  if (Object.keys(block).length === 0) delete memberObject(draft, 'Condition')[operator]
  return draft
}

/** Takes exactly this subject out of a Deny; undefined where that would open it to further audiences as well. */
export function exemptSubject(
  draft: Draft,
  { condition, more }: Diagnosis,
  asked: Asked,
): Change | undefined {
  const { context, policy } = asked
  const subject = tokenValue('sub', context)
  const exact = (operator: string): string | undefined => exactValue(subject, operator, policy)
  const listed = [...(condition ? [condition] : []), ...more].find(
    ({ operator, key }) =>
      /^StringNot(Equals|Like)$/i.test(operator) &&
      isKey(key, context, 'sub') &&
      exact(operator) !== undefined,
  )
  const { operator, key } = listed ?? {
    operator: 'StringNotEquals',
    key: `${context.issuer}:sub`,
  }
  const value = exact(operator)
  if (value === undefined || !exemptsOnly(asked)) return undefined
  const block = memberObject(memberObject(draft, 'Condition'), operator)
  putValues(block, key, [...listOf(block[key]), value])
  return { draft }
}

/** The object under a name, made where there is none. */
function memberObject(owner: Draft, name: string): Draft {
  if (!isMembers(owner[name])) owner[name] = {}
  return owner[name] as Draft
}

function putValues(block: Draft, key: string, values: readonly unknown[]): void {
  block[key] = values.length === 1 ? values[0] : values
}

function blockOf(draft: Draft, operator: string): Draft | undefined {
  const blocks = draft['Condition']
  const block = isMembers(blocks) ? blocks[operator] : undefined
  return isMembers(block) ? (block as Draft) : undefined
}
