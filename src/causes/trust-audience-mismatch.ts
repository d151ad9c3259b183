// trust-audience-mismatch: a condition of the trust policy wants another audience than the token has.
import { list, oneLine } from '../text.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustAudienceMismatch = trustCause('audience-mismatch', {
  title: 'the trust policy wants another audience',
  docs: ['iamRoleTrust', 'githubOidcAws', 'iamProvider'],
  why: (denial, { token }) => {
    const { wanted = [], actual = [] } = denial.condition ?? {}
    const azp = token && 'azp' in token.claims
    return `The trust policy wants the audience ${list(wanted, 'or')}, and this token is for ${list(actual)}${azp ? ' (its `azp`, which IAM looks at in place of `aud`)' : ''}. So ${placeOf(denial)} does not let it in.`
  },
  others: ({ condition }) => {
    const [wanted] = condition?.wanted ?? []
    return wanted === undefined || /[*?]/.test(wanted)
      ? []
      : [
          `Or ask for a token with the audience of the policy, if the OIDC provider in IAM lists it as a client id:\naudience: ${oneLine(wanted)}`,
        ]
  },
  where: () => ({ input: 'audience' }),
  page: {
    meaning:
      'The key `…:aud` is the audience that the token was asked for: the input `audience`, `sts.amazonaws.com` where nothing is said. A token asked for without audience has the URL of the owner (`https://github.com/OWNER`), and policies of old guides want that.',
    tell: 'STS has already found the audience among the client ids of the provider: otherwise it would have answered InvalidIdentityToken. Here a condition of the trust policy wants another one.',
  },
})
