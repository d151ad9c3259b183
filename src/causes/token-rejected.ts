// token-rejected: STS's one sentence for a dozen mistakes, where nothing that was seen from the runner explains it.

import { GENERIC_MESSAGE, isCode } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import {
  accountOf,
  createProvider,
  expectedAudience,
  freshToken,
  getProvider,
  issuerOf,
  withoutProvider,
} from './shared/sts.js'
import { addAudience, builtIn } from './shared/token.js'

const VERIFIED: Readonly<Record<string, string>> = {
  valid:
    'This runner has verified the signature with the key of the issuer, so the token is sound.',
  'no-key': 'This runner could not verify the signature: it did not get the key.',
  'not-checked': 'This runner could not verify the signature of the token.',
}

export const tokenRejected = causeOf('aws', {
  id: 'token-rejected',
  section: 'sts',
  title: 'AWS does not accept the token of this issuer',
  severity: 'error',
  retry: 'never',
  eventualConsistency: true,
  certainty: 'likely',
  docs: ['iamProvider', 'assumeRole', 'githubOidcAws'],
  matches: (failure) =>
    isCode(failure, 'InvalidIdentityToken') && GENERIC_MESSAGE.test(failure.message),
  explain: (_failure, known) => {
    const own = builtIn(known)
    if (own) return explainBuiltIn(own.name, known)
    const [issuer, audience, account] = [issuerOf(known), expectedAudience(known), accountOf(known)]
    return {
      why: `Most likely the account ${quote(account)} of the role has no OIDC identity provider with exactly the URL ${quote(issuer)}, or that provider does not list the audience ${quote(audience)}. STS says only that the token could not be validated. ${VERIFIED[known.signature] ?? ''} The first command below settles it.`,
      fix: [
        `Look at the provider, with credentials of account ${account}:\n${getProvider(known)}`,
        `If it answers NoSuchEntity, make the provider:\n${createProvider(known)}`,
        `If its ClientIDList lacks ${quote(audience)}, add it:\n${addAudience(known, audience)}`,
        `If both are right, look at its Url for a slash or a path that ${quote(issuer)} does not have, and at the account in \`role-to-assume\`.`,
        'As the very last resort, delete the provider and make it anew with the same ClientIDList. Each role that trusts it fails until it is back. This has helped once.',
      ],
      where: { input: 'role-to-assume' },
    }
  },
  page: {
    meaning:
      'Since mid-2026 STS gives this one sentence where it used to say that no provider was found, that the audience was wrong, or that the signature was wrong. This page applies where the checks of the token and the issuer found nothing: then the provider in IAM is the first suspect.',
    tell: 'An audience that was not asked for, an unusable key or a wrong signature are seen from the runner, and have causes of their own. "Not authorized to perform sts:AssumeRoleWithWebIdentity" comes later: there the token was accepted.',
  },
})

/** No provider can be missing, so the token is the first suspect. */
function explainBuiltIn(name: string, known: Known): Explanation {
  return {
    why: `Most likely the token itself is the reason: its issuer is ${name}, which IAM knows without an identity provider in the account, so none is missing. STS says only that the token could not be validated. ${VERIFIED[known.signature] ?? ''} A fresh token settles it.`,
    fix: [freshToken(known), ...withoutProvider(known)],
    where: { input: 'web-identity-token-file' },
  }
}
