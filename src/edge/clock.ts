// Time and chance: the only file that reads the clock, waits, or throws dice.
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../world.js'

/** Monotonic, in ms. Not that of `performance`: Node would load `perf_hooks` for it, a millisecond on each run's way. */
export function elapsedMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** When this process began, in ms of the epoch. */
export function processStart(): number {
  return Date.now() - process.uptime() * 1000
}

export function makeClock(stopped: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    monotonic: elapsedMs,
    async sleep(ms) {
      await wait(ms, undefined, { signal: stopped }).catch(() => undefined)
    },
  }
}

export const random = (): number => Math.random()
