// token-expired: the token had expired when STS looked at it, by more than the 300 s that STS allows.

import { IN_WORDS, LEEWAY_SECONDS } from '../aws/limits.js'
import { isCode } from '../aws/sts-answers.js'
import { secondsOf } from '../aws/token-rules.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { duration, shellWord } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { ofProblem } from './shared/of-problem.js'
import { stsUrl } from './shared/sts.js'
import {
  COMPARE_CLOCKS_FIRST,
  isByOurClock,
  placeOfToken,
  TURN_ON_NTP,
  timeOf,
} from './shared/token.js'

/** The first number is the time of STS less the leeway (observed: it was 300 s behind). */
const SAID = /current date\/time (\d+) must be before the expiration date\/time (\d+)/i

export const tokenExpired = causeOf(['claim', 'aws'], {
  id: 'token-expired',
  section: 'token',
  title: 'the token had expired',
  severity: 'error',
  retry: (_failure, { token }) => (token?.source === 'runner' ? 'once' : 'never'),
  certainty: (failure, known) => (isByOurClock(failure, known) ? 'likely' : 'certain'),
  docs: ['iamProvider', 'assumeRole'],
  // STS names it itself, and only another STS does not.
  explains: ['sts-refused'],
  matches: (failure) =>
    failure.kind === 'claim' ? failure.problem === 'expired' : isCode(failure, 'ExpiredToken'),
  explain: (failure, known) => {
    const life = lifeOf(failure)
    return {
      headline: headlineOf(life, isByOurClock(failure, known)),
      shown: [...withoutTimes(failure, life, known), ...times(life, known)],
      steps: [
        ...(isByOurClock(failure, known) ? [COMPARE_CLOCKS_FIRST] : []),
        ...(isStillValid(failure, known) ? clockSteps(known) : renewSteps(known)),
      ],
      stop: 'Token: `exp`',
      ...placeOfToken(known),
    }
  },
  page: {
    meaning: `An ID token lives for minutes. STS allows ${IN_WORDS.leeway} past its end, for clocks that differ. It expires when it was written to a file long before this step, when a slow network or many attempts used up its time, or when the clock of its issuer is wrong.`,
    tell: `STS prints a current time that is ${IN_WORDS.leeway} behind its clock, since it allows so much; the times in the finding have that undone. A token whose time has not come is token-not-yet-valid; credentials that end in the middle of a job are another matter (their session was over, not the token).`,
  },
})

/** Both in seconds since 1970. */
interface Times {
  now: number
  end: number
  /** Whose time `now` is. */
  clock: string
}

/** Undefined where STS gave no numbers. */
function lifeOf(failure: FailureOf<'claim'> | FailureOf<'aws'>): Times | undefined {
  if (failure.kind === 'claim') {
    const { now, value } = ofProblem(failure, 'expired')
    return { now, end: value, clock: '' }
  }
  const [, printed, end] = SAID.exec(failure.message) ?? []
  if (printed === undefined || end === undefined) return undefined
  return { now: Number(printed) + LEEWAY_SECONDS, end: Number(end), clock: ' (clock of STS)' }
}

function headlineOf(life: Times | undefined, byOurClock: boolean): string {
  if (!life) return 'the token had expired before STS received it'
  const ago = duration(life.now - life.end)
  return byOurClock
    ? `by the clock of this runner, the token expired ${ago} ago`
    : `the token had expired ${ago} before it was used`
}

/** STS's older sentence has no times. */
function withoutTimes(
  failure: FailureOf<'claim'> | FailureOf<'aws'>,
  life: Times | undefined,
  known: Known,
): Block[] {
  return failure.kind === 'aws' && !life ? [answer(failure, known)] : []
}

function times(life: Times | undefined, { token }: Known): Block[] {
  const issued = secondsOf(token?.claims['iat'])
  const end = life?.end ?? secondsOf(token?.claims['exp'])
  const own = [
    ...(issued === undefined ? [] : [{ name: 'iat', value: timeOf(issued) }]),
    ...(end === undefined ? [] : [{ name: 'exp', value: timeOf(end) }]),
    ...(life ? [{ name: 'now', value: `${timeOf(life.now)}${life.clock}` }] : []),
  ]
  return own.length === 0 ? [] : [{ show: 'values', values: own }]
}

function isFile({ token, inputs }: Known): boolean {
  return token ? token.source === 'file' : Boolean(inputs?.webIdentityTokenFile)
}

/** AWS's clock is right. Another STS may have one that is far ahead of the token, and of this runner: then a new token is no better. */
function isStillValid({ kind }: FailureOf<'claim' | 'aws'>, known: Known): boolean {
  const end = secondsOf(known.token?.claims['exp'])
  return (
    kind === 'aws' && answererOf(known) === 'STS' && end !== undefined && known.now / 1000 < end
  )
}

function clockSteps(known: Known): Step[] {
  return [
    {
      say: 'Compare the clock of this runner, by which the token is still valid, with that of the STS',
      code: `date -u; curl -sSI ${shellWord(stsUrl(known))} | grep -i ^date`,
      language: 'sh',
    },
    { when: 'If they differ', say: 'Turn on NTP on the one that is wrong', ...TURN_ON_NTP },
    ...renewSteps(known).map((step) => ({ ...step, when: step.when ?? 'If they agree' })),
  ]
}

function renewSteps(known: Known): Step[] {
  if (isFile(known))
    return [
      {
        say: 'Write a new token into the file in the step right before this one',
        then: 'A token of an earlier job, or from a cache, is too old.',
      },
      {
        when: 'If you mean the token of this job',
        say: 'Delete `web-identity-token-file`: this action asks GitHub for a new one',
      },
    ]
  return [
    { say: 'Run the job again: the step asks for a new token' },
    {
      when: 'If the new token has expired too',
      say: 'Turn on NTP on the server of the issuer (GitHub Enterprise Server): its clock is wrong',
    },
  ]
}
