// A statement of a trust policy that lets exactly one subject of one issuer in, and how IAM writes a value that means itself.
import type { TokenFacts } from '../model.js'
import { sanitise } from '../text.js'
import { federatedPrincipal, issuerName } from './provider.js'
import { carriesTags, SOURCE_IDENTITY } from './token-rules.js'

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
  /** With wildcards, in place of the token's own subject. */
  pattern?: string
  /** For a policy whose `Version` knows no variables: `${` is text there. */
  plain?: true
}

/** JSON, indented: holds for this token and for no other subject, or for those that fit the pattern. */
export function statementFor(
  token: Pick<TokenFacts, 'issuer' | 'subject' | 'claims'>,
  { partition, account, audience, pattern, plain }: StatementFor,
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
        ...(pattern === undefined ? { [`${name}:sub`]: literal(token.subject) } : {}),
      },
      ...(pattern === undefined ? {} : { StringLike: { [`${name}:sub`]: pattern } }),
    },
  }
  return sanitise(JSON.stringify(statement, null, 2))
}

/** IAM reads `${…}` in a value as a variable (IAM User Guide, "Policy variables"): `${$}` is a plain dollar. */
export function literalValue(value: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation.
  return value.replaceAll('${', '${$}{')
}
