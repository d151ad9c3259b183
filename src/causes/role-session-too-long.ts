// role-session-too-long: the session asked for is longer than the role allows.
import { IN_WORDS, SESSION_SECONDS } from '../aws/limits.js'
import { isCode, isTooLong } from '../aws/sts-answers.js'
import type { Step } from '../model.js'
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { isOneOfRoles } from './shared/role-input.js'
import { roleName } from './shared/sts.js'
import { roleInWords } from './shared/trust.js'

const MESSAGE = /requested DurationSeconds exceeds/i

export const roleSessionTooLong = causeOf('aws', {
  id: 'role-session-too-long',
  section: 'sts',
  link: 'role',
  title: 'the session asked for is longer than the role allows',
  severity: 'error',
  retry: 'never',
  // Another STS has the code for more than this.
  certainty: (failure) => (isCode(failure, 'InvalidArgument') ? 'likely' : 'certain'),
  docs: ['iamSessionDuration', 'assumeRole'],
  matches: (failure, known) =>
    (isCode(failure, 'ValidationError') && MESSAGE.test(failure.message)) ||
    isTooLong(failure, known),
  explain: (failure, known) => {
    const { inputs } = known
    const seconds = inputs?.roleDurationSeconds ?? 3600
    const name = roleName(known)
    const chained = /role chaining/i.test(failure.message)
    const asked = `${quote('role-duration-seconds')} is ${seconds} (${duration(seconds)})`
    return {
      headline: chained
        ? `${asked}, and role chaining allows one hour`
        : `${asked}, and ${isOneOfRoles(known) ? 'the role' : `role ${roleInWords(known)}`} allows less`,
      shown: [
        failure.message === ''
          ? { show: 'values', values: [{ name: `HTTP ${failure.status}`, value: failure.code }] }
          : answer(failure, known),
      ],
      steps: [
        {
          say: 'Ask for one hour, which every role allows',
          code: 'role-duration-seconds: 3600',
          language: 'yaml',
        },
        ...(chained
          ? []
          : [inputs?.customEndpoint ? LONGER_ELSEWHERE : longerSession(name, seconds)]),
      ],
      confirm: chained
        ? []
        : [
            {
              say: 'See what the role allows, in seconds',
              code: `aws iam get-role --role-name ${name} --query Role.MaxSessionDuration`,
              language: 'sh',
            },
          ],
      stop: chained
        ? 'Role: one hour by role chaining'
        : `Role ${quote(inputs?.role?.name ?? '')}: session duration`,
      where: { input: 'role-duration-seconds' },
    }
  },
  page: {
    meaning: `Each role has a maximum session duration, one hour unless its owner set more (up to ${IN_WORDS.longestSession}). A longer session is refused, not cut. A role that is assumed with the session of another role (role chaining) has one hour, whatever it is set to.`,
    tell: `Values below ${SESSION_SECONDS.least} or above ${SESSION_SECONDS.most} are refused by the check of the inputs, before STS is asked.`,
  },
})

/** radosgw 16.2.15 has no UpdateRole (tried); later ones do. */
const LONGER_ELSEWHERE: Step = {
  when: 'If the job needs more, and the owner of the role agrees',
  say: `Have an administrator of that STS raise the maximum session duration of the role (${SESSION_SECONDS.most} at most)`,
}

function longerSession(name: string, seconds: number): Step {
  return {
    when: 'If the job needs more, and the owner of the role agrees',
    say: `Let the role allow it (${SESSION_SECONDS.most} at most)`,
    code: `aws iam update-role --role-name ${name} --max-session-duration ${seconds}`,
    language: 'sh',
  }
}
