// Three worlds in which many jobs sign in at once, on a virtual clock: what STS answers to a call, and when.
import { Rate } from '../sandbox/fault-board.js'
import type { VirtualClock } from './virtual-clock.js'

/** What one call of STS comes to. */
export type Answer = 'session' | 'throttled' | 'no-keys'

export interface HerdWorld {
  name: string
  /** Whether STS and each job's check ask the issuer at every call, since its keys may not be cached. */
  uncached: boolean
  open(clock: VirtualClock): Herd
}

export interface Herd {
  /** One call of STS. */
  call(): Promise<Answer>
  /** One look of a job's own at the issuer: 'short' where it is out of capacity, or over 2 s. */
  look(): Promise<'well' | 'short'>
}

/** Of one answer without load, in ms. */
const ANSWER_MS = 50
/** STS gives the issuer about this long, in ms. */
const STS_PATIENCE_MS = 5000
const SLOW_MS = 2000

const throttledSts = (perSecond: number): HerdWorld => ({
  name: `STS takes ${perSecond} a second`,
  uncached: false,
  open(clock) {
    const rate = new Rate(perSecond)
    return {
      async call() {
        const taken = rate.takes(clock.now())
        await clock.sleep(ANSWER_MS)
        return taken ? 'session' : 'throttled'
      },
      look: async () => 'well',
    }
  },
})

const refusingIssuer = (perSecond: number): HerdWorld => ({
  name: `keys not cacheable, the issuer answers 429 past ${perSecond} a second`,
  uncached: true,
  open(clock) {
    const rate = new Rate(perSecond)
    const ask = async (): Promise<boolean> => {
      const taken = rate.takes(clock.now())
      await clock.sleep(ANSWER_MS)
      return taken
    }
    return {
      call: async () => ((await ask()) ? 'session' : 'no-keys'),
      look: async () => ((await ask()) ? 'well' : 'short'),
    }
  },
})

const queueingIssuer = (perSecond: number): HerdWorld => ({
  name: `keys not cacheable, the issuer serves ${perSecond} a second, one after the other`,
  uncached: true,
  open(clock) {
    const queue: { from: number; served: () => void }[] = []
    let serving = false
    // Whoever has given up is passed over: the connection is closed.
    const serve = async (): Promise<void> => {
      serving = true
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (clock.now() - next.from > STS_PATIENCE_MS) continue
        await clock.sleep(1000 / perSecond)
        next.served()
      }
      serving = false
    }
    /** In ms, however long it takes; never more than the patience of STS. */
    const ask = async (): Promise<number> => {
      const from = clock.now()
      const served = new Promise<void>((done) => queue.push({ from, served: done }))
      if (!serving) void serve()
      await Promise.race([served, clock.sleep(STS_PATIENCE_MS)])
      return clock.now() - from
    }
    return {
      call: async () => ((await ask()) < STS_PATIENCE_MS ? 'session' : 'no-keys'),
      look: async () => ((await ask()) <= SLOW_MS ? 'well' : 'short'),
    }
  },
})

export const WORLDS = [throttledSts(100), refusingIssuer(20), queueingIssuer(20)]
