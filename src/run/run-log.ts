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

/** What the log of a run has in common with those of its parts. */
interface Course {
  readonly startedAt: number
  readonly spans: { task: Task; start: number; end?: number }[]
  /** The report is drawn. */
  closed: boolean
  /** How the last attempt of each part failed, the latest at the end. */
  readonly failing: Map<RunLog, FailedAttempt>
  waits: number
  toldWaitAt: number
}

export class RunLog {
  readonly #clock: World['clock']
  readonly #runner: World['runner']
  /** That of the whole run, for the log of a part. */
  readonly #trunk: RunLog | undefined
  readonly #course: Course
  #own: Partial<Known>

  constructor({ clock, runner }: Pick<World, 'clock' | 'runner'>, from: RunContext | RunLog) {
    this.#clock = clock
    this.#runner = runner
    if (from instanceof RunLog) {
      this.#trunk = from
      this.#course = from.#course
      this.#own = {}
    } else {
      const startedAt = clock.monotonic()
      this.#course = {
        startedAt,
        spans: [],
        closed: false,
        failing: new Map(),
        waits: 0,
        toldWaitAt: 0,
      }
      this.#own = { run: from, signature: 'not-checked', clocks: [], now: clock.now() }
    }
  }

  /** The log of a part of this run, which knows all that this one does; what it learns is its own. */
  branch(): RunLog {
    return new RunLog({ clock: this.#clock, runner: this.#runner }, this)
  }

  get known(): Known {
    return (this.#trunk ? { ...this.#trunk.known, ...this.#own } : this.#own) as Known
  }

  /** The report is drawn. */
  get closed(): boolean {
    return this.#course.closed
  }

  /** Adds to what is known; later facts of the same name replace earlier ones. */
  learn(facts: Partial<Known>): void {
    // The time is everybody's.
    this.#trunk?.learn({})
    const now = this.#trunk ? {} : { now: this.#clock.now() }
    this.#own = { ...this.#own, ...facts, ...now }
  }

  /** A `Date` header against the local clock. The header has whole seconds, so half a second is added. */
  hear(peer: Peer, date: string | undefined, receivedAt: number): void {
    const trunk = this.#trunk ?? this
    const said = Date.parse(date ?? '')
    if (Number.isNaN(said)) return
    const sample: ClockSample = { peer, skewSeconds: Math.round((said + 500 - receivedAt) / 1000) }
    trunk.learn({ clocks: [...trunk.known.clocks, sample] })
  }

  /** Runs `work` and notes when it began and ended; a throw is noted as an end, and thrown on. */
  async span<T>(task: Task, work: () => Promise<T>): Promise<T> {
    const span: Course['spans'][number] = { task, start: this.#elapsed() }
    this.#course.spans.push(span)
    try {
      return await work()
    } finally {
      span.end = this.#elapsed()
    }
  }

  /** How an attempt failed, for a deadline that comes before the next one has ended; nothing, once one has not failed. */
  failing(last?: FailedAttempt): void {
    const { failing } = this.#course
    failing.delete(this)
    if (last) failing.set(this, { cause: last.cause, failure: last.failure })
  }

  /** The deadline came first: what it met. */
  runOut(seconds: number): FailureOf<'deadline'> {
    const last = [...this.#course.failing.values()].at(-1)
    const running = this.running()
    this.#course.closed = true
    return { kind: 'deadline', seconds, running, ...(last ? { last } : {}) }
  }

  /** A line for the log, unless the deadline has come: what comes in after that is too late to be told. */
  say(line: string): void {
    if (!this.closed) this.#runner.info(line)
  }

  /** A wait, told as it begins: the first three, then one a minute, since a herd of retries says the same. */
  sayWait(line: string): void {
    const now = this.#clock.monotonic()
    const course = this.#course
    course.waits++
    if (course.waits > TOLD_WAITS && now - course.toldWaitAt < BETWEEN_WAITS_MS) return
    course.toldWaitAt = now
    this.say(line)
  }

  /** What is under way now. */
  running(): Task[] {
    return this.#course.spans.filter(({ end }) => end === undefined).map(({ task }) => task)
  }

  /** In ms since the start of the run; what is still under way ends now. */
  timeline(): Span[] {
    const now = this.#elapsed()
    return this.#course.spans.map(({ task, start, end }) => ({
      task,
      start_ms: start,
      end_ms: end ?? now,
    }))
  }

  #elapsed(): number {
    return Math.round(this.#clock.monotonic() - this.#course.startedAt)
  }
}
