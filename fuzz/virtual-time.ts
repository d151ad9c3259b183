// A clock for one run: its time stands while anything is at work, and jumps to the first who sleeps when nothing is.
import type { Clock } from '../src/world.js'

/** In ms, of real time: so long without any end, and without anybody asleep, is a run that hangs. */
const HANGS_MS = 40_000

/**
 * In ms, of real time: so long nothing may happen before a sleep of that length, virtual, is over. What works in a thread, such as
 * cryptography, is not seen from here, and would be overtaken by a deadline on a busy machine.
 */
const PATIENCE: readonly (readonly [sleepMs: number, realMs: number])[] = [
  [60_000, 250],
  [4_000, 25],
]

const turn = (): Promise<void> => new Promise((next) => setImmediate(next))
const pause = (): Promise<void> => new Promise((next) => setTimeout(next, 1))

export class VirtualTime implements Clock {
  readonly #from: number
  #passed = 0
  /** Requests under way in real time: while there are any, nobody is woken. */
  #busy = 0
  #asleep: { at: number; wake: () => void }[] = []

  /** In ms since the epoch. */
  constructor(from: number) {
    this.#from = from
  }

  now = (): number => this.#from + this.#passed
  monotonic = (): number => this.#passed

  sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.#asleep.push({ at: this.#passed + Math.max(0, ms), wake })
    })

  /** Something that takes real time. */
  during = async <T>(work: Promise<T>): Promise<T> => {
    this.#busy++
    try {
      return await work
    } finally {
      this.#busy--
    }
  }

  /** What `work` comes to. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    const done = work.finally(() => {
      isDone = true
    })
    done.catch(() => undefined)
    let stillSince = performance.now()
    for (let idleSince = stillSince; !isDone; ) {
      for (let n = 0; n < 8 && !isDone; n++) await turn()
      // Cryptography is at work in threads of its own.
      if (!isDone) await pause()
      if (isDone) break
      if (this.#busy > 0) stillSince = performance.now()
      const isPatient = performance.now() - stillSince >= this.#patience()
      if (this.#busy === 0 && isPatient && this.#wakeFirst())
        stillSince = idleSince = performance.now()
      else if (performance.now() - idleSince > HANGS_MS) throw new Error('the run does not end')
    }
    return done
  }

  #patience(): number {
    const ahead = Math.min(...this.#asleep.map(({ at }) => at)) - this.#passed
    return PATIENCE.find(([sleepMs]) => ahead >= sleepMs)?.[1] ?? 0
  }

  #wakeFirst(): boolean {
    const at = Math.min(...this.#asleep.map((one) => one.at))
    const first = this.#asleep.find((one) => one.at === at)
    if (!first) return false
    this.#asleep = this.#asleep.filter((one) => one !== first)
    this.#passed = Math.max(this.#passed, at)
    first.wake()
    return true
  }
}
