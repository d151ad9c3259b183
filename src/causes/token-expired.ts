// token-expired: the token's time was over when STS looked at it, the 300 s that STS allows included.

import { IN_WORDS, LEEWAY_SECONDS } from '../aws/limits.js'
import { isCode } from '../aws/sts-answers.js'
import { secondsOf } from '../aws/token-rules.js'
import type { FailureOf, Known } from '../model.js'
import { duration, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'
import { COMPARE_CLOCKS, isByOurClock, placeOfToken, timeOf } from './shared/token.js'

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
  matches: (failure) =>
    failure.kind === 'claim' ? failure.problem === 'expired' : isCode(failure, 'ExpiredToken'),
  explain: (failure, known) => ({
    why: `${isByOurClock(failure, known) ? 'Most likely the' : 'The'} token was too old: ${timesOf(failure)} STS allows ${LEEWAY_SECONDS} s past the end, for clocks that differ.${lifeOf(known)}${isByOurClock(failure, known) ? COMPARE_CLOCKS : ''}`,
    fix: renewSteps(known),
    ...placeOfToken(known),
  }),
  page: {
    meaning:
      'An ID token lives for minutes. It expires when it was written to a file long before this step, when a slow network or many attempts ate its time, or when the clock of its issuer is wrong.',
    tell: `STS prints a current time that is ${IN_WORDS.leeway} behind its clock, since it allows so much; the numbers above have that undone. A token whose time has not begun is token-not-yet-valid; credentials that end in the middle of a job are another matter (their session was over, not the token).`,
  },
})

function timesOf(failure: FailureOf<'claim'> | FailureOf<'aws'>): string {
  if (failure.kind === 'claim') {
    const { now, value } = ofProblem(failure, 'expired')
    return describeEnd(now, value, 'the time was')
  }
  const [, printed, end] = SAID.exec(failure.message) ?? []
  if (printed === undefined || end === undefined)
    return `STS says ${quote(oneLine(failure.message))}.`
  return describeEnd(Number(printed) + LEEWAY_SECONDS, Number(end), 'the clock of STS said')
}

function describeEnd(now: number, end: number, clock: string): string {
  return `it ended at ${quote(timeOf(end))}, and ${clock} ${quote(timeOf(now))}, ${duration(now - end)} later.`
}

function lifeOf({ token }: Known): string {
  const issued = secondsOf(token?.claims['iat'])
  const end = secondsOf(token?.claims['exp'])
  if (issued === undefined || end === undefined || end <= issued) return ''
  return ` It was issued at ${quote(timeOf(issued))} for ${duration(end - issued)}.`
}

function isFile({ token, inputs }: Known): boolean {
  return token ? token.source === 'file' : Boolean(inputs?.webIdentityTokenFile)
}

function renewSteps(known: Known): string[] {
  if (isFile(known))
    return [
      'Write a new token into the file in the step right before this one; a token of an earlier job or a cache is too old.',
      'If you mean the token of this job, delete `web-identity-token-file`: this action asks GitHub for a new one.',
    ]
  return [
    'Run the job again: the step asks for a new token.',
    'If a new token is too old as well, the clock of its issuer is wrong: on the server of the issuer (GitHub Enterprise Server), turn on NTP.',
  ]
}
