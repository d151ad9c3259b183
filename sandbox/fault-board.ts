// The faults in force on the street: how often each was met, and at what rate.
import type { Faults } from './faults.js'

type FaultName = 'token' | 'discovery' | 'jwks' | 'sts' | 'stsFetch' | 'connect'

/** What a server takes: so many requests at once, and then as many a second. */
export class Rate {
  readonly #perSecond: number
  #left: number
  #at = 0

  constructor(perSecond: number) {
    this.#perSecond = perSecond
    this.#left = perSecond
  }

  /** Whether it takes one more; `now` in ms. */
  takes(now: number): boolean {
    const gained = ((now - this.#at) / 1000) * this.#perSecond
    this.#left = Math.min(this.#perSecond, this.#left + gained)
    this.#at = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }
}

/** The faults in force, with the count of how often each was met. Replaced whole, so that every count starts anew. */
export class FaultBoard {
  readonly faults: Faults
  readonly #met = new Map<FaultName, number>()
  readonly #rates = new Map<FaultName, Rate>()

  constructor(faults: Faults = {}) {
    this.faults = faults
  }

  /** The fault of that name for one request; a fault whose times are used up is none, nor one whose rate is not reached. */
  take<N extends FaultName>(name: N): NonNullable<Faults[N]> | undefined {
    const fault = this.faults[name]
    if (!fault) return undefined
    if ('past' in fault && fault.past !== undefined) {
      const rate = this.#rates.get(name) ?? new Rate(fault.past)
      this.#rates.set(name, rate)
      if (rate.takes(performance.now())) return undefined
    }
    const met = (this.#met.get(name) ?? 0) + 1
    this.#met.set(name, met)
    return fault.times === undefined || met <= fault.times ? fault : undefined
  }
}
