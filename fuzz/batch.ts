// Batches of cases: what each target found, and how long its slowest case took.
import fc from 'fast-check'
import type { Target } from './target.js'
import type { Watch } from './watch.js'

/** Of one case, in ms of this process's own work, so that a busy machine is not blamed on the code. */
const LONGEST_MS = 5000

interface Slowest {
  ms: number
  seed: number
  text: string
}

export class Ran {
  /** What was found, by what it says: the first case of each. */
  readonly found = new Map<string, string>()
  readonly #slowest = new Map<string, Slowest>()
  readonly #cases = new Map<string, number>()
  readonly #watch: Watch

  constructor(watch: Watch) {
    this.#watch = watch
  }

  /** Ends at `until` (of `performance.now()`), wherever it is. */
  async batch(
    one: Target,
    seed: number,
    { numRuns, until }: { numRuns: number; until: number },
  ): Promise<void> {
    const played = fc.asyncProperty(one.cases, async (value) => {
      // Not by fast-check's own limit: it would leave a case under way, which has standard output.
      if (performance.now() < until) await this.#case(one, seed, value)
    })
    const done = await fc.check(played, { seed, numRuns })
    if (!done.failed) return
    const said =
      done.errorInstance instanceof Error ? done.errorInstance.stack : String(done.errorInstance)
    // Places in our files tell two of them apart, the values in a sentence do not.
    const key = `${one.name} ${(said ?? '').replaceAll(/"[^"]*"|\d+/g, '').slice(0, 200)}`
    if (this.found.has(key)) return
    const [value] = done.counterexample ?? []
    const text = `FOUND ${one.name}, --seed ${seed}, path ${done.counterexamplePath}\n${said?.split('\n').slice(0, 6).join('\n')}\n${JSON.stringify(value)}`
    this.found.set(key, text)
    console.log(text)
  }

  async #case(one: Target, seed: number, value: unknown): Promise<void> {
    this.#watch.begin(`${one.name}, --seed ${seed}`, value)
    this.#cases.set(one.name, (this.#cases.get(one.name) ?? 0) + 1)
    const from = process.cpuUsage()
    await one.check(value)
    const { user, system } = process.cpuUsage(from)
    const ms = Math.round((user + system) / 1000)
    if (ms > (this.#slowest.get(one.name)?.ms ?? -1))
      this.#slowest.set(one.name, { ms, seed, text: JSON.stringify(value) })
    if (ms > LONGEST_MS) throw new Error(`took ${ms} ms`)
  }

  lines(): string[] {
    const rows = [...this.#cases].map(([name, cases]) => {
      const { ms = 0, seed, text = '' } = this.#slowest.get(name) ?? {}
      return `| ${name} | ${cases} | ${ms} ms | seed ${seed}, ${text.length} characters |`
    })
    const head = ['| target | cases | slowest | of |', '|---|---|---|---|']
    return [...head, ...rows, `${this.found.size} found`]
  }
}
