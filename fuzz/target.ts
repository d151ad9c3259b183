// A target of the fuzzer: cases, and what must hold for each of them.
import type fc from 'fast-check'

export interface Target {
  name: string
  /** Plain data, so that a case can be printed and written into a test. */
  cases: fc.Arbitrary<unknown>
  /** Throws what does not hold. */
  check(one: unknown): unknown
}

export function target<T>(
  name: string,
  cases: fc.Arbitrary<T>,
  check: (one: T) => unknown,
): Target {
  return { name, cases, check: (one) => check(one as T) }
}

export function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what)
}
