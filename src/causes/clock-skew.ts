// clock-skew: the clock of this runner differs from the clocks of the servers that it spoke to.
import { isGitHubCloud } from '../aws/github.js'
import { CLOCK_TOLERANCE_SECONDS, IN_WORDS, SIGNATURE_SKEW_SECONDS } from '../aws/limits.js'
import type { Block, ClockSample, FailureOf, RunContext, Step } from '../model.js'
import { duration, list } from '../text.js'
import { causeOf } from './cause.js'
import { COMPARE_CLOCKS, TURN_ON_NTP } from './shared/token.js'

export const clockSkew = causeOf('clock', {
  id: 'clock-skew',
  section: 'token',
  title: 'the clock of this runner is wrong',
  // What it breaks comes after the sign-in.
  link: (_failure, { session }) => (session ? 'export' : 'token'),
  severity: (failure) => (isTooFar(failure) ? 'error' : 'warning'),
  retry: 'never',
  certainty: (failure, { run }) => (clocksAgree(failure, run) ? 'certain' : 'likely'),
  docs: ['githubSelfHosted', 'awsSignature'],
  // Signing in does not look at the runner's clock, so that STS's yes says nothing about it; later steps suffer.
  stands: true,
  matches: () => true,
  explain: (failure, { run }) => {
    const agreed = clocksAgree(failure, run)
    return {
      headline: headlineOf(failure, agreed),
      shown: agreed ? agreedBlocks(failure) : doubtBlocks(failure, run),
      steps: agreed
        ? [fixStep(run)]
        : [compareFirst, { ...fixStep(run), when: 'If this runner is the one that is wrong' }],
      otherwise: [
        {
          when: 'If the runner is a container or virtual machine',
          say: 'Set the clock of its host: it uses that one',
        },
      ],
      confirm: agreed ? [COMPARE_CLOCKS] : [],
      folded: agreed ? [] : [{ title: 'What a wrong clock does', blocks: [effect(failure)] }],
      stop: 'Clock of this runner',
    }
  },
  page: {
    meaning:
      'The runner and the servers that it spoke to do not agree about the time. Signing in by OIDC does not use the clock of the runner. But past 5 minutes AWS refuses the signed requests of later steps ("Signature expired", "RequestTimeTooSkewed"), and credentials seem to live too long or too short.',
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

function headlineOf({ skewSeconds, samples }: FailureOf<'clock'>, agreed: boolean): string {
  const size = duration(Math.abs(skewSeconds))
  if (agreed) return `the clock of this runner is ${size} ${side(skewSeconds)}`
  const whose = peersOf(samples).length < 2 ? "one server's clock" : "the servers' clocks"
  return `the clock of this runner differs from ${whose} by ${size}`
}

function side(skewSeconds: number): string {
  return skewSeconds > 0 ? 'behind' : 'ahead'
}

function agreedBlocks(failure: FailureOf<'clock'>): Block[] {
  return [
    {
      show: 'sentence',
      say: `Measured against ${list(peersOf(failure.samples))}.`,
    },
    effect(failure),
  ]
}

function effect(failure: FailureOf<'clock'>): Block {
  const from = isTooFar(failure) ? '' : `past ${IN_WORDS.signatureSkewMinutes} `
  return {
    show: 'sentence',
    say: `Signing in does not use this clock, but ${from}AWS refuses the signed requests of later steps ("RequestTimeTooSkewed").`,
  }
}

function doubtBlocks({ samples }: FailureOf<'clock'>, run: RunContext): Block[] {
  const because =
    peersOf(samples).length < 2
      ? 'Only one server has told its time, and it may be wrong.'
      : areOneMachine(samples, run)
        ? 'Both are the same GitHub server, which may be wrong.'
        : 'The servers disagree, so one of them may be wrong instead.'
  const values = [...new Map(samples.map((one) => [one.peer, one])).values()].map(
    ({ peer, skewSeconds }) => ({ name: `by ${peer}`, value: offText(skewSeconds) }),
  )
  return [
    { show: 'values', values },
    { show: 'sentence', say: because },
  ]
}

function offText(skewSeconds: number): string {
  return skewSeconds === 0 ? 'right' : `${duration(Math.abs(skewSeconds))} ${side(skewSeconds)}`
}

const compareFirst: Step = {
  ...COMPARE_CLOCKS,
  then: 'If both times are the same, the clock of this runner is right.',
}

function fixStep({ selfHosted }: RunContext): Step {
  return selfHosted
    ? {
        say: 'Turn on NTP on the machine of the runner',
        ...TURN_ON_NTP,
      }
    : { say: 'Run the job again: a hosted runner gets a new machine' }
}

function peersOf(samples: readonly ClockSample[]): string[] {
  return [...new Set(samples.map(({ peer }) => peer))]
}
