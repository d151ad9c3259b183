// sts-throttled: STS, or something before it, says that too many calls were made.

import { isThrottled } from '../aws/sts-answers.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { accountOf, describeStsRetries, requestId, stsHost } from './shared/sts.js'

export const stsThrottled = causeOf(['aws', 'not-sts'], {
  id: 'sts-throttled',
  section: 'sts',
  title: 'AWS STS is asked too often',
  severity: 'error',
  retry: 'throttled',
  certainty: 'certain',
  docs: ['repostThrottling', 'commonErrors'],
  matches: (failure) => isThrottled(failure),
  explain: (failure, known) => {
    const { inputs } = known
    const answer =
      failure.kind === 'aws'
        ? `${quote(failure.code)}: ${quote(failure.message)}${requestId(failure)}. AWS counts the calls of the whole account and region, not of this job alone`
        : `HTTP ${failure.status}, and not in the form of STS, so it may come from a proxy in between`
    return {
      why: `Too many calls are made at once: ${stsHost(known)} answered ${answer}. ${describeStsRetries(known)}`,
      fix: [
        'Run the job again: the limit is by the second.',
        'Let fewer jobs sign in at the same moment, for a matrix with:\nstrategy:\n  max-parallel: 5',
        'Sign in once for a job, not in every step: the session lasts an hour.',
        `See who calls so often in the account ${quote(accountOf(known))}:\naws cloudtrail lookup-events --region ${inputs?.region ?? '<region>'} --lookup-attributes AttributeKey=EventSource,AttributeValue=sts.amazonaws.com --max-results 50`,
      ],
    }
  },
  page: {
    meaning:
      'AWS limits the calls to STS for each account and region. Many jobs that start at the same moment, or another program of the account that calls STS in a loop, use it up.',
    tell: `The code is one of ${list(['Throttling', 'ThrottlingException', 'SlowDown', 'RequestLimitExceeded'])}, the message is \`Rate exceeded\`, or the status is 429. Where the issuer is throttled, not STS, the answer speaks of the verification key.`,
  },
})
