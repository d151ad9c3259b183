// Small questions about statements and conditions that the diagnosis and its helpers share.
import type { ConditionResult, StatementName } from '../model.js'
import type { Context } from './context.js'
import { OpenText } from './open-text.js'
import type { Statement } from './policy.js'
import { isMembers, listOf } from './tree.js'

/** An operator that wants one of its values, not one that forbids them. */
export function isPositive({ operator }: Pick<ConditionResult, 'operator'>): boolean {
  return !/not|null/i.test(operator)
}

/** `*` and `?` in its values are wildcards. */
export function takesWildcards({ operator }: Pick<ConditionResult, 'operator'>): boolean {
  return /like/i.test(operator)
}

/** A `Null` that wants the key to be missing (`true`), or to be there; with both values it wants nothing. */
export function asksNull(
  { operator, wanted }: Pick<ConditionResult, 'operator' | 'wanted'>,
  value: 'true' | 'false',
): boolean {
  return /^null$/i.test(operator) && wanted.every((one) => one.toLowerCase() === value)
}

export function isKey(key: string, { issuer }: Context, claim: string): boolean {
  return key.toLowerCase() === `${issuer.toLowerCase()}:${claim}`
}

/** The name alone, of something that has more. */
export function nameOf({ index, sid }: StatementName): StatementName {
  return { index, ...(sid === undefined ? {} : { sid }) }
}

/** What a statement names as its principals. */
export function principalsOf(statement: Statement | undefined): string[] {
  const principal = statement?.principal
  if (!isMembers(principal)) return principal === undefined ? [] : [textOf(principal)]
  return Object.values(principal).flatMap(listOf).map(textOf)
}

/** A value of a policy to be shown: text, or what only the deployment knows as it was written. */
export function textOf(value: unknown): string {
  if (value instanceof OpenText) return value.display
  return typeof value === 'string' ? value : JSON.stringify(value)
}
