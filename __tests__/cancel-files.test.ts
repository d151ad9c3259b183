// The built action, ended before each of its steps on the disk: whichever was the last, nothing is half done, and the post step and the next run put it right.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Street } from '../sandbox/street.js'
import {
  ALL,
  ageLocks,
  begin,
  type Environment,
  expectCleared,
  expectNextRun,
  expectWhole,
  locksOf,
  newJob,
  postOf,
  renewing,
  type Signal,
  tempFolder,
  until,
} from './cancelled.js'
import { street } from './sandbox/support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

/**
 * Loaded ahead of the action: sends the process a signal right before the step END_AT that changes something on the disk
 * below END_BELOW.
 */
const HOOK = `
const fs = require('node:fs')
const { END_AT, END_BY, END_BELOW } = process.env
const READS = (flags) => flags === undefined || flags === 'r' || (flags & 3) === 0
const changes = {
  openSync: (path, flags) => !READS(flags),
  writeFileSync: () => true,
  appendFileSync: () => true,
  renameSync: () => true,
  rmSync: (path) => fs.existsSync(path),
}
let steps = 0
for (const [name, isChange] of Object.entries(changes)) {
  const own = fs[name]
  fs[name] = (...words) => {
    const isOurs = typeof words[0] === 'number' || String(words[0]).startsWith(END_BELOW)
    if (isOurs && isChange(...words) && ++steps === Number(END_AT)) {
      process.kill(process.pid, END_BY)
      if (END_BY === 'SIGKILL') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    }
    return own(...words)
  }
}
require('node:module').syncBuiltinESMExports()
`

let hook = ''
beforeAll(() => {
  hook = join(tempFolder(on.environment()), 'hook.cjs')
  writeFileSync(hook, HOOK)
})

const endingAt = (environment: Environment, step: number, signal: Signal): Environment => ({
  ...environment,
  NODE_OPTIONS: `--require ${hook}`,
  END_AT: String(step),
  END_BY: signal,
  END_BELOW: join(tempFolder(environment), '..'),
})

/** One after the other of the numbers from 1, two at a time, until one says that there is no such step. Returns how many there were. */
async function eachStep(isStep: (n: number) => Promise<boolean>): Promise<number> {
  let next = 1
  let last = Number.POSITIVE_INFINITY
  const worker = async (): Promise<void> => {
    for (let n = next++; n < last; n = next++) if (!(await isStep(n))) last = Math.min(last, n)
  }
  await Promise.all([worker(), worker()])
  return last - 1
}

async function expectPutRight(environment: Environment): Promise<void> {
  expectWhole(environment)
  expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
  expectCleared(environment, { locks: true })
}

const { INPUT_RENEW: _renew, ...HOLDING } = ALL

test.each<[string, Environment]>([
  ['a profile that holds the session', HOLDING],
  ['a profile that renews', ALL],
])(
  'killed: %s',
  async (_what, variables) => {
    const steps = await eachStep(async (n) => {
      const environment = newJob(on, variables)
      const ended = await begin('main', endingAt(environment, n, 'SIGKILL')).ended
      expect(['SIGKILL', 0]).toContain(ended)
      ageLocks(environment)
      await expectPutRight(environment)
      // Killed before it left a note, it is the next run that finds its locks.
      if (locksOf(environment).length > 0) await expectNextRun(on, environment)
      return ended === 'SIGKILL'
    })
    expect(steps).toBeGreaterThan(15)
  },
  120_000,
)

test('cancelled: it leaves no lock either, and ends before anything is exported', async () => {
  const steps = [1, 4, 5, 6, 7, 8, 9, 10, 12]
  const worker = async (): Promise<void> => {
    for (let n = steps.shift(); n !== undefined; n = steps.shift()) {
      const signal = n % 2 === 0 ? 'SIGINT' : 'SIGTERM'
      const environment = newJob(on)
      expect(await begin('main', endingAt(environment, n, signal)).ended).toBe(signal)
      expect(locksOf(environment)).toEqual([])
      for (const name of ['GITHUB_ENV', 'GITHUB_OUTPUT'])
        expect(readFileSync(environment[name] ?? '', 'utf8')).toBe('')
      await expectPutRight(environment)
      expectCleared(environment)
    }
  }
  await Promise.all([worker(), worker()])
}, 120_000)

test('a renewal that is killed leaves the session of before, or the new one', async () => {
  const steps = await eachStep(async (n) => {
    const { environment, state, cache } = await renewing(on)
    const ended = await begin('renew', endingAt(environment, n, 'SIGKILL'), [state]).ended
    expect(['SIGKILL', 0]).toContain(ended)
    expect(JSON.parse(readFileSync(cache, 'utf8'))).toHaveProperty('SessionToken')
    // Whatever lies beside it goes with it, however new it is.
    await expectPutRight(environment)
    expectCleared(environment)
    return ended === 'SIGKILL'
  })
  expect(steps).toBeGreaterThan(3)
})

test('killed at any other moment after it has signed in', async () => {
  const moments = Array.from({ length: 8 }, (_, n) => n * 4)
  const worker = async (): Promise<void> => {
    for (let ms = moments.shift(); ms !== undefined; ms = moments.shift()) {
      const run = begin('main', newJob(on))
      await until(() => /^::add-mask::ASIA/m.test(run.stdout()))
      await sleep(ms)
      run.child.kill('SIGKILL')
      expect(['SIGKILL', 0]).toContain(await run.ended)
      ageLocks(run.environment)
      await expectPutRight(run.environment)
    }
  }
  await Promise.all([worker(), worker()])
}, 120_000)
