// How many mutants of some sources the tests of their room notice: `npm run mutation -- src/run`, or one file of it; tests may be named too.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutate, ROOT } from './mutation/instrument.js'
import { type Outcome, Pool } from './mutation/pool.js'
import type { Hits, Tried } from './mutation/worker.js'

/** What must be noticed, in percent. */
const FLOOR = 90
/** How much each mutant is worth: where only tests beyond that would notice it, it counts as unnoticed. */
const WORTH_MS = 3_000

/** A file that waits for a promise while it loads cannot be part of a script: its tests are left out too. */
const AWAITS = /^(?:(?:const|let) .*= )?await /m

/** One in so many mutants is tried, for a look at a large room. */
const EVERY = Number(process.env.MUTATION_EVERY) || 1

/** Thousands of random policies, and texts of a megabyte: they cost more than all others, and find what those should. */
const COSTLY = /\/(agreement|heavy|least-change)\.test\.ts$/

/** The path itself, if it is a file. */
function below(path: string, end: string): string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(path, name))
    .sort()
}

interface Measured {
  tests: readonly Tried[]
  /** Who loads what, by the file of tests: the mutants reached before any test runs. */
  loading: ReadonlyMap<string, Hits>
}

async function measure(pool: Pool, files: readonly string[]): Promise<Measured> {
  const tests: Tried[] = []
  const loading = new Map<string, Hits>()
  await Promise.all(
    files.map(async (file) => {
      const outcome = await pool.do({ kind: 'measure', file }, 600_000)
      if (outcome.kind !== 'measured') throw new Error(`${file}: ${outcome.kind}`)
      loading.set(file, outcome.loading)
      tests.push(...outcome.tests)
    }),
  )
  const failed = tests.filter((test) => test.failed)
  for (const { file, index } of failed) console.error(`fails as it is: ${file}, test ${index}`)
  if (failed.length > 0) process.exit(1)
  return { tests, loading }
}

/** What may notice a mutant, the tests of its own file first, then the quick ones. */
function witnesses(mutant: Mutant, mutants: readonly Mutant[], { tests, loading }: Measured) {
  const own = mutant.file.replace(/^src\//, '__tests__/').replace(/\.ts$/, '.test.ts')
  const near = mutants.filter(({ file }) => file === mutant.file).map(({ id }) => id)
  // What is reached while a module loads is reached for all: asked are those that reach anything of that file.
  const static_ = [...loading].filter(([, hits]) => mutant.id in hits).map(([file]) => file)
  const reach = ({ hits, file }: Tried): boolean =>
    mutant.id in hits || (static_.includes(file) && (file === own || near.some((id) => id in hits)))
  const found = tests.filter(reach)
  const asked = found.length > 0 ? found : tests.filter(({ file }) => static_.includes(file))
  const isOwn = (test: Tried): number => Number(test.file === own)
  let spent = 0
  return asked
    .sort((one, other) => isOwn(other) - isOwn(one) || one.ms - other.ms)
    .filter(({ ms }) => {
      spent += ms
      return spent <= WORTH_MS
    })
}

type State = 'killed' | 'survived' | 'uncovered' | 'hung'

async function judge(pool: Pool, mutant: Mutant, asked: readonly Tried[]): Promise<State> {
  if (asked.length === 0) return 'uncovered'
  const hits = asked.reduce((sum, test) => sum + (test.hits[mutant.id] ?? 0), 0)
  const limitMs = 60_000 + 30 * asked.reduce((sum, { ms }) => sum + ms, 0)
  const tests = asked.map(({ file, index }): [string, number] => [file, index])
  const task = { kind: 'try', mutant: mutant.id, hitLimit: 1_000 + 100 * hits, tests } as const
  const outcome: Outcome = await pool.do(task, limitMs)
  if (outcome.kind === 'tried') return outcome.killed ? 'killed' : 'survived'
  return 'hung'
}

function show({ file, line, mutator, before, after }: Mutant, state: State): void {
  if (state === 'killed' || state === 'hung') return
  console.log(`${file}:${line} ${mutator}, ${state}\n- ${before}\n+ ${after}\n`)
}

function sum(name: string, states: readonly State[]): number {
  const noticed = states.filter((state) => state === 'killed' || state === 'hung').length
  const score = (100 * noticed) / states.length
  console.log(`${score.toFixed(1).padStart(5)} %  ${name}: ${noticed} of ${states.length}`)
  return score
}

async function main(given: readonly string[]): Promise<void> {
  const paths = given.filter((path) => path.startsWith('src'))
  const sources = paths.flatMap((path) => below(path, '.ts'))
  const rooms = sources.map((path) => `__tests__/${path.split('/')[1]}`)
  const chosen = given.filter((path) => path.startsWith('__tests__'))
  const files = [...new Set(chosen.length > 0 ? chosen : rooms)]
    .flatMap((folder) => below(folder, '.test.ts'))
    .filter((file) => !COSTLY.test(file))
    .filter((file) => !AWAITS.test(readFileSync(join(ROOT, file), 'utf8')))
  const { mutants, script } = await mutate(sources, files)
  const scratch = mkdtempSync(join(tmpdir(), 'mutation-'))
  const bundled = join(scratch, 'bundle.cjs')
  writeFileSync(bundled, script)
  const pool = new Pool(bundled, Number(process.env.MUTATION_WORKERS) || availableParallelism())
  try {
    const measured = await measure(pool, files)
    const tried = mutants.filter((_mutant, at) => at % EVERY === 0)
    console.log(`${tried.length} of ${mutants.length} mutants, ${measured.tests.length} tests\n`)
    const states = await Promise.all(
      tried.map(async (mutant) => {
        const state = await judge(pool, mutant, witnesses(mutant, mutants, measured))
        show(mutant, state)
        return state
      }),
    )
    for (const name of sources) {
      const of = states.filter((_, n) => tried[n]?.file === name)
      if (of.length > 0) sum(name, of)
    }
    if (sum(paths.join(' '), states) < FLOOR) process.exitCode = 1
  } finally {
    pool.end()
    rmSync(scratch, { recursive: true })
  }
}

await main(process.argv.slice(2))
