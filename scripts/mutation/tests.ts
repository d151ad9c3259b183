// What Jest gives a file of tests, as far as the tests of pure code use it: they are collected, and then run one by one.
import { expect } from 'expect'
import { configureGlobal } from 'fast-check'

type Run = (...values: never[]) => unknown

export interface Collected {
  run(): Promise<void>
}

interface Hooks {
  before: Run[]
  after: Run[]
}

let collected: Collected[] = []
let around: readonly Hooks[] = []

/** The tests of the file that `load` loads. */
export function collect(load: () => unknown): readonly Collected[] {
  collected = []
  around = [{ before: [], after: [] }]
  load()
  return collected
}

// The same random cases for each mutant; and one that fails need not be made small.
configureGlobal({ seed: 1, endOnFailure: true })

function test(_name: string, run: Run): void {
  const hooks = around
  collected.push({
    async run() {
      for (const { before } of hooks) for (const hook of before) await hook()
      try {
        await run()
      } finally {
        for (const { after } of hooks) for (const hook of after) await hook()
      }
    },
  })
}

function describe(_name: string, body: Run): void {
  const outer = around
  around = [...outer, { before: [], after: [] }]
  body()
  around = outer
}

type Define = (name: string, run: Run) => void

const eachOf = (define: Define) => (rows: readonly unknown[]) => (name: string, run: Run) => {
  if (rows.length === 0) throw new Error('A table of tests is empty')
  // As Jest: a table is one of rows, or of single values, some of which may be lists.
  const spread = rows.every((row) => Array.isArray(row))
  for (const row of rows) define(name, () => run(...((spread ? row : [row]) as never[])))
}

export const JEST_GLOBALS = {
  expect,
  test: Object.assign(test, { each: eachOf(test) }),
  describe: Object.assign(describe, { each: eachOf(describe) }),
  beforeEach: (hook: Run) => around.at(-1)?.before.push(hook),
  afterEach: (hook: Run) => around.at(-1)?.after.push(hook),
}
