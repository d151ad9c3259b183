// provider-parameter: STS was told a ProviderId with an OIDC token; this action never sends one.

import { isCode } from '../aws/sts-answers.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { requestId, stsUrl } from './shared/sts.js'

export const providerParameter = causeOf('aws', {
  id: 'provider-parameter',
  section: 'sts',
  title: 'the request named a provider, which an OIDC token must not',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole'],
  matches: (failure) =>
    (isCode(failure, 'AccessDenied') && /Unrecognized OAuth provider/i.test(failure.message)) ||
    (isCode(failure, 'InvalidIdentityToken') &&
      /is not a Login With Amazon token/i.test(failure.message)),
  explain: (failure, known) => ({
    why: `STS got a parameter \`ProviderId\` with the request, which is only for tokens of social logins: it answered ${quote(failure.message)}${requestId(failure)}. This action never sends that parameter, so the fault is in this action, or something between the runner and ${quote(stsUrl(known))} changes the request.`,
    fix: [
      'Where the requests of this network go through a proxy that rewrites them, or `sts-endpoint` is set, sign in without.',
      'Otherwise open an issue in the repository of this action, with the report file.',
    ],
  }),
  page: {
    meaning:
      'AssumeRoleWithWebIdentity takes a parameter ProviderId for tokens of Facebook and Login with Amazon. With an OIDC token it must be left out, and this action leaves it out.',
    tell: 'STS names the parameter in its answer. The role and the trust policy have nothing to do with it.',
  },
})
