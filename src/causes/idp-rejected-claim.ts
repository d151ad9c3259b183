// idp-rejected-claim: the identity provider itself told STS that it does not take the token.

import { isCode } from '../aws/sts-answers.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { issuerOf, requestId } from './shared/sts.js'

export const idpRejectedClaim = causeOf('aws', {
  id: 'idp-rejected-claim',
  section: 'sts',
  title: 'the identity provider refused its own token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole'],
  matches: (failure) => isCode(failure, 'IDPRejectedClaim'),
  explain: (failure, known) => ({
    why: `STS asked the identity provider about the token, and the provider refused it: ${quote(failure.message, 400)}${requestId(failure)}. STS asks so only where it has no keys to verify with, as for Facebook and Login with Amazon; the token here is of ${quote(issuerOf(known))}.`,
    fix: [
      'Get a new token and sign in again: the old one was revoked, or belongs to another app.',
      'Give an ID token of an OIDC provider that IAM lists, not an access token of a social login.',
    ],
    ...(known.token?.source === 'file' ? { where: { input: 'web-identity-token-file' } } : {}),
  }),
  page: {
    meaning:
      'For a few built-in providers (Facebook, Login with Amazon) STS does not verify a signature but asks the provider. The provider said that the token is revoked, expired or of another app. Tokens of GitHub are never judged so.',
    tell: 'The code is IDPRejectedClaim, and the message names the provider that refused.',
  },
})
