// provider-not-found: the role's account has no OIDC provider with exactly this issuer's URL.

import { isCode } from '../aws/sts-answers.js'
import type { Known, Step } from '../model.js'
import { quote } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf, type Explanation } from './cause.js'
import { isOneOfRoles, roleSetting, roleWhere } from './shared/role-input.js'
import { accountOf, createProvider, issuerOf, stsHost, withCredentials } from './shared/sts.js'
import {
  builtInStep,
  endpointSource,
  freshTokenStep,
  issuerInWords,
  principalLine,
} from './shared/sts-steps.js'
import { builtIn, principalOf } from './shared/token.js'

const MESSAGE = /No OpenIDConnect provider found in your account for (\S+)/i

export const providerNotFound = causeOf('aws', {
  id: 'provider-not-found',
  section: 'sts',
  title: 'the AWS account has no OIDC provider for this issuer',
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
    return {
      headline: `${ownerInWords(known)} has no OIDC provider for ${quote(issuer, 60)}`,
      shown: [
        {
          show: 'sentence',
          say:
            answererOf(known) === 'AWS'
              ? 'The provider must be in the account of the role. IAM compares its URL with `iss` character by character.'
              : 'The provider must be at that STS, and its URL the same as `iss`, character by character.',
        },
      ],
      steps: stepsFor(issuer, known),
      stop: 'STS: no OIDC provider',
      ...roleWhere(known),
    }
  },
  page: {
    meaning:
      "An AWS account accepts tokens only of issuers that it lists under IAM, Identity providers. The one of this token is not listed in the account of the role: it was never created, it was created in another account, or its URL differs by a slash, a path (an enterprise's own issuer) or a host (GitHub Enterprise).",
    tell: 'STS said this sentence until mid-2026, and it names the issuer. Since then it gives one general sentence for this and for other mistakes: see token-rejected.',
  },
})

/** Another STS may have no accounts. */
function ownerInWords(known: Known): string {
  return answererOf(known) === 'AWS'
    ? isOneOfRoles(known)
      ? 'the account of the role'
      : `account ${quote(accountOf(known))}`
    : `the STS at ${quote(stsHost(known), 60)}`
}

function stepsFor(issuer: string, known: Known): Step[] {
  const aws = answererOf(known) === 'AWS'
  const place = aws ? 'account' : 'STS'
  const wrong = aws
    ? `If ${accountOf(known)} is the wrong account, or should not trust it`
    : 'If it is the wrong STS, or should not trust it'
  return [
    {
      say: `Look for ${quote(principalOf(known))}, ${withCredentials(known)}`,
      code: 'aws iam list-open-id-connect-providers',
      language: 'sh',
    },
    {
      when: `If it is missing, and this ${place} should trust ${issuerInWords(known)}`,
      say: 'Create it (by itself it allows no job)',
      code: createProvider(known, issuer),
      language: 'sh',
    },
    {
      when: wrong,
      say: aws
        ? `Correct ${roleSetting(known)} (now ${quote(known.inputs?.role?.text ?? '')})`
        : `Correct ${endpointSource(known)}`,
    },
    {
      when: 'If it is there under another spelling (a slash at the end, another path, letter case)',
      say: 'Create the right one beside it with the command above, and name it in the trust policy of the role',
      code: principalLine(known),
      language: 'json',
      then: 'IAM cannot change a URL. Delete the other one only when no role trusts it any more: each role that still does fails at once.',
    },
  ]
}

/** IAM knows this issuer by itself, so no provider is to be made. */
function explainBuiltIn(name: string, known: Known): Explanation {
  return {
    headline: `STS found no OIDC provider for ${name}, which IAM knows without one`,
    shown: [
      {
        show: 'sentence',
        say: 'So none is missing: look at the trust policy of the role, and at the token.',
      },
    ],
    steps: [builtInStep(known), freshTokenStep(known)],
    ...roleWhere(known),
  }
}
