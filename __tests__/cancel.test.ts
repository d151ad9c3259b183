// The built action, cancelled while it waits: for the token, the issuer, STS, a lock or another renewal. Whatever it waits for, nothing is half done.
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Faults } from '../sandbox/faults.js'
import type { Street } from '../sandbox/street.js'
import {
  ageLocks,
  awsFolder,
  type Begun,
  begin,
  expectCleared,
  expectNextRun,
  expectWhole,
  locksOf,
  newJob,
  postOf,
  renewing,
  SIGNALS,
  tempFolder,
  until,
} from './cancelled.js'
import { street } from './sandbox/support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

/** How many of the runners' requests the street holds, by the end of their path. */
const held = (peer: string, end: string): number =>
  on
    .log()
    .filter((one) => one.peer === peer && one.from === 'runner' && one.path.endsWith(end))
    .filter(({ status }) => status === null).length

async function cancel(all: readonly Begun[]): Promise<void> {
  SIGNALS.forEach((signal, at) => {
    all[at]?.child.kill(signal)
  })
  // None of them goes on to an end of its own.
  expect(await Promise.all(all.map(({ ended }) => ended))).toEqual(SIGNALS)
}

const HOLD = { hang: true }
const FINE = { hang: false }
const STAGES: readonly (readonly [what: string, faults: Faults, peer: string, path: string])[] = [
  ['the token', { token: HOLD }, 'token', '/token'],
  ['discovery', { discovery: HOLD }, 'issuer', '/openid-configuration'],
  ['the keys', { jwks: HOLD }, 'issuer', '/jwks'],
  ['STS', { sts: HOLD }, 'sts', '/'],
  ['discovery, signed in', { discovery: HOLD, stsFetch: FINE }, 'issuer', '/openid-configuration'],
]

describe('while it waits for', () => {
  test.each(STAGES)('%s: nothing is written', async (what, faults, peer, path) => {
    await on.setFaults(faults)
    const all = SIGNALS.map(() => begin('main', newJob(on)))
    await until(() => held(peer, path) >= all.length)
    if (what.endsWith('signed in'))
      await until(() => all.every(({ stdout }) => /^::add-mask::ASIA/m.test(stdout())))
    await cancel(all)
    const isClear = async ({ environment }: Begun): Promise<void> => {
      for (const name of ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'])
        expect(readFileSync(environment[name] ?? '', 'utf8')).toBe('')
      expect(readdirSync(tempFolder(environment))).toEqual([])
      expectCleared(environment)
      expect(await postOf(environment)).toMatchObject({ exit: 0, stdout: '', stderr: '' })
      expectCleared(environment)
    }
    await Promise.all(all.map(isClear))
  })
})

/** Holds the lock of the credentials file as a process that is at work, and gives the name of the file. */
function holdLock(folder: string, name: string): string {
  const lock = join(folder, `${name}.lock`)
  writeFileSync(lock, 'theirs')
  const later = Date.now() / 1000 + 3600
  utimesSync(lock, later, later)
  return lock
}

describe('while it waits for the lock of another process', () => {
  test('it ends at once, and lets go of what it holds; what was noted is removed', async () => {
    const all = SIGNALS.map(() => begin('main', newJob(on)))
    const locks = all.map(({ environment }) => holdLock(awsFolder(environment), 'credentials'))
    // Locks are taken in the order of the paths: the first is its own.
    await until(() => all.every(({ environment }) => locksOf(environment).length === 2))
    await cancel(all)
    const [, , killed] = all
    for (const [at, one] of all.entries()) {
      const { environment } = one
      const left = one === killed ? ['config.lock'] : []
      expect(locksOf(environment)).toEqual([...left, 'credentials.lock'])
      expect(readdirSync(tempFolder(environment)).some((name) => /session/.test(name))).toBe(true)
      expectWhole(environment)
      expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
      rmSync(locks[at] ?? '')
      expectCleared(environment, { locks: one === killed })
    }
  })
})

describe('after SIGKILL, with nobody to take the locks away', () => {
  test('next run and post step wait until they are stale, and go on', async () => {
    const main = begin('main', newJob(on))
    const lock = holdLock(awsFolder(main.environment), 'credentials')
    await until(() => locksOf(main.environment).length === 2)
    main.child.kill('SIGKILL')
    await main.ended
    rmSync(lock)
    // The session is gone before anything has to be waited for.
    expect(await postOf(main.environment)).toMatchObject({ exit: 0, stderr: '' })
    expectCleared(main.environment, { locks: true })

    // As it would have left them in the middle of the change, with copies that are as new.
    const { environment, ended } = begin('main', newJob(on))
    await ended
    await Promise.all([
      expectNextRun(on, main.environment),
      (async () => {
        for (const name of ['config', 'credentials']) {
          writeFileSync(join(awsFolder(environment), `${name}.lock`), 'gone')
          const copy = `${name}.0f8fad5b-d9cb-469f-a165-70867728950e.tmp`
          writeFileSync(join(awsFolder(environment), copy), 'aws_session_token = IQoJb3JpZ2lu')
        }
        expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
        expectCleared(environment)
      })(),
    ])
  }, 60_000)
})

describe('a renewal', () => {
  test.each([
    ['the token', { token: HOLD }, 'token', '/token'],
    ['STS', { sts: HOLD }, 'sts', '/'],
  ] as const)(
    'that waits for %s hands out nothing, and keeps no other from working',
    async (_what, faults, peer, path) => {
      const jobs = await Promise.all(SIGNALS.map(() => renewing(on)))
      await on.setFaults(faults)
      const all = jobs.map(({ environment, state }) => begin('renew', environment, [state]))
      await until(() => held(peer, path) >= all.length)
      const before = jobs.map(({ cache }) => readFileSync(cache, 'utf8'))
      await cancel(all)
      await on.setFaults({})
      expect(all.map(({ stdout }) => stdout())).toEqual(['', '', ''])
      expect(jobs.map(({ cache }) => readFileSync(cache, 'utf8'))).toEqual(before)
      expect(jobs.map(({ cache }) => existsSync(`${cache}.lock`))).toEqual([false, false, true])
      const goesOn = async ({ environment, state }: (typeof jobs)[number]): Promise<void> => {
        ageLocks(environment)
        const again = begin('renew', environment, [state])
        expect(await again.ended).toBe(0)
        expect(JSON.parse(again.stdout())).toHaveProperty('SessionToken')
        expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
        expectCleared(environment)
      }
      await Promise.all(jobs.map(goesOn))
    },
  )
})
