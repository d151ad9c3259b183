// Whether a change of a statement lets in nobody but this token's subject: proved from its conditions, not probed.

import { ASSUME, literalValue } from '../aws/statement.js'
import { isWild } from '../aws/wildcard.js'
import type { Context } from './context.js'
import { Effort } from './effort.js'
import { judgeStatement } from './evaluate.js'
import { type Policy, readPolicy, type Statement } from './policy.js'
import { actionMatches } from './principal.js'
import { isKey, takesWildcards } from './statement-parts.js'

/** A statement as plain members, to be changed; what only the deployment knows stays in it. */
export type Draft = Record<string, unknown>

export interface Change {
  draft: Draft
  /** The key under which this token's very value was added, and nothing else changed; absent where the change is another. */
  widened?: string
}

/** What a change is made for. */
export interface Asked {
  policy: Policy
  context: Context
}

/** Who a token is for IAM: all that a statement of its own would ask for. */
const WHO: readonly string[] = ['sub', 'aud']

/** Holds only where the key is there and has one of the values; the values mean themselves, or are patterns. */
export function isPlain(operator: string): boolean {
  return /^(ForAnyValue:)?String(Equals|Like)$/i.test(operator)
}

/**
 * Whoever comes in by the changed statement and did not before has this token's `sub` and `aud`: each is the only value
 * that is asked for, or the one that was added. (The keys carry the issuer's name, so no other provider has them.)
 */
export function admitsOnly({ draft, widened }: Change, asked: Asked): boolean {
  const { conditions } = statementOf(draft, asked.policy, 0)
  return WHO.every(
    (claim) =>
      (widened !== undefined && isKey(widened, asked.context, claim)) ||
      isPinned({ conditions }, claim, asked),
  )
}

/** To take this subject out of a Deny lets it in for every audience that the statements which allow it leave open. */
export function exemptsOnly(asked: Asked): boolean {
  const { policy } = asked
  const context = { ...asked.context, effort: Effort.ofVerdict() }
  return policy.statements.every((statement) => {
    if (statement.effect === 'Deny') return true
    if (statement.flaws.length > 0) return false
    const { principal, conditions } = judgeStatement(statement, policy, context).statement
    return (
      principal === false ||
      actionMatches(statement, ASSUME) === false ||
      isPinned(statement, 'aud', asked) ||
      conditions.some(
        ({ operator, key, holds }) =>
          holds === false && isPlain(operator) && isKey(key, context, 'sub'),
      )
    )
  })
}

function isPinned(
  { conditions }: Pick<Statement, 'conditions'>,
  claim: string,
  asked: Asked,
): boolean {
  return conditions.some(({ operator, key, wanted }) => {
    if (!isPlain(operator) || !isKey(key, asked.context, claim)) return false
    const exact = exactValue(tokenValue(claim, asked.context), operator, asked.policy)
    return exact !== undefined && wanted.length > 0 && wanted.every((one) => one === exact)
  })
}

/** The one value that IAM compares; undefined where there is none, or no one. */
export function tokenValue(claim: string, context: Context): string | undefined {
  const { state, values } = context.key(`${context.issuer}:${claim}`)
  return state === 'present' && values.length === 1 ? values[0] : undefined
}

/** A value of a policy that means this text and no other; undefined where the operator takes its signs for wildcards. */
export function exactValue(
  text: string | undefined,
  operator: string,
  { variables }: Policy,
): string | undefined {
  if (text === undefined || (takesWildcards({ operator }) && isWild(text))) return undefined
  return variables ? literalValue(text) : text
}

const NOWHERE = { value: undefined, placeOf: () => undefined, doubled: () => [] }

/** A draft as IAM would read it in this policy. */
export function statementOf(draft: Draft, { variables }: Policy, index: number): Statement {
  const Version = variables ? '2012-10-17' : '2008-10-17'
  const [statement] = readPolicy({ Version, Statement: [draft] }, NOWHERE).statements
  if (!statement) throw new Error('a policy of one statement has one')
  return { ...statement, index }
}
