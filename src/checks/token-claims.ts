// Does the token have the claims without which STS takes none?

import { REQUIRED_CLAIMS, TIME_CLAIMS } from '../aws/token-rules.js'
import type { Failure } from '../model.js'
import type { Check } from './check.js'

export const tokenClaims: Check = {
  id: 'token-claims',
  title: 'The token has all required claims',
  asked: ({ token }) => token !== undefined,
  judge: ({ token }) =>
    token ? REQUIRED_CLAIMS.flatMap((claim) => judgePresence(claim, token.claims[claim])) : [],
}

/** `sub: null` makes STS fail, so null counts as missing; a time of null is a question of its form. */
function judgePresence(claim: string, value: unknown): Failure[] {
  if (value === undefined) return [{ kind: 'claim', claim, problem: 'missing', value: 'absent' }]
  if (value === null && !TIME_CLAIMS.includes(claim))
    return [{ kind: 'claim', claim, problem: 'missing', value: 'null' }]
  const isEmpty = Array.isArray(value) && value.length === 0
  return isEmpty ? [{ kind: 'claim', claim, problem: 'empty' }] : []
}
