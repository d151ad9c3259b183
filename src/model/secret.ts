// A value that must never be shown: it can be carried anywhere, and read only by saying so.

/** What stands in place of a secret wherever one would have been written. */
export const HIDDEN = '***'

export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The value itself: only for sending it to its peer, exporting it, or masking it. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }
}

/**
 * The strings to mask for one ID token: the whole and each of its segments, since the runner masks
 * only what it was told of, and a segment of a masked value is not masked. Segments under 8
 * characters are left out: masking them would star out ordinary words of the log.
 */
export function tokenMasks(token: string): string[] {
  const segments = token.split('.').filter((segment) => segment.length >= 8)
  return [...new Set([token, ...segments])].filter((text) => text.length > 0)
}
