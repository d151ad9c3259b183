// sts-unavailable: a fault of STS itself or of a load balancer before it; for ever where the token's `sub` is null.

import { isOutage } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { DOC_URLS } from './shared/doc-urls.js'
import { describeStsRetries, otherRegion, pathToSts, requestId, stsHost } from './shared/sts.js'

export const stsUnavailable = causeOf(['aws', 'not-sts'], {
  id: 'sts-unavailable',
  section: 'sts',
  title: 'AWS STS could not answer',
  severity: 'error',
  retry: (_failure, known) => (hasNullSubject(known) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['awsStatus', 'commonErrors'],
  ofRegion: true,
  matches: (failure) => isOutage(failure),
  explain: (failure, known) => {
    const answer =
      failure.kind === 'aws'
        ? `HTTP ${failure.status}, code ${quote(failure.code)}, message ${quote(failure.message)}${requestId(failure)}`
        : `HTTP ${failure.status} with ${quote(failure.contentType)}`
    return hasNullSubject(known)
      ? explainNullSubject(answer)
      : explainFault(answer, failure.kind, known)
  },
  page: {
    meaning:
      'STS, or a load balancer before it, had a fault and did not judge the token. That passes. One mistake looks the same and does not pass: a token whose claim `sub` is null makes STS answer InternalFailure each time.',
    tell: 'The status is 500 or more, or the code is InternalFailure or ServiceUnavailable. An answer below 500 that is not in the form of STS is sts-endpoint-unusable.',
  },
})

function hasNullSubject({ token }: Known): boolean {
  return token !== undefined && token.claims['sub'] === null
}

function explainNullSubject(answer: string): { why: string; fix: string[] } {
  return {
    why: `The claim \`sub\` of the token is null, and STS fails on that each time: it answered ${answer}. It looks like a fault of AWS that passes, but it does not pass, so the call is not tried again.`,
    fix: [
      'Let the issuer put a text of 1 character or more into `sub`; IAM decides by it.',
      'Look at the claims of the token in the job summary, then sign in again with a new token.',
    ],
  }
}

function explainFault(answer: string, kind: string, known: Known): { why: string; fix: string[] } {
  const region = otherRegion(known)
  const host = stsHost(known)
  const what =
    kind === 'aws'
      ? `STS had a fault: ${host} answered ${answer}.`
      : `There was no answer of STS: ${host} answered ${answer}. That is not in the form of STS, so a load balancer or proxy in between may have given it.`
  return {
    why: `${what} The token was not judged. ${describeStsRetries(known)}`,
    fix: [
      'Run the job again: such a fault mostly passes within minutes.',
      `Look at the state of AWS: ${DOC_URLS.awsStatus}`,
      ...(region === undefined
        ? []
        : [`Let it sign in through another region meanwhile:\nfallback-regions: ${region}`]),
      ...(kind === 'aws' ? [] : pathToSts(known)),
    ],
  }
}
