// role-session-too-long: the session asked for is longer than the role allows.
import { IN_WORDS, SESSION_SECONDS } from '../aws/limits.js'

import { isCode } from '../aws/sts-answers.js'
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { roleName } from './shared/sts.js'

const MESSAGE = /requested DurationSeconds exceeds/i

export const roleSessionTooLong = causeOf('aws', {
  id: 'role-session-too-long',
  section: 'sts',
  title: 'the session asked for is longer than the role allows',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamSessionDuration', 'assumeRole'],
  matches: (failure) => isCode(failure, 'ValidationError') && MESSAGE.test(failure.message),
  explain: (failure, known) => {
    const { inputs } = known
    const seconds = inputs?.roleDurationSeconds ?? 3600
    const name = roleName(known)
    const chained = /role chaining/i.test(failure.message)
    return {
      why: `The session asked for is too long: ${quote('role-duration-seconds')} is ${quote(seconds)} (${duration(seconds)}), and ${chained ? 'AWS allows one hour where the session of one role is used to get another' : `the role ${quote(inputs?.role?.text ?? '')} allows less`}. STS said: ${quote(failure.message)}.`,
      fix: [
        'Ask for one hour, which every role allows:\nrole-duration-seconds: 3600',
        ...(chained
          ? []
          : [
              `Or let the role allow more (its owner decides; ${SESSION_SECONDS.most} at most):\naws iam update-role --role-name ${name} --max-session-duration ${seconds}`,
              `See what it allows now:\naws iam get-role --role-name ${name} --query Role.MaxSessionDuration`,
            ]),
      ],
      where: { input: 'role-duration-seconds' },
    }
  },
  page: {
    meaning: `Each role has a longest session, one hour unless its owner set more (up to ${IN_WORDS.longestSession}). A longer one is refused, not cut. A role that is assumed with the session of another role (role chaining) has one hour, whatever it is set to.`,
    tell: `Values below ${SESSION_SECONDS.least} or above ${SESSION_SECONDS.most} are refused by the check of the inputs, before STS is asked.`,
  },
})
