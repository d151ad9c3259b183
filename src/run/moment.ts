// Something that comes to pass once in a run: others may ask whether it has, or wait for it.

export class Moment {
  readonly #pending = Promise.withResolvers<void>()
  /** Resolves when it comes to pass. */
  readonly come = this.#pending.promise
  #passed = false

  get passed(): boolean {
    return this.#passed
  }

  pass(): void {
    this.#passed = true
    this.#pending.resolve()
  }
}
