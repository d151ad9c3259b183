// sts-throttled: STS, or something in front of it, says that too many calls were made.

import { isThrottled } from '../aws/sts-answers.js'
import { list, quote, shellWord } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { accountOf, describeStsRetries, endpointInHeadline, stsHost } from './shared/sts.js'
import { answerFold } from './shared/sts-steps.js'

export const stsThrottled = causeOf(['aws', 'not-sts'], {
  id: 'sts-throttled',
  section: 'sts',
  title: 'the call to AWS STS was throttled',
  severity: 'error',
  retry: 'throttled',
  certainty: 'certain',
  docs: ['repostThrottling', 'commonErrors'],
  matches: (failure) => isThrottled(failure),
  explain: (failure, known) => {
    const aws = answererOf(known) === 'AWS'
    return {
      headline:
        failure.kind === 'aws'
          ? `${aws ? 'AWS STS' : quote(stsHost(known), 60)} throttled the sign-in: too many calls at once`
          : `the sign-in was throttled: ${endpointInHeadline(known)} answered HTTP ${failure.status}`,
      shown: [
        {
          show: 'sentence',
          say: `${whoThrottled(failure.kind, aws)}${describeStsRetries(known)}`,
        },
      ],
      steps: [
        { say: `Run the job again${aws ? ': the limit is per second' : ''}` },
        {
          say: 'Let fewer jobs sign in at once, such as those of a matrix',
          code: 'strategy:\n  max-parallel: 5',
          language: 'yaml',
        },
        { say: 'Sign in once per job, not in every step: one session serves them all' },
      ],
      confirm: aws
        ? [
            {
              say: `See who calls STS in account ${quote(accountOf(known))} so often`,
              code: `aws cloudtrail lookup-events --region ${shellWord(known.inputs?.region ?? '<region>')} --lookup-attributes AttributeKey=EventSource,AttributeValue=sts.amazonaws.com --max-results 50`,
              language: 'sh',
            },
          ]
        : [],
      folded: [answerFold(failure)],
      stop: 'STS: throttled',
    }
  },
  page: {
    meaning:
      'AWS limits the calls to STS for each account and region. Many jobs that start at the same time, or another program of the account that calls STS in a loop, use up the limit.',
    tell: `The code is one of ${list(['Throttling', 'ThrottlingException', 'SlowDown', 'RequestLimitExceeded'])}, the message is \`Rate exceeded\`, or the status is 429. If the issuer throttles STS, the answer is about the verification key.`,
  },
})

function whoThrottled(kind: 'aws' | 'not-sts', aws: boolean): string {
  if (kind === 'not-sts')
    return 'The answer is not in the form of STS, so it may come from a proxy in between. '
  return aws ? 'AWS counts all calls of the account in the region, not of this job alone. ' : ''
}
