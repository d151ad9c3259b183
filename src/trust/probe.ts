// One subject that a trust policy is probed with, and the claims that it comes with.
import type { OpeningOf, TrustOpening } from '../model.js'

/** Null for a claim that it has not; undefined for one that may be as the policy wants it, as all that are not named. */
export type Claims = Readonly<Record<string, string | null | undefined>>

export interface ProbeSubject {
  /** `ids`: of the same name with other ids. */
  who: TrustOpening['who'] | 'ids'
  of?: OpeningOf
  subject: string
  audience?: string
  /** Those that this one cannot choose. */
  claims?: Claims
}

/** No repository, branch or audience has such a name: a pattern that lets it in lets in anything there. */
export const OTHER = 'any-other'
/** Ids that nobody has. */
export const NO_ID = { owner: '999999990001', repository: '999999990002', other: '999999990003' }

export interface Probed {
  /** The values of the statement for `sub` that let somebody in. */
  wanted: readonly string[]
  /** The same of other claims of this issuer, by their names in lower case. */
  claimed: Readonly<Record<string, readonly string[]>>
  /** The token's own `sub`, and other claims of it that are keys. */
  subject: string
  own: Readonly<Record<string, string>>
  github: boolean
  /** The issuer, without `https://`. */
  issuer: string
}

/** A text that a pattern covers. */
export function sampleOf(pattern: string): string {
  return pattern
    .replace(/(?<=\w)\*/g, `-${OTHER}`)
    .replace(/\*(?=\w)/g, `${OTHER}-`)
    .replaceAll('*', OTHER)
    .replaceAll('?', 'x')
}
