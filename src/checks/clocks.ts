// Does the runner's clock agree with those of the servers that it spoke to?
import { CLOCK_TOLERANCE_SECONDS } from '../aws/limits.js'
import type { ClockSample, Known } from '../model.js'
import type { Check } from './check.js'

export const clocks: Check = {
  id: 'clocks',
  title: "The runner's clock is right",
  asked: ({ clocks: samples }) => samples.length > 0,
  judge({ clocks: samples }) {
    const skewSeconds = medianSkew(samples)
    if (skewSeconds === undefined || Math.abs(skewSeconds) < CLOCK_TOLERANCE_SECONDS) return []
    return [{ kind: 'clock', skewSeconds, samples }]
  },
}

/**
 * The servers' time minus ours, in whole seconds. Of the median of all and of AWS's own clock the one nearer to ours:
 * one server with a wrong clock does not sway it, nor do token service and issuer that are one machine (GHES).
 */
export function medianSkew(samples: readonly ClockSample[]): number | undefined {
  const all = medianOf(samples)
  const aws = medianOf(samples.filter(({ peer }) => peer === 'sts'))
  if (all === undefined || aws === undefined) return all
  return Math.abs(aws) < Math.abs(all) ? aws : all
}

/** The time as the servers have it, in ms: the runner's own clock may be wrong, and STS does not look at it. */
export function trueTime({ now, clocks: samples }: Known): number {
  return now + (medianSkew(samples) ?? 0) * 1000
}

/** Of two in the middle the one nearer to ours: no server has measured what lies between them. */
function medianOf(samples: readonly ClockSample[]): number | undefined {
  const skews = samples.map(({ skewSeconds }) => skewSeconds).sort((a, b) => a - b)
  const upper = skews[Math.floor(skews.length / 2)]
  const lower = skews[Math.floor((skews.length - 1) / 2)]
  if (upper === undefined || lower === undefined) return undefined
  return Math.abs(lower) < Math.abs(upper) ? lower : upper
}
