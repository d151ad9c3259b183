// token-not-yet-valid: the token comes from the future, further than the 300 s that STS allows.

import { IN_WORDS, LEEWAY_SECONDS } from '../aws/limits.js'
import { isCode } from '../aws/sts-answers.js'
import type { FailureOf, Known } from '../model.js'
import { duration, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'
import { COMPARE_CLOCKS, isByOurClock, timeOf } from './shared/token.js'

/** The first number is the time of STS plus the leeway (observed: it was 300 s ahead). */
const NOT_BEFORE =
  /current date\/time (\d+) must be after or equal to the not-before date\/time (\d+)/i
const ISSUED = /Token issued in the future: (\d+)/i
const SAID = /Token not yet valid|Token issued in the future/i

export const tokenNotYetValid = causeOf(['claim', 'aws'], {
  id: 'token-not-yet-valid',
  section: 'token',
  title: 'the token comes from the future',
  severity: 'error',
  retry: 'never',
  certainty: (failure, known) => (isByOurClock(failure, known) ? 'likely' : 'certain'),
  docs: ['iamProvider', 'assumeRole'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'not-yet-valid'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => ({
    why: `${isByOurClock(failure, known) ? 'Most likely the' : 'The'} token is not valid yet: ${timesOf(failure)} STS allows ${LEEWAY_SECONDS} s, for clocks that differ. ${describeIssuerClock(failure, known)}`,
    fix: [
      'On the server of the issuer, turn on NTP and look: timedatectl set-ntp true; timedatectl status',
      'If the issuer sets `nbf` or `iat` ahead on purpose, let it set them to the time of signing.',
      'Wait as long as the clock is ahead and run the job again, to get through today.',
    ],
  }),
  page: {
    meaning: `The claims \`nbf\` (not before) or \`iat\` (issued at) name a time that STS has not reached, even with the ${IN_WORDS.leeway} that it allows. The issuer, mostly a server of your own, has a wrong clock.`,
    tell: `STS prints a current time that is ${IN_WORDS.leeway} ahead of its clock, since it allows so much; the numbers above have that undone. A wrong clock of the runner is clock-skew, and does not matter to STS.`,
  },
})

function describeIssuerClock(failure: FailureOf<'claim'> | FailureOf<'aws'>, known: Known): string {
  const issuer = `The issuer ${quote(known.token?.issuer ?? '')} has a clock that is ahead, or dates its tokens ahead`
  if (isByOurClock(failure, known)) return `${issuer}.${COMPARE_CLOCKS}`
  return `${issuer}; the clock of this runner has no part in it.`
}

function timesOf(failure: FailureOf<'claim'> | FailureOf<'aws'>): string {
  if (failure.kind === 'claim') {
    const { claim, now, value } = ofProblem(failure, 'not-yet-valid')
    return describeStart(claim, value, now, 'the time was')
  }
  const [, printed, notBefore] = NOT_BEFORE.exec(failure.message) ?? []
  if (printed !== undefined && notBefore !== undefined)
    return describeStart(
      'nbf',
      Number(notBefore),
      Number(printed) - LEEWAY_SECONDS,
      'the clock of STS said',
    )
  const issued = ISSUED.exec(failure.message)?.[1]
  const spoken = Date.parse(failure.date ?? '') / 1000
  if (issued !== undefined && Number.isFinite(spoken))
    return describeStart('iat', Number(issued), spoken, 'the clock of STS said')
  const at =
    issued === undefined ? '' : `it says that it was issued at ${quote(timeOf(Number(issued)))}; `
  return `${at}STS says ${quote(oneLine(failure.message))}.`
}

function describeStart(claim: string, start: number, now: number, clock: string): string {
  return `its ${quote(claim)} is ${quote(timeOf(start))}, and ${clock} ${quote(timeOf(now))}, ${duration(start - now)} earlier.`
}
