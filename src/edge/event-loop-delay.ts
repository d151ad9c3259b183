// How long this process itself was not let run: time that must not be laid to the peer that is being measured.
import { elapsedMs } from './clock.js'

/** How often it looks, and how much later than that is usual on a machine at rest, in ms. */
const EVERY_MS = 20
const USUAL_MS = 10

export interface EventLoopDelay {
  /** Ms so far, whole. */
  ms(): number
  end(): void
}

/** A timer that comes late was kept waiting: by the system's other processes, a CPU quota, or our own work. */
export function watchEventLoop(now: () => number = elapsedMs): EventLoopDelay {
  let last = now()
  let sum = 0
  const late = (): number => {
    const ms = now() - last - EVERY_MS
    return ms > USUAL_MS ? ms : 0
  }
  const timer = setInterval(() => {
    sum += late()
    last = now()
  }, EVERY_MS)
  timer.unref()
  return { ms: () => Math.round(sum + late()), end: () => clearInterval(timer) }
}
