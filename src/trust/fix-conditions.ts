// Changes to the conditions of one statement: a draft in which they hold for this token, or deny it no more.
import { isOtherOwner } from '../aws/github-subject.js'
import { literalValue } from '../aws/statement.js'
import type { ConditionResult, Known, TokenFacts, TrustOpening } from '../model.js'
import { conditionResult } from './conditions.js'
import type { Context } from './context.js'
import type { Diagnosis } from './diagnose.js'
import type { Policy } from './policy.js'
import { isKey, isPositive, takesWildcards } from './statement-parts.js'
import { isMembers, listOf } from './tree.js'

/** A statement as plain JSON, to be changed. */
export type Draft = Record<string, unknown>

export interface Examination {
  policy: Policy
  context: Context
  token: TokenFacts
  known: Known
  /** Who else the policy lets in as it is. */
  openings: readonly TrustOpening[]
}

/** Makes one condition hold for this token. */
export function fixCondition(
  draft: Draft,
  condition: ConditionResult,
  diagnosis: Diagnosis,
  asked: Examination,
): boolean {
  const { operator, key, actual = [] } = condition
  const block = blockOf(draft, operator)
  if (!block) return false
  if (condition.state === 'not-offered' || condition.state === 'disputed')
    return replaceKey(draft, condition, diagnosis, asked)
  if (!isPositive(condition) || actual.length === 0) return false
  const { problem, nearest } = diagnosis
  const isDead =
    ['subject-case', 'wildcard-with-equals'].includes(problem) ||
    // The old name of an owner: whoever registers it now would come in by it.
    (problem === 'subject-immutable' &&
      nearest !== undefined &&
      isOtherOwner(nearest.wanted, nearest.actual))
  // What an open part is filled in with may be alive.
  const dead = isDead && !condition.open
  const kept = listOf(block[key]).filter(
    (one) => !(dead && condition === diagnosis.condition && one === nearest?.wanted),
  )
  const wants = actual.map((one) => literalFor(one, operator, asked))
  putValues(block, key, [...kept, ...wants.filter((one) => !kept.includes(one))])
  return true
}

/** A key that STS does not offer holds for nobody: its right name, or `sub` in its place. */
function replaceKey(
  draft: Draft,
  condition: ConditionResult,
  diagnosis: Diagnosis,
  asked: Examination,
): boolean {
  const { context, policy, token } = asked
  const block = blockOf(draft, condition.operator) ?? {}
  const wanted = block[condition.key]
  delete block[condition.key]
  const right = `${context.issuer}:${condition.key.slice(condition.key.lastIndexOf(':') + 1)}`
  if (
    right.toLowerCase() !== condition.key.toLowerCase() &&
    context.key(right).state === 'present'
  ) {
    block[right] = wanted
    const moved = { operator: condition.operator, key: right, wanted: condition.wanted }
    const renamed = conditionResult(moved, context, policy.variables)
    return renamed.holds === true || fixCondition(draft, renamed, diagnosis, asked)
  }
  const blocks = memberObject(draft, 'Condition')
  if (Object.keys(block).length === 0) delete blocks[condition.operator]
  // What is there already says who may come in: removing a dead key narrows nothing.
  if (!restrictsWho(blocks, context))
    memberObject(blocks, 'StringEquals')[`${context.issuer}:sub`] = literalFor(
      token.subject,
      'StringEquals',
      asked,
    )
  return true
}

/** Keys that tell the one repository or subject from others. */
const WHO: readonly string[] = ['sub', 'job_workflow_ref', 'repository', 'repository_id']

function restrictsWho(blocks: Draft, context: Context): boolean {
  return Object.entries(blocks).some(
    ([operator, block]) =>
      isPositive({ operator }) &&
      isMembers(block) &&
      Object.keys(block).some((key) => WHO.some((claim) => isKey(key, context, claim))),
  )
}

/** Takes exactly this subject out of a Deny. */
export function exemptSubject(
  draft: Draft,
  { condition, more }: Diagnosis,
  asked: Examination,
): Draft {
  const { context, token } = asked
  const listed = [...(condition ? [condition] : []), ...more].find(
    (one) => /^StringNot(Equals|Like)$/i.test(one.operator) && isKey(one.key, context, 'sub'),
  )
  const operator = listed?.operator ?? 'StringNotEquals'
  const key = listed?.key ?? `${context.issuer}:sub`
  const block = memberObject(memberObject(draft, 'Condition'), operator)
  putValues(block, key, [...listOf(block[key]), literalFor(token.subject, operator, asked)])
  return draft
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

/** A value that means itself: IAM reads `${…}` as a variable, and `*` and `?` under Like as wildcards. */
function literalFor(value: string, operator: string, { policy }: Examination): string {
  const text = policy.variables ? literalValue(value) : value
  if (!policy.variables || !takesWildcards({ operator })) return text
  return text.replace(/[*?]/g, (sign) => `\${${sign}}`)
}
