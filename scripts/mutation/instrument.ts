// Sources with every mutant in them behind a switch (StrykerJS's instrumenter), bundled with their tests into one script.
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createInstrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter'
import { build, type Plugin } from 'esbuild'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** One change of the sources, as a report shows it. */
export interface Mutant {
  id: string
  file: string
  /** From 1. */
  line: number
  mutator: string
  before: string
  after: string
}

interface Mutated {
  mutants: Mutant[]
  /** An expression: the files of tests, each by its path, as a function that loads it. */
  script: string
}

/** It warns of one regular expression that it cannot change, at length. */
const QUIET = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} }

/** Most strings are names of a union, which the compiler checks, or words of a report: asked only if they are wanted. */
const OPTIONS: InstrumenterOptions = {
  excludedMutations: process.env.MUTATION_STRINGS ? [] : ['StringLiteral'],
  ignorers: [],
  plugins: null,
}

export async function mutate(sources: readonly string[], tests: readonly string[]) {
  const files = await Promise.all(
    sources.map(async (name) => ({
      name,
      mutate: true,
      content: await readFile(resolve(ROOT, name), 'utf8'),
    })),
  )
  const instrumented = await instrumenter().instrument(files, OPTIONS)
  const texts = new Map(files.map(({ name, content }) => [name, content.split('\n')]))
  const active = instrumented.mutants.filter(({ status }) => status !== 'Ignored')
  const mutants = active.map(
    ({ id, fileName, mutatorName, replacement, location }): Mutant => ({
      id,
      file: fileName,
      line: location.start.line + 1,
      mutator: mutatorName,
      before: cut(texts.get(fileName) ?? [], location),
      after: replacement,
    }),
  )
  const changed = new Map(instrumented.files.map(({ name, content }) => [name, content]))
  return { mutants, script: await bundle(changed, tests) } satisfies Mutated
}

/** Its own factory gets these by an injector; what it makes of them is this. */
function instrumenter(): ReturnType<typeof createInstrumenter> {
  const provided: Record<string, unknown> = { logger: QUIET }
  const injector = {
    provideValue(token: string, value: unknown) {
      provided[token] = value
      return injector
    },
    injectClass(made: { new (...values: unknown[]): unknown; inject: readonly string[] }) {
      return new made(...made.inject.map((token) => provided[token]))
    },
  }
  return createInstrumenter(injector as never)
}

interface Place {
  line: number
  column: number
}

function cut(lines: readonly string[], { start, end }: { start: Place; end: Place }): string {
  const of = lines.slice(start.line, end.line + 1)
  const last = of.length - 1
  return of
    .map((line, n) => line.slice(n === 0 ? start.column : 0, n === last ? end.column : undefined))
    .join('\n')
}

async function bundle(
  changed: ReadonlyMap<string, string>,
  tests: readonly string[],
): Promise<string> {
  const loaders = tests.map((file) => `${JSON.stringify(file)}: () => require('./${file}')`)
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = { ${loaders.join(', ')} }`, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    packages: 'external',
    logLevel: 'error',
    plugins: [mutated(changed)],
  })
  return `(function (require, module) {${outputFiles[0]?.text}\n})`
}

const mutated = (changed: ReadonlyMap<string, string>): Plugin => ({
  name: 'mutated',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = changed.get(relative(ROOT, path)) ?? (await readFile(path, 'utf8'))
      const url = JSON.stringify(pathToFileURL(path).href)
      return { contents: text.replaceAll('import.meta.url', url), loader: 'ts' }
    })
  },
})
