// trust-claim-not-a-key: a condition is on a claim that STS does not offer as a condition key, or under a wrong prefix.

import { type Offer, offeredOf, offerOf } from '../aws/condition-keys.js'
import { issuerName } from '../aws/provider.js'
import { isGitHub } from '../aws/token-rules.js'
import type { Block, ConditionResult, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { sentence } from './shared/blocks.js'
import { claimOf, needed, policyOfRole } from './shared/trust.js'
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
  headline: ({ condition, disputed }, known) => {
    const key = condition?.key ?? ''
    if (disputed)
      return `${policyOfRole(known)} tests ${quote(claimOf(key), 60)}, a key that STS may not have`
    return slipOf(key, known).own
      ? `${policyOfRole(known)} tests ${quote(claimOf(key), 60)}, a key that STS does not have`
      : `${policyOfRole(known)} has a condition key ${key.includes(':') ? 'with a wrong prefix' : 'without a prefix'}`
  },
  shown: ({ condition, disputed }, known) => describeKey(condition?.key ?? '', known, disputed),
  change: ({ disputed }) =>
    disputed ? { then: 'If the sign-in works then, STS does not offer this key.' } : {},
  others: ({ condition }, known) => {
    const claim = claimOf(condition?.key ?? '')
    const [value] = condition?.wanted ?? []
    return !condition || value === undefined || !isForTheJob(claim, condition, known)
      ? []
      : [
          {
            when: `If ${quote(claim, 60)} has to be tested`,
            say: 'Test it in the job, before AWS is asked',
            code: `expected-claims: |\n  ${oneLine(claim)}: ${oneLine(value)}`,
            language: 'yaml',
          },
        ]
  },
  page: {
    meaning: `A trust policy can test only those claims that STS offers as condition keys. Of GitHub tokens these are, since January 2026, ${OF_GITHUB.slice(0, -1).join(', ')} and ${OF_GITHUB.at(-1)}; not iss, event_name, head_ref, base_ref, repository_owner, workflow_ref or runner_environment. The prefix of the key is the issuer without \`https://\`, with its path. A condition on any other key finds nothing, and does not hold.`,
    tell: 'The token may well have the claim, with the value that the policy wants: what counts is what STS offers. With `…IfExists` such a condition holds for everybody, which is no better. For email, and for oaud of other issuers than Google, the sources differ; then the finding says "most likely".',
  },
  folded: (_denial, known) => [
    {
      title: 'Claims that a trust policy can test',
      blocks: [{ show: 'sentence', say: describeOffered(known) }],
    },
  ],
})

function describeKey(key: string, known: Known, disputed = false): Block[] {
  if (disputed) return [sentence('Sources differ. Without the key, the condition never holds.')]
  const { own, right, offer, inToken } = slipOf(key, known)
  if (own) return [sentence('The condition never holds, whatever the token says.')]
  if (offer === 'offered' && inToken)
    return [needed(key, right), sentence('A key that is not there never matches.')]
  const { issuer } = tokenOf(known)
  return [
    {
      show: 'values',
      values: [
        { name: 'key', value: key },
        { name: 'issuer', value: issuer },
      ],
    },
    sentence(UNDER_THE_RIGHT_ONE[offer]),
  ]
}

const UNDER_THE_RIGHT_ONE: Readonly<Record<Offer, string>> = {
  offered: 'With the right prefix it would not match either: this token does not have the claim.',
  disputed:
    'With the right prefix it may not match either: sources differ on whether STS offers it.',
  'not-offered': 'With the right prefix it would not match either: STS does not offer this claim.',
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
  return `Of the claims of ${quote(issuer)} STS offers ${disputed ? 'at most ' : ''}${names.join(', ')}.`
}

function tokenOf({ token }: Known): {
  issuer: string
  github: boolean
  claims: Readonly<Record<string, unknown>>
} {
  const claims = token?.claims ?? {}
  return { issuer: issuerName(token?.issuer ?? ''), github: isGitHub(claims), claims }
}
