// A clock that jumps from one waiting job to the next, so that minutes of a herd take seconds.

export class VirtualClock {
  #now = 0
  /** A heap, the earliest first. */
  readonly #waiting: { at: number; wake: () => void }[] = []

  now(): number {
    return this.#now
  }

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => this.#push({ at: this.#now + Math.max(0, ms), wake }))
  }

  /** Until nobody waits any more. */
  async run(): Promise<void> {
    await settled()
    for (let first = this.#pop(); first; first = this.#pop()) {
      this.#now = first.at
      first.wake()
      await settled()
    }
  }

  #push(one: { at: number; wake: () => void }): void {
    const heap = this.#waiting
    let at = heap.push(one) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent]
      if (above === undefined || above.at <= one.at) break
      heap[at] = above
      at = parent
    }
    heap[at] = one
  }

  #pop(): { at: number; wake: () => void } | undefined {
    const heap = this.#waiting
    const [first] = heap
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let at = 0
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least =
        (heap[right]?.at ?? Number.POSITIVE_INFINITY) < (heap[left]?.at ?? 0) ? right : left
      const below = heap[least]
      if (below === undefined || below.at >= last.at) break
      heap[at] = below
      at = least
    }
    heap[at] = last
    return first
  }
}

/** All that was to be done at this moment is done. */
function settled(): Promise<void> {
  return new Promise((next) => setImmediate(next))
}
