// What STS asks of a token, as AWS documents it and as it was seen to answer: numbers and names that checks and causes share.

/** Each is refused by name when it is absent (radkawar/stackd, commit 9dc356f, observations missing-*). */
export const REQUIRED_CLAIMS: readonly string[] = ['iss', 'sub', 'aud', 'iat', 'exp']

export const TIME_CLAIMS: readonly string[] = ['iat', 'nbf', 'exp']

/** The claim that may hold session tags (IAM User Guide, "Pass session tags using AssumeRoleWithWebIdentity"). */
export const TAGS_CLAIM = 'https://aws.amazon.com/tags'

/** Where each tag has a claim of its own, the claim's name begins so. */
export const FLAT_TAGS = `${TAGS_CLAIM}/principal_tags/`

/** The claim of which STS makes the session's SourceIdentity (IAM User Guide, "Monitor and control actions taken with assumed roles"). */
export const SOURCE_IDENTITY = 'https://aws.amazon.com/source_identity'

/** Made by GitHub, of whichever host: no other issuer has this claim. */
export function isGitHub(claims: Readonly<Record<string, unknown>>): boolean {
  return typeof claims['repository'] === 'string'
}

/** Whether STS asks for the right to tag the session as well: the tags stand in one claim, or each in one of its own. */
export function carriesTags(claims: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(claims).some((one) => one === TAGS_CLAIM || one.startsWith(`${TAGS_CLAIM}/`))
}

/** A time as STS reads it: a whole number, or a text of digits; undefined for all else. */
export function secondsOf(claim: unknown): number | undefined {
  if (typeof claim === 'string') return /^\d+$/.test(claim) ? Number(claim) : undefined
  return Number.isSafeInteger(claim) ? (claim as number) : undefined
}

/** What STS compares with the provider's client ids: `azp` where there is one, else `aud`. */
export function partyOf(claims: Readonly<Record<string, unknown>>): {
  claim: string
  value: unknown
} {
  return 'azp' in claims
    ? { claim: 'azp', value: claims['azp'] }
    : { claim: 'aud', value: claims['aud'] }
}

/** The one audience that STS looks at; `otherwise` where the token has none that is a text. */
export function audienceOf(claims: Readonly<Record<string, unknown>>, otherwise: string): string {
  const [party] = [partyOf(claims).value].flat()
  return typeof party === 'string' && party !== '' ? party : otherwise
}
