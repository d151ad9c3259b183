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
  if (value === undefined) return [claimFailure(claim, 'missing', 'absent')]
  if (value === null && !TIME_CLAIMS.includes(claim))
    return [claimFailure(claim, 'missing', 'null')]
  return Array.isArray(value) && value.length === 0 ? [claimFailure(claim, 'empty', '[]')] : []
}

function claimFailure(claim: string, problem: 'missing' | 'empty', got: string): Failure {
  return { kind: 'claim', claim, problem, want: 'present', got }
}
