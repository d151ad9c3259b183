// provider-parameter: STS got a ProviderId with an OIDC token; this action never sends one.

import { isCode, PROVIDER_PARAMETER } from '../aws/sts-answers.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { stsUrl } from './shared/sts.js'
import { answerFold } from './shared/sts-steps.js'

export const providerParameter = causeOf('aws', {
  id: 'provider-parameter',
  section: 'sts',
  title: 'the request named a provider, which must not come with an OIDC token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole'],
  matches: (failure) =>
    (isCode(failure, 'AccessDenied') && PROVIDER_PARAMETER.test(failure.message)) ||
    (isCode(failure, 'InvalidIdentityToken') &&
      /is not a Login With Amazon token/i.test(failure.message)),
  explain: (failure, known) => ({
    headline: 'the request had a `ProviderId`, which this action never sends',
    shown: [answer(failure, known)],
    steps: [
      {
        say: `Look for what changes the requests between this runner and ${quote(stsUrl(known))}: a proxy that rewrites them, or the input \`sts-endpoint\``,
      },
      { when: 'If there is such a thing', say: 'Sign in without it' },
      {
        when: 'If there is not',
        say: 'Open an issue in the repository of this action, with the report file: the fault is in this action',
      },
    ],
    folded: [answerFold(failure)],
  }),
  page: {
    meaning:
      'AssumeRoleWithWebIdentity has a parameter ProviderId for tokens of Facebook and Login with Amazon. With an OIDC token it must be left out, and this action leaves it out.',
    tell: 'STS names the parameter in its answer. The role and the trust policy have nothing to do with it.',
  },
})
