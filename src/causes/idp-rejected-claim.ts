// idp-rejected-claim: the identity provider itself told STS that it does not accept the token.

import { isCode } from '../aws/sts-answers.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { issuerOf } from './shared/sts.js'
import { answerFold } from './shared/sts-steps.js'

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
    headline: 'the identity provider that STS asked refused the token',
    shown: [
      answer(failure, known),
      { show: 'sentence', say: `The token's issuer: ${quote(issuerOf(known))}.` },
    ],
    steps: [
      {
        say: 'Get a new token and sign in again: the old one was revoked, or belongs to another app',
      },
      {
        say: 'Use an ID token of an OIDC provider that IAM lists, not an access token of a social login',
      },
    ],
    folded: [answerFold(failure)],
    ...(known.token?.source === 'file' ? { where: { input: 'web-identity-token-file' } } : {}),
  }),
  page: {
    meaning:
      'For a few built-in providers (Facebook, Login with Amazon) STS does not verify a signature but asks the provider. The provider said that the token is revoked, expired or of another app. STS never judges tokens of GitHub so.',
    tell: 'The code is IDPRejectedClaim, and the message names the provider that refused.',
  },
})
