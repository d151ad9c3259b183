// The built action and its post step, ended at moments all over their runs: after the post step nothing is half, and nothing of ours is left.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readVariables } from '../sandbox/play.js'
import type { Street } from '../sandbox/street.js'
import {
  ALL,
  ageLocks,
  type Begun,
  begin,
  type Environment,
  expectCleared,
  expectNextRun,
  expectWhole,
  locksOf,
  newJob,
  postOf,
  renewing,
  SIGNALS,
  type Signal,
  until,
  variablesOf,
} from './cancelled.js'
import { street } from './sandbox/support.js'

/** How far apart the moments are, in ms, for who wants them all: CANCEL_EVERY_MS=5. Without it, some, spread over the run. */
const EVERY_MS = Number(process.env['CANCEL_EVERY_MS'] ?? 0)

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const { INPUT_RENEW: _renew, ...HOLDING } = ALL
const PROFILE_ALONE = {
  ...HOLDING,
  'INPUT_OUTPUT-ENV-CREDENTIALS': 'false',
  'INPUT_OUTPUT-CREDENTIALS': 'true',
}
const VARIABLES_ALONE = {
  'INPUT_UNSET-CURRENT-CREDENTIALS': 'true',
  AWS_ACCESS_KEY_ID: 'AKIABEFORE',
  AWS_SECRET_ACCESS_KEY: 'secret-before',
  AWS_REGION: 'us-east-2',
}
const RUNS: readonly (readonly [what: string, variables: Environment])[] = [
  ['a profile that renews, in place of another', ALL],
  ['a profile that holds the session', HOLDING],
  ['a profile and outputs, no variables', PROFILE_ALONE],
  ['variables, in place of others', VARIABLES_ALONE],
]

interface Moment {
  signal: Signal
  /** In ms. */
  after: number
}

/** Over a run that takes so long; where all are not asked for, each at another part of it than the others. */
function momentsIn(wholeMs: number, everyMs = EVERY_MS): Moment[] {
  if (everyMs > 0)
    return SIGNALS.flatMap((signal) =>
      Array.from({ length: Math.ceil(wholeMs / everyMs) }, (_, n) => ({
        signal,
        after: n * everyMs,
      })),
    )
  // As far from each other as three can be.
  return SIGNALS.map((signal, n) => ({ signal, after: ((n * 0.618 + 0.3) % 1) * wholeMs }))
}

/** Two at a time. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all([worker(), worker()])
}

async function endAfter(run: Begun, { signal, after }: Moment): Promise<void> {
  await sleep(after)
  run.child.kill(signal)
  expect([signal, 0]).toContain(await run.ended)
}

/** What the runner and the next job find, whatever ended the step and when. */
async function expectPutRight(environment: Environment, signal: Signal): Promise<void> {
  expectWhole(environment)
  // A signal that can be listened for leaves no lock.
  if (signal !== 'SIGKILL') expect(locksOf(environment)).toEqual([])
  ageLocks(environment)
  expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
  expectCleared(environment, { locks: signal === 'SIGKILL' })
  const { AWS_ACCESS_KEY_ID = '' } = variablesOf(environment)
  expect(['', environment['AWS_ACCESS_KEY_ID'] ?? '']).toContain(AWS_ACCESS_KEY_ID)
  if (locksOf(environment).length > 0) await expectNextRun(on, environment)
}

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

test.each(RUNS)(
  '%s: at moments of the whole run',
  async (_what, variables) => {
    const whole = await msOf(() => begin('main', newJob(on, variables)).ended)
    await each(momentsIn(whole), async (moment) => {
      const run = begin('main', newJob(on, variables))
      await endAfter(run, moment)
      await expectPutRight(run.environment, moment.signal)
    })
  },
  EVERY_MS > 0 ? 3_600_000 : 120_000,
)

/** From the session on it is milliseconds until all is written. */
test.each(RUNS)(
  '%s: at moments after it has signed in',
  async (_what, variables) => {
    await each(momentsIn(30, EVERY_MS / 10), async (moment) => {
      const run = begin('main', newJob(on, variables))
      await until(() => /^::add-mask::ASIA/m.test(run.stdout()))
      await endAfter(run, moment)
      await expectPutRight(run.environment, moment.signal)
    })
  },
  EVERY_MS > 0 ? 3_600_000 : 120_000,
)

/** The environment that the runner gives to the post step. */
function ofPost(environment: Environment): Environment {
  const state = readVariables(readFileSync(environment['GITHUB_STATE'] ?? '', 'utf8'))
  const handed = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  return { ...environment, ...variablesOf(environment), ...Object.fromEntries(handed) }
}

test.each(RUNS.slice(0, 2))(
  '%s: the post step ended leaves whole files, and another puts all right',
  async (_what, variables) => {
    const done = newJob(on, variables)
    expect(await begin('main', done).ended).toBe(0)
    const whole = await msOf(() => begin('post', ofPost(done)).ended)
    await each(momentsIn(whole), async (moment) => {
      const environment = newJob(on, variables)
      expect(await begin('main', environment).ended).toBe(0)
      await endAfter(begin('post', ofPost(environment)), moment)
      expectWhole(environment, { post: true })
      if (moment.signal !== 'SIGKILL') expect(locksOf(environment)).toEqual([])
      ageLocks(environment)
      expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
      expectCleared(environment)
    })
  },
  EVERY_MS > 0 ? 3_600_000 : 120_000,
)

test(
  'a renewal, at moments of its run',
  async () => {
    const { environment: first, state: of } = await renewing(on)
    const whole = await msOf(() => begin('renew', first, [of]).ended)
    await each(momentsIn(whole), async (moment) => {
      const { environment, state, cache } = await renewing(on)
      const run = begin('renew', environment, [state])
      await endAfter(run, moment)
      // All of the protocol's answer or nothing, and a session in the cache, of before or the new one.
      if (run.stdout() !== '') expect(JSON.parse(run.stdout())).toHaveProperty('SessionToken')
      expect(JSON.parse(readFileSync(cache, 'utf8'))).toHaveProperty('SessionToken')
      await expectPutRight(environment, moment.signal)
      expectCleared(environment)
    })
  },
  EVERY_MS > 0 ? 3_600_000 : 120_000,
)
