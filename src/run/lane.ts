// One endpoint of STS, asked for several roles at a time: so many calls side by side, and fewer once it has answered that they are too many.
import type { Retry } from '../causes/cause.js'
import type { Clock } from '../world.js'

/** Calls side by side, each on a connection of its own (`npm run bench -- roles`: more gain nothing, and cost handshakes). */
export const WIDTH = 8

/** Between the beginnings of two calls, in ms, once STS has throttled one; twice as much after each round that it throttles. */
const FIRST_GAP_MS = 250
const LONGEST_GAP_MS = 4000
/** After each call that it takes. */
const EASING = 0.97

export class Lane {
  readonly #clock: Clock
  /** When the retries of this step began, for whichever role. */
  readonly startedAt: number
  readonly #waiting: (() => void)[] = []
  #free = WIDTH
  #gapMs = 0
  /** When the next call may begin. */
  #nextAt = 0
  #slowedAt = Number.NEGATIVE_INFINITY
  readonly #failingSince = new Map<Retry, number>()

  constructor(clock: Clock) {
    this.#clock = clock
    this.startedAt = clock.monotonic()
  }

  /** `call` when its turn has come. What it gives, and when it began. */
  async pass<T>(call: () => Promise<T>): Promise<{ value: T; beganAt: number }> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>((next) => this.#waiting.push(next))
    try {
      const beganAt = await this.#turn()
      return { value: await call(), beganAt }
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }

  /** STS took a call. */
  taken(): void {
    this.#gapMs *= EASING
    this.#failingSince.clear()
  }

  /** STS throttled a call. Those that were under way when it last did say nothing new. */
  throttled(beganAt: number): void {
    if (beganAt < this.#slowedAt) return
    this.#slowedAt = this.#clock.monotonic()
    this.#gapMs = Math.min(LONGEST_GAP_MS, Math.max(FIRST_GAP_MS, this.#gapMs * 2))
  }

  /** When calls here began to fail like this, with none in between that was taken. */
  since(retry: Retry, now: number): number {
    const from = this.#failingSince.get(retry) ?? now
    this.#failingSince.set(retry, from)
    return from
  }

  async #turn(): Promise<number> {
    const now = this.#clock.monotonic()
    const beginsAt = Math.max(now, this.#nextAt)
    this.#nextAt = beginsAt + this.#gapMs
    if (beginsAt > now) await this.#clock.sleep(beginsAt - now)
    return beginsAt
  }
}
