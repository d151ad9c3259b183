// clock-skew: the clock of this runner differs from the clocks of the servers that it spoke to.
import { isGitHubCloud } from '../aws/github.js'
import { CLOCK_TOLERANCE_SECONDS, IN_WORDS, SIGNATURE_SKEW_SECONDS } from '../aws/limits.js'
import type { ClockSample, FailureOf, RunContext } from '../model.js'
import { duration, list } from '../text.js'
import { causeOf } from './cause.js'
import { SHOW_BOTH_CLOCKS } from './shared/token.js'

export const clockSkew = causeOf('clock', {
  id: 'clock-skew',
  section: 'token',
  title: 'the clock of this runner is wrong',
  severity: (failure) => (isTooFar(failure) ? 'error' : 'warning'),
  retry: 'never',
  certainty: (failure, { run }) => (clocksAgree(failure, run) ? 'certain' : 'likely'),
  docs: ['githubSelfHosted', 'awsSignature'],
  // Signing in does not look at the runner's clock, so that STS's yes says nothing about it; later steps suffer.
  stands: true,
  matches: () => true,
  explain: (failure, { run }) => {
    const { skewSeconds, samples } = failure
    const off = `${duration(Math.abs(skewSeconds))} ${skewSeconds > 0 ? 'behind' : 'ahead'}`
    return {
      why: `${clocksAgree(failure, run) ? 'The' : 'Most likely the'} clock of this runner is ${off}, measured by the Date header of ${list(peersOf(samples))}. Signing in by OIDC does not look at it, but ${isTooFar(failure) ? 'AWS refuses' : `past ${IN_WORDS.signatureSkewMinutes} AWS refuses`} the signed requests of later steps ("Signature expired", "RequestTimeTooSkewed"), and credentials seem to live too long or too short.${describeDoubt(failure, run)}`,
      fix: [
        run.selfHosted
          ? 'On the machine of the runner: timedatectl set-ntp true; timedatectl status'
          : 'Run the job again: a hosted runner gets a new machine.',
        `Compare: ${SHOW_BOTH_CLOCKS}`,
        'In a container or virtual machine, set the clock of its host: it lends the clock.',
      ],
    }
  },
  page: {
    meaning:
      'The runner and the servers that it spoke to do not agree about the time. AWS and everybody who checks a token or a certificate compares times; past 5 minutes signed requests are refused.',
    tell: `A finding by itself, measured at the Date headers of the answers. It is a warning from ${IN_WORDS.clockTolerance} on and an error past ${IN_WORDS.signatureSkew}. A wrong clock of the issuer shows as token-not-yet-valid or token-expired instead.`,
  },
})

function isTooFar({ skewSeconds }: FailureOf<'clock'>): boolean {
  return Math.abs(skewSeconds) > SIGNATURE_SKEW_SECONDS
}

/** Two machines or more that say the same: then it is the runner that is wrong. */
function clocksAgree({ samples, skewSeconds }: FailureOf<'clock'>, run: RunContext): boolean {
  const near = samples.every(
    (one) => Math.abs(one.skewSeconds - skewSeconds) <= CLOCK_TOLERANCE_SECONDS,
  )
  return near && peersOf(samples).length > 1 && !areOneMachine(samples, run)
}

/** Token service and issuer are the same server, where GitHub is one's own (GitHub Enterprise Server). */
function areOneMachine(samples: readonly ClockSample[], { serverUrl }: RunContext): boolean {
  return !isGitHubCloud(serverUrl) && !peersOf(samples).includes('sts')
}

function describeDoubt(failure: FailureOf<'clock'>, run: RunContext): string {
  if (clocksAgree(failure, run)) return ''
  const { samples } = failure
  const because =
    peersOf(samples).length < 2
      ? 'Only one server has told its time'
      : areOneMachine(samples, run)
        ? 'Both answers come from the same GitHub server'
        : 'The servers do not agree with each other'
  return ` ${because}, so a server may be wrong instead. What settles it: the comparison below.`
}

function peersOf(samples: readonly ClockSample[]): string[] {
  return [...new Set(samples.map(({ peer }) => peer))]
}
