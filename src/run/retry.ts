// Trying again: how often and after how long, as the cause of the failure says.
import type { Retry } from '../causes/cause.js'
import type { Attempt, CauseId, Failure, Result } from '../model.js'
import type { World } from '../world.js'
import type { Moment } from './moment.js'
import type { Run } from './run.js'

interface Policy {
  /** Attempts in all. */
  tries: number
  /** From the first attempt on of those in a row that fail like this; the last one is made when this time is over. */
  forMs: number
  leastMs: number
  baseMs: number
  capMs: number
}

/** Where time is the bound: no more than the input `retry-max-attempts` can ask for, should all waits be short by chance. */
const MOST_TRIES = 100
const ANY_TIME = Number.POSITIVE_INFINITY
/** From the very first attempt on, in ms, whatever each of them failed by. */
const LONGEST_MS = 300_000

const POLICIES: Readonly<Record<Retry, Policy>> = {
  never: { tries: 1, forMs: ANY_TIME, leastMs: 0, baseMs: 0, capMs: 0 },
  once: { tries: 2, forMs: ANY_TIME, leastMs: 1000, baseMs: 500, capMs: 500 },
  'eventual-consistency': { tries: 5, forMs: ANY_TIME, leastMs: 1000, baseMs: 500, capMs: 2000 },
  // What does not pass is told after a minute.
  transient: { tries: MOST_TRIES, forMs: 60_000, leastMs: 0, baseMs: 500, capMs: 8000 },
  // Many callers at once: the best of a grid for herds of 16 to 10,000 jobs (`npm run bench -- herd`).
  throttled: { tries: MOST_TRIES, forMs: LONGEST_MS, leastMs: 0, baseMs: 2000, capMs: 30_000 },
}

/** A peer may ask for more patience than this; a job should not grant it. */
const LONGEST_WAIT_MS = 60_000

export interface Tries<T> {
  /** Attempt number `n`, from 1. */
  attempt(n: number): Promise<Result<T>>
  /** `until`, on the monotonic clock: the failure is tried again until then, however often. */
  judge(failure: Failure): Promise<{ id: CauseId; retry: Retry; until?: number | undefined }>
  /** Absent: time is the bound. */
  maxAttempts?: number | undefined
  /** Told before each wait. */
  onWait(attempt: Attempt, n: number): void
  /** From here on another try is no longer worth it, nor the wait for it. */
  over?: Moment
  /** Others are trying the same beside this: what they have met counts here too, so that they have one patience together. */
  beside?: { startedAt: number; since(retry: Retry, from: number): number } | undefined
}

/** The first success, or the last failure; and every attempt that failed before it. */
export async function withRetries<T>(
  { world, deadlineAt = Number.POSITIVE_INFINITY }: Pick<Run, 'world' | 'deadlineAt'>,
  { attempt, judge, maxAttempts = MOST_TRIES, onWait, over, beside }: Tries<T>,
): Promise<{ result: Result<T>; attempts: readonly Attempt[] }> {
  const attempts: Attempt[] = []
  const startedAt = beside?.startedAt ?? world.clock.monotonic()
  // Failures of one kind, one after the other.
  let row: { retry?: Retry; from: number; tries: number } = { from: startedAt, tries: 0 }
  const isOver = (): boolean => world.stopped() || over?.passed === true
  for (let n = 1; ; n++) {
    const from = world.clock.monotonic()
    const result = await attempt(n)
    if (result.ok) return { result, attempts }
    const { id, retry, until } = await judge(result.failure)
    const policy = POLICIES[retry]
    const since = beside?.since(retry, from) ?? from
    if (row.retry !== retry) row = { retry, from: since, tries: 0 }
    row.tries++
    const endsAt = until ?? Math.min(row.from + policy.forMs, startedAt + LONGEST_MS)
    const leftMs = endsAt - world.clock.monotonic()
    const isLast = until === undefined && (row.tries >= policy.tries || n >= maxAttempts)
    // Before the peer is ready again, another try is of no use.
    const isTooLate = leftMs <= 0 || Math.min(LONGEST_WAIT_MS, askedMs(result.failure)) > leftMs
    if (isLast || isTooLate || isOver()) return { result, attempts }
    const wait = waitBefore(n, policy, result.failure, world)
    // The last try comes when the patience ends, not after it.
    const waitedMs = Math.round(Math.min(wait, leftMs))
    // A wait that the deadline would cut short, be it the peer's wish or our own: this failure says more than the deadline.
    const needsMs = Math.max(waitedMs, askedMs(result.failure))
    if (needsMs > deadlineAt - world.clock.monotonic()) return { result, attempts }
    const failed = { cause: id, failure: result.failure, waitedMs }
    attempts.push(failed)
    onWait(failed, n)
    await Promise.race([world.clock.sleep(waitedMs), ...(over ? [over.come] : [])])
    if (isOver()) return { result, attempts }
  }
}

/** Full jitter over an exponential ceiling, never less than the peer's Retry-After (RFC 9110, section 10.2.3), in ms. */
function waitBefore(n: number, policy: Policy, failure: Failure, world: World): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (n - 1))
  const jittered = policy.leastMs + world.random() * ceiling
  return Math.min(LONGEST_WAIT_MS, Math.max(jittered, askedMs(failure)))
}

function askedMs(failure: Failure): number {
  const asks = failure.kind === 'aws' || failure.kind === 'http'
  return asks ? (failure.retryAfterSeconds ?? 0) * 1000 : 0
}
