// idp-communication-error: STS says in its own code that it could not reach the issuer.

import { isCode } from '../aws/sts-answers.js'
import { quote } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { retryOfKeys } from './shared/load.js'
import { issuerOf } from './shared/sts.js'
import { answerFold, issuerSteps } from './shared/sts-steps.js'

export const idpCommunicationError = causeOf('aws', {
  id: 'idp-communication-error',
  section: 'sts',
  title: 'AWS STS could not reach the issuer',
  severity: 'error',
  retry: (_failure, known) => retryOfKeys(known),
  certainty: 'certain',
  docs: ['assumeRole', 'repostInvalidToken'],
  matches: (failure) => isCode(failure, 'IDPCommunicationError'),
  explain: (failure, known) => ({
    headline: `STS could not reach the issuer ${quote(issuerOf(known), 60)} to verify the token`,
    shown: [
      {
        show: 'sentence',
        say: `STS asks from ${answererOf(known) === 'AWS' ? 'the internet' : 'where it is'}, so what this runner sees of the issuer does not decide it.`,
      },
    ],
    steps: [{ say: 'Run the job again: this usually passes' }, ...issuerSteps(known)],
    folded: [answerFold(failure)],
    stop: `STS: ${quote(failure.code, 60)}`,
  }),
  page: {
    meaning:
      'STS fetches the keys of the issuer over the internet to verify the token. It could not reach it: the issuer was down or slow, or a firewall blocks AWS.',
    tell: 'The code is IDPCommunicationError. The usual answer in such a case is InvalidIdentityToken with the sentence on the verification key: see provider-keys-unretrievable.',
  },
})
