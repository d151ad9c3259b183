// trust-claim-not-a-key: a condition is on a claim that STS does not offer as a condition key, or under a wrong prefix.

import { type Offer, offeredOf, offerOf } from '../aws/condition-keys.js'
import { issuerName } from '../aws/provider.js'
import { isGitHub } from '../aws/token-rules.js'
import type { ConditionResult, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

/** Operators whose value, as it stands in the policy, is a pattern for `expected-claims`. */
const OF_TEXT = /^(For(AnyValue|AllValues):)?String(Equals|Like)(IfExists)?$/i

/** `amr` is hardly any token's. */
const OF_GITHUB = offeredOf('token.actions.githubusercontent.com', true).filter(
  (name) => name !== 'amr',
)

export const trustClaimNotAKey = trustCause('claim-not-a-key', {
  title: 'a condition is on a key that STS does not have',
  docs: ['iamConditionKeys', 'awsProviderClaims', 'githubOidc'],
  why: (denial, known) => {
    const key = denial.condition?.key ?? ''
    const place = `${quote(key)} in ${placeOf(denial)}`
    if (denial.disputed)
      return `Most likely the condition on ${place} never holds: sources differ on whether STS offers this claim as a condition key. It is settled when the condition is taken out and the sign-in works.`
    const { own, right, offer, inToken } = slipOf(key, known)
    if (own)
      return `The condition on ${place} can never hold: STS does not offer this claim as a condition key, though the token may have it. ${describeOffered(known)}`
    const slip = `The condition key ${place} has ${key.includes(':') ? 'another prefix than the issuer of this token' : 'no prefix'}`
    if (offer === 'offered' && inToken)
      return `${slip}: it must be ${quote(right)}, the issuer without \`https://\`, path included. A key that is not there never holds.`
    return `${slip}, and a key that is not there never holds. ${UNDER_THE_RIGHT_ONE[offer]} ${describeOffered(known)}`
  },
  others: ({ condition }, known) => {
    const claim = claimOf(condition?.key ?? '')
    const [value] = condition?.wanted ?? []
    return !condition || value === undefined || !isForTheJob(claim, condition, known)
      ? []
      : [
          `Test the claim in the job instead, before AWS is asked:\nexpected-claims: |\n  ${oneLine(claim)}: ${oneLine(value)}`,
        ]
  },
  page: {
    meaning: `A trust policy can test only those claims that STS offers as condition keys. Of GitHub tokens these are, since January 2026, ${OF_GITHUB.slice(0, -1).join(', ')} and ${OF_GITHUB.at(-1)}; not iss, event_name, head_ref, base_ref, repository_owner or workflow_ref. The prefix of the key is the issuer without \`https://\`, with its path. A condition on any other key finds nothing, and does not hold.`,
    tell: 'The token may well have the claim, with the value that the policy wants: what counts is what STS offers. With `…IfExists` such a condition holds for everybody, which is no better. For repository_owner_id and runner_environment the sources differ; then the finding says "Most likely".',
  },
})

const UNDER_THE_RIGHT_ONE: Readonly<Record<Offer, string>> = {
  offered: 'With the right prefix it would not hold either: this token does not have the claim.',
  disputed:
    'With the right prefix it may not hold either: sources differ on whether STS offers it.',
  'not-offered': 'With the right prefix it would not hold either: STS does not offer this claim.',
}

interface Slip {
  /** The prefix is this token's issuer: the claim itself is what is wrong. */
  own: boolean
  /** The same claim under the issuer of this token. */
  right: string
  offer: Offer
  inToken: boolean
}

function slipOf(key: string, known: Known): Slip {
  const { issuer, github, claims } = tokenOf(known)
  const claim = claimOf(key)
  const right = `${issuer}:${claim}`
  const names = ['sub', 'aud', ...Object.keys(claims)].map((name) => name.toLowerCase())
  return {
    own: right.toLowerCase() === key.toLowerCase(),
    right,
    offer: offerOf(issuer.toLowerCase(), claim.toLowerCase(), github),
    inToken: names.includes(claim.toLowerCase()),
  }
}

/** Not where the right key is there, and only where the condition is on the text of a claim. */
function isForTheJob(claim: string, { key, operator }: ConditionResult, known: Known): boolean {
  if (claim === '' || /^(sub|aud|iss)$/i.test(claim) || !OF_TEXT.test(operator)) return false
  const { own, offer, inToken } = slipOf(key, known)
  return inToken && (own || offer !== 'offered')
}

/** Of the claims of this very issuer; `amr` is hardly anybody's. Of a stand-in for GitHub, sources differ. */
function describeOffered(known: Known): string {
  const { issuer, github, claims } = tokenOf(known)
  const names = offeredOf(issuer.toLowerCase(), github).filter(
    (name) => name !== 'amr' || name in claims,
  )
  const disputed = offerOf(issuer.toLowerCase(), names.at(-1) ?? '', github) === 'disputed'
  return `Of the claims of ${quote(issuer)} it offers ${disputed ? 'at most ' : ''}${names.join(', ')}.`
}

function tokenOf({ token }: Known): {
  issuer: string
  github: boolean
  claims: Readonly<Record<string, unknown>>
} {
  const claims = token?.claims ?? {}
  return { issuer: issuerName(token?.issuer ?? ''), github: isGitHub(claims), claims }
}

function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1)
}
