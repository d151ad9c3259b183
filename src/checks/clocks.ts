// Does the runner's clock agree with those of the servers that it spoke to?
import type { ClockSample } from '../model.js'
import type { Check } from './check.js'

/** Less than this is the way of an answer and the rounding of its Date header. */
const TOLERATED_SECONDS = 60

export const clocks: Check = {
  id: 'clocks',
  title: "The runner's clock is right",
  judge({ clocks: samples }) {
    const skewSeconds = medianSkew(samples)
    if (skewSeconds === undefined || Math.abs(skewSeconds) < TOLERATED_SECONDS) return []
    return [{ kind: 'clock', skewSeconds, samples }]
  },
}

/** The servers' time minus ours, in whole seconds; one server with a wrong clock among several does not sway it. */
export function medianSkew(samples: readonly ClockSample[]): number | undefined {
  const skews = samples.map(({ skewSeconds }) => skewSeconds).sort((a, b) => a - b)
  const upper = skews[Math.floor(skews.length / 2)]
  const lower = skews[Math.floor((skews.length - 1) / 2)]
  return upper === undefined || lower === undefined
    ? undefined
    : Math.round((lower + upper) / 2) + 0
}
