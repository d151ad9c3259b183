// Are the token's times of the form that STS reads, and is it neither expired nor not yet valid?

import { LEEWAY_SECONDS } from '../aws/limits.js'
import { secondsOf, TIME_CLAIMS } from '../aws/token-rules.js'
import type { Failure } from '../model.js'
import { jsonOf } from '../text.js'
import type { Check } from './check.js'
import { trueTime } from './clocks.js'

export const tokenTimes: Check = {
  id: 'token-times',
  title: 'The token is valid now',
  // A token without an end is token-claims' matter.
  asked: ({ token }) => secondsOf(token?.claims['exp']) !== undefined,
  judge(known) {
    const { token } = known
    if (!token) return []
    const now = Math.floor(trueTime(known) / 1000)
    return TIME_CLAIMS.flatMap((claim) => judgeTime(claim, token.claims[claim], now))
  },
}

function judgeTime(claim: string, value: unknown, now: number): Failure[] {
  if (value === undefined) return []
  const seconds = secondsOf(value)
  if (seconds === undefined) {
    const got = jsonOf(value).slice(0, 100)
    return [{ kind: 'claim', claim, problem: 'timestamp', got }]
  }
  const problem = problemOf(claim, seconds, now)
  return problem ? [{ kind: 'claim', claim, problem, now, value: seconds }] : []
}

/** As STS: the end must lie after its time less the leeway, a beginning not after its time plus the leeway. */
function problemOf(
  claim: string,
  seconds: number,
  now: number,
): 'expired' | 'not-yet-valid' | undefined {
  if (claim === 'exp') return seconds <= now - LEEWAY_SECONDS ? 'expired' : undefined
  return seconds > now + LEEWAY_SECONDS ? 'not-yet-valid' : undefined
}
