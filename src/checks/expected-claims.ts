// Do the token's claims satisfy `expected-claims`? For what IAM has no condition key for.
import { covers } from '../glob.js'
import type { Check } from './check.js'

export const expectedClaims: Check = {
  id: 'expected-claims',
  title: 'Claims are as expected',
  judge({ token, inputs }) {
    if (!token || !inputs) return []
    return inputs.expectedClaims
      .map(({ claim, pattern }) => ({ claim, pattern, got: textOf(token.claims[claim]) }))
      .filter(({ pattern, got }) => got === undefined || !covers(pattern, got))
      .map(({ claim, pattern, got }) => ({
        kind: 'claim' as const,
        claim,
        problem: 'expected' as const,
        want: pattern,
        got: got ?? '',
      }))
  },
}

/** A claim as text: what is not a string, number or boolean satisfies no pattern. */
function textOf(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}
