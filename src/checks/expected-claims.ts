// Do the token's claims satisfy `expected-claims`? For what IAM has no condition key for.
import { matchesWildcard } from '../aws/wildcard.js'
import { clip, jsonOf } from '../text.js'
import type { Check } from './check.js'

export const expectedClaims: Check = {
  id: 'expected-claims',
  title: 'Claims are as expected',
  asked: ({ token, inputs }) => token !== undefined && (inputs?.expectedClaims ?? []).length > 0,
  judge({ token, inputs }) {
    if (!token || !inputs) return []
    return inputs.expectedClaims
      .map(({ claim, pattern }) => ({ claim, pattern, value: ownClaim(token.claims, claim) }))
      .filter(({ pattern, value }) => ![value].flat().some((one) => satisfies(pattern, one)))
      .map(({ claim, pattern, value }) => ({
        kind: 'claim',
        claim,
        problem: 'expected',
        pattern,
        ...(value === undefined ? {} : { got: textOf(value) ?? clip(jsonOf(value), 200) }),
      }))
  },
}

/** Not what every object has from birth, such as `constructor`. */
function ownClaim(claims: Readonly<Record<string, unknown>>, claim: string): unknown {
  return Object.hasOwn(claims, claim) ? claims[claim] : undefined
}

/** A claim, or an element of one that is a list: one that fits is enough, as with `aud` at its readers (RFC 7519, 4.1.3). */
function satisfies(pattern: string, value: unknown): boolean {
  const text = textOf(value)
  return text !== undefined && matchesWildcard(pattern, text)
}

/** A text as it is, a number or a boolean as JSON has it; null, objects and lists of lists satisfy no pattern. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? jsonOf(value) : undefined
}
