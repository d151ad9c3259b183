// How much may be compared: beyond that nothing is decided, since a policy can put thousands of patterns before thousands of texts.
import { wildcardSteps } from '../aws/wildcard.js'

/** For the verdict. The longest policy of values as people write them takes a tenth of it. */
const MOST_STEPS = 2_000_000
/** For all probe subjects together: hundreds of them before each pattern. */
const MOST_PROBING_STEPS = 8_000_000
/** What a comparison takes whatever is compared, in steps: of texts, and of what has to be read first (addresses, times). */
const PER_COMPARISON = { text: 100, value: 2_000 } as const

export class Effort {
  #left: number

  constructor(most: number) {
    this.#left = most
  }

  static ofVerdict(): Effort {
    return new Effort(MOST_STEPS)
  }

  static ofProbing(): Effort {
    return new Effort(MOST_PROBING_STEPS)
  }

  get isSpent(): boolean {
    return this.#left < 0
  }

  /** Takes what it is to compare all of `wanted` with all of `actual`; false where that is more than is left. */
  take(
    wanted: readonly unknown[],
    actual: readonly string[],
    of: keyof typeof PER_COMPARISON = 'text',
  ): boolean {
    const characters = actual.reduce((sum, { length }) => sum + length, 0)
    for (const one of wanted) {
      const length = typeof one === 'string' ? one.length : 0
      this.#left -= wildcardSteps(length, characters) + (actual.length + 1) * PER_COMPARISON[of]
    }
    return !this.isSpent
  }
}
