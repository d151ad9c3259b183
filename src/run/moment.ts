// Something that comes to pass once in a run: others may ask whether it has, or wait for it.

export class Moment {
  /** Resolves when it comes to pass. */
  readonly come: Promise<void>
  #passed = false
  #resolve: () => void = () => undefined

  constructor() {
    this.come = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  get passed(): boolean {
    return this.#passed
  }

  pass(): void {
    this.#passed = true
    this.#resolve()
  }
}
