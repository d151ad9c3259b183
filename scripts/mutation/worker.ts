// A process that runs tests with one mutant switched on. Every mutant gets the modules anew, so none leaves a state behind.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { constants, Script } from 'node:vm'
import { ROOT } from './instrument.js'
import { collect, JEST_GLOBALS } from './tests.js'

/** How often each mutant was reached, by its id. */
export type Hits = Readonly<Record<string, number>>

/** One test, by the file that it stands in and its place there. */
export interface Tried {
  file: string
  index: number
  /** Of the processor, whatever else runs on the machine. */
  ms: number
  failed: boolean
  hits: Hits
}

export type Task =
  | { kind: 'measure'; file: string }
  | {
      kind: 'try'
      mutant: string
      hitLimit: number
      tests: readonly [file: string, index: number][]
    }

export type Answer =
  | { kind: 'measured'; tests: readonly Tried[]; loading: Hits }
  | { kind: 'tried'; killed: boolean }

/** What the instrumented sources look at, by the name that the instrumenter gave it. */
interface Switch {
  activeMutant?: string
  hitCount?: number
  hitLimit?: number
  currentTestId?: string
  mutantCoverage?: { static: Hits; perTest: Record<string, Hits> }
}

type Loaders = Readonly<Record<string, () => unknown>>

const SWITCH: Switch = {}
Object.assign(globalThis, { __stryker__: SWITCH })

const [, , bundled = ''] = process.argv
const script = new Script(readFileSync(bundled, 'utf8'), {
  filename: bundled,
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
})
const packages = createRequire(resolve(ROOT, 'package.json'))

function freshLoaders(): Loaders {
  const module: { exports: Loaders } = { exports: {} }
  const required = (name: string): unknown =>
    name === '@jest/globals' ? JEST_GLOBALS : packages(name)
  script.runInThisContext()(required, module)
  return module.exports
}

const testsOf = (loaders: Loaders, file: string) => collect(() => loaders[file]?.())

async function measure(file: string): Promise<Answer> {
  const coverage = { static: {}, perTest: {} as Record<string, Hits> }
  Object.assign(SWITCH, { mutantCoverage: coverage, currentTestId: undefined })
  const tests: Tried[] = []
  for (const [index, { run }] of testsOf(freshLoaders(), file).entries()) {
    SWITCH.currentTestId = `test ${index}`
    const from = process.cpuUsage()
    const failed = await fails(run)
    const { user } = process.cpuUsage(from)
    const ms = user / 1_000
    tests.push({ file, index, ms, failed, hits: coverage.perTest[SWITCH.currentTestId] ?? {} })
  }
  return { kind: 'measured', tests, loading: coverage.static }
}

async function fails(run: () => Promise<void>): Promise<boolean> {
  try {
    await run()
    return false
  } catch (error) {
    if (SWITCH.activeMutant === undefined) console.error(error)
    return true
  }
}

/** If a mutant is reached far more often than the source was, its loop may never end: Stryker's switch throws then. */
async function attempt({ mutant, hitLimit, tests }: Task & { kind: 'try' }): Promise<Answer> {
  Object.assign(SWITCH, { activeMutant: mutant, hitCount: 0, hitLimit, currentTestId: 'any' })
  SWITCH.mutantCoverage = { static: {}, perTest: {} }
  const killed = await fails(async () => {
    const loaders = freshLoaders()
    const loaded = new Map<string, ReturnType<typeof collect>>()
    for (const [file, index] of tests) {
      if (!loaded.has(file)) loaded.set(file, testsOf(loaders, file))
      await loaded.get(file)?.[index]?.run()
    }
  })
  delete SWITCH.activeMutant
  return { kind: 'tried', killed }
}

process.on('message', async (task: Task) => {
  process.send?.(task.kind === 'measure' ? await measure(task.file) : await attempt(task))
})
