// provider-not-found: the role's account has no OIDC provider with exactly this issuer's URL.

import { isCode } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { accountOf, createProvider, freshToken, issuerOf, withoutProvider } from './shared/sts.js'
import { builtIn, principalOf } from './shared/token.js'

const MESSAGE = /No OpenIDConnect provider found in your account for (\S+)/i

export const providerNotFound = causeOf('aws', {
  id: 'provider-not-found',
  section: 'sts',
  title: 'the AWS account does not know this issuer',
  severity: 'error',
  retry: 'never',
  eventualConsistency: true,
  certainty: 'certain',
  docs: ['iamProvider', 'githubOidcAws', 'assumeRole'],
  matches: (failure) => isCode(failure, 'InvalidIdentityToken') && MESSAGE.test(failure.message),
  explain: ({ message }, known) => {
    const own = builtIn(known)
    if (own) return explainBuiltIn(own.name, known)
    const issuer = MESSAGE.exec(message)?.[1]?.replace(/\.$/, '') ?? issuerOf(known)
    const account = accountOf(known)
    return {
      why: `The account ${quote(account)} of the role has no OIDC identity provider with the URL ${quote(issuer)}. IAM compares the URL letter by letter with the token's \`iss\`: a slash at the end, another path or another case of letters is another provider. Provider and role must be in the same account.`,
      fix: [
        `See what the account ${account} has:\naws iam list-open-id-connect-providers`,
        `If it is missing, make it (with credentials of account ${account}):\n${createProvider(known, issuer)}`,
        `If it is there under another spelling (a slash at the end, another path), make the right one beside it with the command above: IAM cannot change a URL. Then name it in the trust policy of the role: ${quote(principalOf(known))}. Delete the other one only when no role trusts it any more: each role that does fails at once.`,
        `If ${quote(account)} is the wrong account, correct \`role-to-assume\`: ${quote(known.inputs?.role?.text ?? '')}.`,
      ],
      where: { input: 'role-to-assume' },
    }
  },
  page: {
    meaning:
      "An AWS account takes tokens only of issuers that it lists under IAM, Identity providers. The one of this token is not listed in the account of the role: it was never made, was made in another account, or its URL differs by a slash, a path (an enterprise's own issuer) or a host (GitHub Enterprise).",
    tell: 'STS said this sentence until mid-2026, and the issuer stands in it. Since then it gives one general sentence for this and for other mistakes: see token-rejected.',
  },
})

/** IAM knows this issuer by itself, so no provider is to be made. */
function explainBuiltIn(name: string, known: Known): Explanation {
  const account = quote(accountOf(known))
  return {
    why: `STS says that the account ${account} of the role has no OIDC identity provider for ${name}, though IAM knows ${name} without one. So none is missing: look at the trust policy of the role, and at the token.`,
    fix: [...withoutProvider(known), freshToken(known)],
    where: { input: 'role-to-assume' },
  }
}
