// trust-audience-mismatch: a condition of the trust policy wants another audience than the token has.

import { clusterAudience, isOfEks } from '../aws/service-tokens.js'
import { isWild } from '../aws/wildcard.js'
import type { Known, Step } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { irsaSteps, projectedTokenStep } from './shared/kubernetes.js'
import { builtIn, placeOfAudience } from './shared/token.js'
import { conditionLine, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustAudienceMismatch = trustCause('audience-mismatch', {
  title: 'the trust policy wants another audience',
  docs: ['iamRoleTrust', 'githubOidcAws', 'iamProvider'],
  headline: ({ condition }, known) =>
    `${policyOfRole(known)} does not allow audience ${list((condition?.actual ?? []).slice(0, 2))}`,
  shown: ({ condition, nearest }, { token }) => [
    ...(nearest || !condition
      ? []
      : [
          {
            show: 'sentence' as const,
            say: `It wants ${list(condition.wanted.slice(0, 3), 'or')} (${quote(condition.operator)}).`,
          },
        ]),
    ...(token && 'azp' in token.claims
      ? [
          {
            show: 'sentence' as const,
            say: 'That is its `azp`, which IAM compares in place of `aud`.',
          },
        ]
      : []),
  ],
  // The policy as it is comes first: an audience that it lists is one more way in.
  noFirst: () => 'If this job may not use the role',
  first: ({ condition, nearest }, known) => {
    const wanted = nearest?.wanted ?? condition?.wanted[0]
    if (wanted === undefined || isWild(wanted) || /not/i.test(condition?.operator ?? '')) return []
    return audienceSteps(wanted, known)
  },
  change: ({ condition }) => ({
    when: `If tokens for ${list((condition?.actual ?? []).slice(0, 2))} may use the role`,
  }),
  where: (_denial, known) => placeOfAudience(known).where,
  page: {
    meaning:
      'The key `…:aud` is the audience that the token was requested for: the input `audience`, `sts.amazonaws.com` by default. A token requested without an audience has the URL of the owner (`https://github.com/OWNER`), and policies of old guides want that.',
    tell: 'STS has already found the audience among the client ids of the provider: otherwise it would have answered InvalidIdentityToken. Here a condition of the trust policy wants another one.',
  },
})

/** With the policy's audience as it is. Google's `:aud` is `azp`, which asking for another audience does not change. */
function audienceSteps(wanted: string, known: Known): Step[] {
  const { inputs, token } = known
  // A token of a cluster is to be replaced by the one for STS: whatever the policy wants, it is not that.
  if (clusterAudience(token?.claims ?? {}) !== undefined)
    return isOfEks(token?.claims ?? {}) ? irsaSteps(known) : [projectedTokenStep(known)]
  const own = builtIn(known)
  if (own && token && 'azp' in token.claims)
    return token.audiences.includes(wanted)
      ? [
          {
            when: `If the policy means the audience ${quote(wanted, 60)}`,
            say: `Test it as ${quote(`${own.host}:oaud`)} in place of ${quote(`${own.host}:aud`)}`,
            code: conditionLine(`${own.host}:oaud`, wanted),
            language: 'json',
          },
        ]
      : []
  const when = 'If the provider in IAM lists that audience'
  if (inputs?.webIdentityTokenFile) return [{ when, say: `Get the token for ${quote(wanted)}` }]
  if (wanted === inputs?.usualAudience)
    return [{ when, say: `Delete \`audience\` from the step: it then asks for ${quote(wanted)}` }]
  return [
    {
      when,
      say: 'Request the token for that audience',
      code: `audience: ${oneLine(wanted)}`,
      language: 'yaml',
    },
  ]
}
