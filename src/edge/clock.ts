// Time and chance: the only file that reads the clock, waits, or throws dice.
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../world.js'

export function makeClock(stopped: AbortSignal): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    async sleep(ms) {
      await wait(ms, undefined, { signal: stopped }).catch(() => undefined)
    },
  }
}

export const random = (): number => Math.random()
