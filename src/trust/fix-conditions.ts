// Changes to the conditions of one statement: a draft in which they hold for this token, or deny it no more.
import { literalValue } from '../aws/statement.js'
import type { Known, TokenFacts, TrustLeaf, TrustOpening } from '../model.js'
import { leafOf } from './conditions.js'
import type { Context } from './context.js'
import type { Diagnosis } from './diagnose.js'
import type { Policy } from './policy.js'
import { isKey, isPositive } from './statement-parts.js'
import { isMembers, listOf } from './tree.js'

/** A statement as plain JSON, to be changed. */
export type Draft = Record<string, unknown>

export interface Asked {
  policy: Policy
  context: Context
  token: TokenFacts
  known: Known
  /** Who else the policy lets in as it is. */
  openings: readonly TrustOpening[]
}

/** Makes one condition hold for this token. */
export function mended(draft: Draft, leaf: TrustLeaf, diagnosis: Diagnosis, asked: Asked): boolean {
  const { operator, key, actual = [] } = leaf
  const block = blockOf(draft, operator)
  if (!block) return false
  if (leaf.state === 'not-offered' || leaf.state === 'disputed')
    return withoutKey(draft, block, leaf, diagnosis, asked)
  if (!isPositive(leaf) || actual.length === 0) return false
  const dead = ['subject-case', 'wildcard-with-equals'].includes(diagnosis.problem)
  const kept = listOf(block[key]).filter(
    (one) => !(dead && leaf === diagnosis.leaf && one === diagnosis.nearest?.wanted),
  )
  const wants = actual.map((one) => written(one, operator, asked))
  put(block, key, [...kept, ...wants.filter((one) => !kept.includes(one))])
  return true
}

/** A key that STS does not offer holds for nobody: its right name, or `sub` in its place. */
function withoutKey(
  draft: Draft,
  block: Draft,
  leaf: TrustLeaf,
  diagnosis: Diagnosis,
  asked: Asked,
): boolean {
  const { context, policy, token } = asked
  const wanted = block[leaf.key]
  delete block[leaf.key]
  const right = `${context.issuer}:${leaf.key.slice(leaf.key.lastIndexOf(':') + 1)}`
  if (right.toLowerCase() !== leaf.key.toLowerCase() && context.key(right).state === 'present') {
    block[right] = wanted
    const condition = { operator: leaf.operator, key: right, wanted: leaf.wanted }
    const renamed = leafOf(condition, context, policy.variables)
    return renamed.holds === true || mended(draft, renamed, diagnosis, asked)
  }
  const condition = member(draft, 'Condition')
  if (Object.keys(block).length === 0) delete condition[leaf.operator]
  const equals = member(condition, 'StringEquals')
  const has = Object.keys(equals).some((key) => isKey(key, context, 'sub'))
  if (!has) equals[`${context.issuer}:sub`] = written(token.subject, 'StringEquals', asked)
  return true
}

/** Takes exactly this subject out of a Deny. */
export function exempted(draft: Draft, { leaf, more }: Diagnosis, asked: Asked): Draft {
  const { context, token } = asked
  const listed = [...(leaf ? [leaf] : []), ...more].find(
    (one) => /^StringNot(Equals|Like)$/i.test(one.operator) && isKey(one.key, context, 'sub'),
  )
  const operator = listed?.operator ?? 'StringNotEquals'
  const key = listed?.key ?? `${context.issuer}:sub`
  const block = member(member(draft, 'Condition'), operator)
  put(block, key, [...listOf(block[key]), written(token.subject, operator, asked)])
  return draft
}

/** The object under a name, made where there is none. */
function member(owner: Draft, name: string): Draft {
  if (!isMembers(owner[name])) owner[name] = {}
  return owner[name] as Draft
}

function put(block: Draft, key: string, values: readonly unknown[]): void {
  block[key] = values.length === 1 ? values[0] : values
}

function blockOf(draft: Draft, operator: string): Draft | undefined {
  const condition = draft['Condition']
  const block = isMembers(condition) ? condition[operator] : undefined
  return isMembers(block) ? (block as Draft) : undefined
}

/** A value that means itself: IAM reads `${…}` as a variable, and `*` and `?` under Like as wildcards. */
function written(value: string, operator: string, { policy }: Asked): string {
  const text = policy.variables ? literalValue(value) : value
  if (!policy.variables || !/like/i.test(operator)) return text
  return text.replace(/[*?]/g, (sign) => `\${${sign}}`)
}
