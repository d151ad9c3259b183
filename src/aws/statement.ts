// A statement of a trust policy that lets exactly one subject of one issuer in, and how IAM writes a value that means itself.

import type { TokenFacts } from '../model.js'
import { plainText, sanitise } from '../text.js'
import { federatedPrincipal, issuerName } from './provider.js'
import { carriesTags, SOURCE_IDENTITY } from './token-rules.js'
import { isWild } from './wildcard.js'

/** The action that signing in with a web identity is (AWS API reference of STS). */
export const ASSUME = 'sts:AssumeRoleWithWebIdentity'

/** The action of another kind of sign-in, and the usual slip in its place; names of actions know no letter case. */
export function isAssumeRole(action: string): boolean {
  return action.toLowerCase() === 'sts:assumerole'
}

/** Session tags and a source identity need rights of their own (IAM User Guide, "Passing session tags in AWS STS"). */
export const TAG_SESSION = 'sts:TagSession'
export const SET_SOURCE_IDENTITY = 'sts:SetSourceIdentity'

/** For whom the statement is, beside what the token says itself. */
export interface StatementFor {
  partition: string
  account: string
  /** What IAM compares with the client ids of the provider. */
  audience: string
  /** For a policy whose `Version` knows no variables: `${` is text there. */
  plain?: true
}

/** JSON, indented: holds for this token and for no other subject. */
export function statementFor(
  token: Pick<TokenFacts, 'issuer' | 'subject' | 'claims'>,
  { partition, account, audience, plain }: StatementFor,
): string {
  const literal = (value: string): string => (plain ? value : literalValue(value))
  const name = issuerName(token.issuer)
  const more = [
    ...(carriesTags(token.claims) ? [TAG_SESSION] : []),
    ...(SOURCE_IDENTITY in token.claims ? [SET_SOURCE_IDENTITY] : []),
  ]
  const statement = {
    Effect: 'Allow',
    Principal: { Federated: federatedPrincipal({ partition, account, issuer: token.issuer }) },
    Action: more.length > 0 ? [ASSUME, ...more] : ASSUME,
    Condition: {
      StringEquals: {
        [`${name}:aud`]: literal(audience),
        [`${name}:sub`]: literal(token.subject),
      },
    },
  }
  return sanitise(JSON.stringify(statement, null, 2))
}

/** An operator that compares whole values, and its like that knows wildcards, taken apart. */
const OF_TEXT = /^((?:ForAnyValue|ForAllValues):)?String(Not)?(Equals|Like)(IfExists)?$/

type Block = Record<string, unknown>

/**
 * The statement with a pattern in place of each value that fits one run alone: its key moves to the operator with
 * wildcards, with the other values that it has. Undefined where that would change what those mean.
 */
export function withPatterns(
  statement: string,
  patterns: ReadonlyMap<string, string>,
): string | undefined {
  const all = JSON.parse(statement) as { Condition?: Record<string, Block> }
  const blocks = all.Condition ?? {}
  let moved = false
  for (const [operator, block] of Object.entries(blocks))
    for (const [key, value] of Object.entries(block)) {
      const values = [value].flat()
      if (!values.some((one) => typeof one === 'string' && patterns.has(one))) continue
      if (!moveKey(blocks, { operator, key, values }, patterns)) return undefined
      moved = true
    }
  return moved ? sanitise(JSON.stringify(all, null, 2)) : undefined
}

function moveKey(
  blocks: Record<string, Block>,
  { operator, key, values }: { operator: string; key: string; values: readonly unknown[] },
  patterns: ReadonlyMap<string, string>,
): boolean {
  const [, set = '', not = '', kind, ifExists = ''] = OF_TEXT.exec(operator) ?? []
  const like = `${set}String${not}Like${ifExists}`
  // Two conditions on one key must both hold; and what is a plain `*` here, or may become one, would be a wildcard there.
  const clashes = kind === 'Equals' && (key in (blocks[like] ?? {}) || values.some(mayBeWild))
  if (kind === undefined || clashes) return false
  const block = blocks[operator] ?? {}
  delete block[key]
  if (Object.keys(block).length === 0) delete blocks[operator]
  const all = [...new Set(values.map((one) => patterns.get(plainText(one)) ?? one))]
  blocks[like] = { ...blocks[like], [key]: all.length === 1 ? all[0] : all }
  return true
}

/** A function of a template gives a text that is not known here. */
function mayBeWild(value: unknown): boolean {
  return typeof value !== 'string' || isWild(value)
}

/** IAM reads `${…}` in a value as a variable (IAM User Guide, "Policy variables"): `${$}` is a plain dollar. */
export function literalValue(value: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation.
  return value.replaceAll('${', '${$}{')
}
