// The log of a run: what is known so far, and what the time went to. Steps write in it; the report is read from it.
import type {
  ClockSample,
  FailedAttempt,
  FailureOf,
  Known,
  Peer,
  RunContext,
  Span,
  Task,
} from '../model.js'
import type { World } from '../world.js'

const TOLD_WAITS = 3
const BETWEEN_WAITS_MS = 60_000

export class RunLog {
  known: Known
  /** The report is drawn. */
  closed = false
  readonly #clock: World['clock']
  readonly #runner: World['runner']
  #last: FailedAttempt | undefined
  readonly #startedAt: number
  #waits = 0
  #toldWaitAt = 0
  readonly #spans: { task: Task; start: number; end?: number }[] = []

  constructor({ clock, runner }: Pick<World, 'clock' | 'runner'>, run: RunContext) {
    this.#clock = clock
    this.#runner = runner
    this.#startedAt = clock.monotonic()
    this.known = { run, signature: 'not-checked', clocks: [], now: clock.now() }
  }

  /** Adds to what is known; later facts of the same name replace earlier ones. */
  learn(facts: Partial<Known>): void {
    this.known = { ...this.known, ...facts, now: this.#clock.now() }
  }

  /** A `Date` header against the local clock. The header has whole seconds, so half a second is added. */
  hear(peer: Peer, date: string | undefined, receivedAt: number): void {
    const said = Date.parse(date ?? '')
    if (Number.isNaN(said)) return
    const sample: ClockSample = { peer, skewSeconds: Math.round((said + 500 - receivedAt) / 1000) }
    this.learn({ clocks: [...this.known.clocks, sample] })
  }

  /** Runs `work` and notes when it began and ended; a throw is noted as an end, and thrown on. */
  async span<T>(task: Task, work: () => Promise<T>): Promise<T> {
    const span: { task: Task; start: number; end?: number } = { task, start: this.#elapsed() }
    this.#spans.push(span)
    try {
      return await work()
    } finally {
      span.end = this.#elapsed()
    }
  }

  /** How an attempt failed, for a deadline that comes before the next one has ended; nothing, once one has not failed. */
  failing(last?: FailedAttempt): void {
    this.#last = last && { cause: last.cause, failure: last.failure }
  }

  /** The deadline came first: what it met. */
  runOut(seconds: number): FailureOf<'deadline'> {
    const last = this.#last
    const running = this.running()
    this.closed = true
    return { kind: 'deadline', seconds, running, ...(last ? { last } : {}) }
  }

  /** A line for the log, unless the deadline has come: what comes in after that is too late to be told. */
  say(line: string): void {
    if (!this.closed) this.#runner.info(line)
  }

  /** A wait, told as it begins: the first three, then one a minute, since a herd of retries says the same. */
  sayWait(line: string): void {
    const now = this.#clock.monotonic()
    this.#waits++
    if (this.#waits > TOLD_WAITS && now - this.#toldWaitAt < BETWEEN_WAITS_MS) return
    this.#toldWaitAt = now
    this.say(line)
  }

  /** What is under way now. */
  running(): Task[] {
    return this.#spans.filter(({ end }) => end === undefined).map(({ task }) => task)
  }

  /** In ms since the start of the run; what is still under way ends now. */
  timeline(): Span[] {
    const now = this.#elapsed()
    return this.#spans.map(({ task, start, end }) => ({
      task,
      start_ms: start,
      end_ms: end ?? now,
    }))
  }

  #elapsed(): number {
    return Math.round(this.#clock.monotonic() - this.#startedAt)
  }
}
