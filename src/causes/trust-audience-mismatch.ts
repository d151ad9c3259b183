// trust-audience-mismatch: a condition of the trust policy wants another audience than the token has.
import { list, oneLine, quote } from '../text.js'
import { policyOfRole } from './shared/trust.js'
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
  noFirst: 'If this job may not use the role',
  first: ({ condition, nearest }, { inputs }) => {
    const wanted = nearest?.wanted ?? condition?.wanted[0]
    if (wanted === undefined || /[*?]/.test(wanted) || /not/i.test(condition?.operator ?? ''))
      return []
    const when = 'If the OIDC provider in IAM lists the audience of the policy'
    return inputs?.webIdentityTokenFile
      ? [{ when, say: `Get the token for ${quote(wanted)}` }]
      : [
          {
            when,
            say: 'Request the token for that audience',
            code: `audience: ${oneLine(wanted)}`,
            language: 'yaml',
          },
        ]
  },
  change: ({ condition }) => ({
    when: `If tokens for ${list((condition?.actual ?? []).slice(0, 2))} may use the role`,
  }),
  where: () => ({ input: 'audience' }),
  page: {
    meaning:
      'The key `…:aud` is the audience that the token was requested for: the input `audience`, `sts.amazonaws.com` by default. A token requested without an audience has the URL of the owner (`https://github.com/OWNER`), and policies of old guides want that.',
    tell: 'STS has already found the audience among the client ids of the provider: otherwise it would have answered InvalidIdentityToken. Here a condition of the trust policy wants another one.',
  },
})
