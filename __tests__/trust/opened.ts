// Who else gets in by one statement, for the tests of the probe subjects.
import type { Known, OpeningOf, TrustOpening } from '../../src/model.js'
import { aud, HOST, type Json, sub } from './fixtures.js'
import { examined, policyOf, statement } from './support.js'

export const AUD = { [aud]: 'sts.amazonaws.com' }

/** GitHub's key of a claim. */
export const key = (claim: string): string => `${HOST}:${claim}`

/** The audience, patterns for `sub`, and exact values of further claims. */
export function like(value: unknown, exact: Json = {}): Json {
  return { StringEquals: { ...AUD, ...exact }, StringLike: { [sub]: value } }
}

export function openingsBy(
  condition: Json,
  known?: Known,
  over: Json = {},
): readonly TrustOpening[] {
  return examined(policyOf(statement(condition, over)), known).found.flatMap((one) =>
    one.kind === 'trust-open' ? one.openings : [],
  )
}

export function whoBy(condition: Json, known?: Known): string[] {
  return openingsBy(condition, known).map(({ who }) => who)
}

/** Each with whom it is about. */
export function openBy(condition: Json, known?: Known, over: Json = {}): (string | OpeningOf)[][] {
  return openingsBy(condition, known, over).map(({ who, of }) => (of ? [who, of] : [who]))
}
