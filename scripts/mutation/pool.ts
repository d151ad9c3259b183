// Processes that try mutants, each with one task at a time: one that hangs or dies is replaced.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Task } from './worker.js'

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))

export type Outcome = Answer | { kind: 'hung' } | { kind: 'died' }

interface Job {
  task: Task
  limitMs: number
  settle: (outcome: Outcome) => void
}

/** A process keeps some of what each task has loaded: after so many another takes its place, before one dies that no mutant has killed. */
const MOST_TASKS = 200

export class Pool {
  readonly #script: string
  readonly #idle: ChildProcess[] = []
  readonly #waiting: Job[] = []
  readonly #done = new WeakMap<ChildProcess, number>()

  constructor(script: string, size: number) {
    this.#script = script
    for (let n = 0; n < size; n++) this.#idle.push(this.#start())
  }

  do(task: Task, limitMs: number): Promise<Outcome> {
    return new Promise((settle) => {
      this.#waiting.push({ task, limitMs, settle })
      this.#next()
    })
  }

  end(): void {
    for (const child of this.#idle) child.kill('SIGKILL')
  }

  #start(): ChildProcess {
    // Packages are loaded by tests that change the environment: a process of its own, with bounded memory.
    const execArgv = [...process.execArgv, '--max-old-space-size=1024', '--no-warnings']
    return fork(WORKER, [this.#script], { execArgv })
  }

  #next(): void {
    const job = this.#waiting[0] && this.#idle.length > 0 ? this.#waiting.shift() : undefined
    const child = job && this.#idle.pop()
    if (!job || !child) return
    const over = (outcome: Outcome): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      const done = (this.#done.get(child) ?? 0) + 1
      this.#done.set(child, done)
      if (outcome.kind === 'hung' || outcome.kind === 'died' || done >= MOST_TASKS) {
        child.kill('SIGKILL')
        this.#idle.push(this.#start())
      } else this.#idle.push(child)
      job.settle(outcome)
      this.#next()
    }
    const timer = setTimeout(() => over({ kind: 'hung' }), job.limitMs)
    child.once('message', (answer: Answer) => over(answer))
    child.once('exit', () => over({ kind: 'died' }))
    child.send(job.task)
  }
}
