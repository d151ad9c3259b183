// sts-unavailable: a fault of STS itself or of a load balancer in front of it; permanent if the token's `sub` is null.

import { isOutage } from '../aws/sts-answers.js'
import type { FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf, type Explanation } from './cause.js'
import { DOC_URLS } from './shared/doc-urls.js'
import { describeStsRetries, endpointInHeadline, stsHost } from './shared/sts.js'
import { answerFold, askSts, fallbackStep, networkSteps } from './shared/sts-steps.js'

type Answer = FailureOf<'aws' | 'not-sts'>

export const stsUnavailable = causeOf(['aws', 'not-sts'], {
  id: 'sts-unavailable',
  section: 'sts',
  link: (_failure, known) => (hasNullSubject(known) ? 'token' : 'sts'),
  title: 'AWS STS could not answer',
  severity: 'error',
  retry: (_failure, known) => (hasNullSubject(known) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['awsStatus', 'commonErrors'],
  ofRegion: true,
  matches: (failure) => isOutage(failure),
  explain: (failure, known) =>
    hasNullSubject(known) ? explainNullSubject(failure) : explainFault(failure, known),
  page: {
    meaning:
      'STS, or a load balancer in front of it, had a fault and did not judge the token. That passes. One mistake looks the same and does not pass: a token whose claim `sub` is null makes STS answer InternalFailure every time.',
    tell: 'The status is 500 or more, or 408, or the code is InternalFailure or ServiceUnavailable. Another answer below 500 that is not in the form of STS is sts-endpoint-unusable.',
  },
})

function hasNullSubject({ token }: Known): boolean {
  return token !== undefined && token.claims['sub'] === null
}

function explainNullSubject(failure: Answer): Explanation {
  return {
    headline: 'the claim `sub` of the token is null, and STS fails on that',
    shown: [
      {
        show: 'sentence',
        say: `It answers ${answerInWords(failure)} each time: that does not pass, so it was not retried.`,
      },
    ],
    steps: [
      {
        say: 'Let the issuer put a string of at least one character into `sub`; IAM decides by it',
      },
      {
        say: 'Look at the claims of the token in the job summary, then sign in again with a new token',
      },
    ],
    folded: [answerFold(failure)],
    stop: 'Token: `sub` is null',
  }
}

function explainFault(failure: Answer, known: Known): Explanation {
  const ofSts = failure.kind === 'aws'
  const aws = answererOf(known) === 'AWS'
  const name = aws ? 'AWS STS' : 'STS'
  const what = ofSts
    ? 'STS had a fault, and did not judge the token.'
    : 'That answer is not from STS, but perhaps from a load balancer or proxy in between.'
  return {
    headline: ofSts
      ? `${name} could not answer: ${answerInWords(failure)}`
      : `${name} could not answer: ${endpointInHeadline(known)} returned ${answerInWords(failure)}`,
    shown: [{ show: 'sentence', say: `${what} ${describeStsRetries(known)}` }],
    steps: [
      { say: 'Run the job again: such a fault usually passes within minutes' },
      ...fallbackStep(known, { say: 'Let it sign in through another region meanwhile' }),
      {
        say: aws
          ? `Check ${DOC_URLS.awsStatus} for an outage of AWS`
          : `Look in the log of ${quote(stsHost(known), 60)}`,
      },
    ],
    otherwise: ofSts ? [] : [...askSts(known), ...networkSteps(known)],
    folded: [answerFold(failure)],
    stop: `STS: HTTP ${failure.status}`,
  }
}

function answerInWords(failure: Answer): string {
  const status = `HTTP ${failure.status}`
  return failure.kind === 'aws' ? `${status} ${quote(failure.code, 60)}` : status
}
