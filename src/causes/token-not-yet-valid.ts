// token-not-yet-valid: the token's time has not come yet, by more than the 300 s that STS allows.

import { IN_WORDS, LEEWAY_SECONDS } from '../aws/limits.js'
import { isCode } from '../aws/sts-answers.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { ofProblem } from './shared/of-problem.js'
import { COMPARE_CLOCKS_FIRST, isByOurClock, TURN_ON_NTP, timeOf } from './shared/token.js'

/** The first number is the time of STS plus the leeway (observed: it was 300 s ahead). */
const NOT_BEFORE =
  /current date\/time (\d+) must be after or equal to the not-before date\/time (\d+)/i
const ISSUED = /Token issued in the future: (\d+)/i
const SAID = /Token not yet valid|Token issued in the future/i

export const tokenNotYetValid = causeOf(['claim', 'aws'], {
  id: 'token-not-yet-valid',
  section: 'token',
  atIssuer: true,
  title: 'the token is not valid yet',
  severity: 'error',
  retry: 'never',
  certainty: (failure, known) => (isByOurClock(failure, known) ? 'likely' : 'certain'),
  docs: ['iamProvider', 'assumeRole'],
  explains: ['sts-refused'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'not-yet-valid'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => {
    const start = startOf(failure)
    const byOurClock = isByOurClock(failure, known)
    return {
      headline: headlineOf(start, byOurClock),
      shown: times(failure, start, known),
      steps: [...(byOurClock ? [COMPARE_CLOCKS_FIRST] : []), ...issuerSteps(known)],
      stop: `Token: ${quote(start.claim)}`,
    }
  },
  page: {
    meaning: `The claims \`nbf\` (not before) or \`iat\` (issued at) name a time that STS has not reached, even with the ${IN_WORDS.leeway} that it allows. The issuer, mostly a server of your own, has a clock that is ahead, or dates its tokens ahead.`,
    tell: `STS prints a current time that is ${IN_WORDS.leeway} ahead of its clock, since it allows so much; the times in the finding have that undone. A wrong clock of the runner is clock-skew, and does not matter to STS.`,
  },
})

/** Both in seconds since 1970; `now` and `at` are left out where STS gave none. */
interface Start {
  claim: string
  at?: number
  now?: number
  /** Whose time `now` is. */
  clock: string
}

function startOf(failure: FailureOf<'claim'> | FailureOf<'aws'>): Start {
  if (failure.kind === 'claim') {
    const { claim, now, value } = ofProblem(failure, 'not-yet-valid')
    return { claim, at: value, now, clock: '' }
  }
  const clock = ' (clock of STS)'
  const [, printed, notBefore] = NOT_BEFORE.exec(failure.message) ?? []
  if (printed !== undefined && notBefore !== undefined)
    return { claim: 'nbf', at: Number(notBefore), now: Number(printed) - LEEWAY_SECONDS, clock }
  const issued = ISSUED.exec(failure.message)?.[1]
  if (issued === undefined) return { claim: 'nbf', clock }
  const spoken = Date.parse(failure.date ?? '') / 1000
  return {
    claim: 'iat',
    at: Number(issued),
    ...(Number.isFinite(spoken) ? { now: spoken } : {}),
    clock,
  }
}

function headlineOf({ claim, at, now }: Start, byOurClock: boolean): string {
  if (at === undefined) return 'the token is not valid yet'
  if (now === undefined) return `the token is not valid yet: the issuer set ${quote(claim)} ahead`
  const ahead = duration(at - now)
  return byOurClock
    ? `by the clock of this runner, the token's ${quote(claim)} is ${ahead} ahead`
    : `the token is not valid yet: the issuer set ${quote(claim)} ${ahead} ahead`
}

type Evidence = FailureOf<'claim'> | FailureOf<'aws'>

function times(failure: Evidence, { claim, at, now, clock }: Start, known: Known): Block[] {
  const { token } = known
  const values = [
    ...(token ? [{ name: 'issuer', value: token.issuer }] : []),
    ...(at === undefined ? [] : [{ name: claim, value: timeOf(at) }]),
    ...(now === undefined ? [] : [{ name: 'now', value: `${timeOf(now)}${clock}` }]),
  ]
  return [
    // Where the times are known, they say it all.
    ...(failure.kind === 'aws' && now === undefined ? [answer(failure, known)] : []),
    ...(values.length === 0 ? [] : [{ show: 'values' as const, values }]),
  ]
}

function issuerSteps({ token }: Known): Step[] {
  return [
    {
      say: 'Turn on NTP on the server of the issuer, and look at its clock',
      ...TURN_ON_NTP,
    },
    {
      when: 'If the issuer sets `nbf` or `iat` ahead on purpose',
      say: 'Let it set them to the time of signing',
    },
    // A new token would be dated ahead as well.
    ...(token?.source === 'file'
      ? [
          {
            when: 'Until then',
            say: 'Keep the token in the file, and run this step once its time has come',
          },
        ]
      : []),
  ]
}
