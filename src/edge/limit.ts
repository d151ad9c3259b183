// A limit in time that every promise of the edge settles by, whatever a library or a peer makes of its request.

export interface Limit {
  /** Aborted when the time is over. */
  signal: AbortSignal
  /** True once the time is over. */
  isOver(): boolean
  /** Calls it off. */
  end(): void
}

/**
 * Holds the process until it is over or called off. AbortSignal.timeout() does not: a process whose sockets are gone
 * would end before it, with exit code 13 and without a word.
 */
export function limitOf(ms: number): Limit {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new Error('no answer in time')), ms)
  return {
    signal: controller.signal,
    isOver: () => controller.signal.aborted,
    end: () => clearTimeout(timer),
  }
}

/** What `work` gives; or the signal's reason, once it is aborted and `work` has not settled. */
export function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
