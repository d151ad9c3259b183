// The built action with forty roles, over TLS: what it asks for, what a busy STS makes of it, and that a cancelled run leaves all profiles or none.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { play, runEntry } from '../sandbox/play.js'
import type { Scenario } from '../sandbox/scenario.js'
import { nameOf } from '../sandbox/scenario.js'
import { ROLES_SCENARIOS } from '../sandbox/scenarios-roles.js'
import type { Street } from '../sandbox/street.js'
import { begin, postOf, until } from './cancelled.js'
import { street } from './sandbox/support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const GREEN = ROLES_SCENARIOS.find((one) => nameOf(one) === 'roles') as Scenario
const variables = GREEN.variables as Record<string, string>
const COUNT = 40
const asked = (peer: string): number =>
  on.log().filter((one) => one.peer === peer && one.from === 'runner').length

describe('forty roles', () => {
  test('take one token, one look at the issuer, and one call of STS each', async () => {
    const { exit, outputs } = await play(on, GREEN)
    expect({ exit, ready: outputs['ready'] }).toEqual({ exit: 0, ready: 'true' })
    expect({ token: asked('token'), issuer: asked('issuer'), sts: asked('sts') }).toEqual({
      token: 1,
      issuer: 2,
      sts: COUNT,
    })
  })

  test('all sign in at an STS that takes 5 calls a second, with at most 2.5 calls each', async () => {
    const error = { status: 400, code: 'Throttling', message: 'Rate exceeded' }
    const { exit, outputs } = await play(on, { ...GREEN, faults: { sts: { error, past: 5 } } })
    expect({ exit, ready: outputs['ready'] }).toEqual({ exit: 0, ready: 'true' })
    expect(asked('sts')).toBeLessThanOrEqual(2.5 * COUNT)
  }, 120_000)
})

describe('cancelled', () => {
  /** Profiles in the two files of a job. */
  function profilesIn(home: string): [number, number] {
    const [credentials, config] = ['credentials', 'config'].map((name) => {
      const path = join(home, '.aws', name)
      return existsSync(path) ? readFileSync(path, 'utf8') : ''
    })
    return [
      credentials?.match(/^\[team-\d+\]$/gm)?.length ?? 0,
      config?.match(/^\[profile team-\d+\]$/gm)?.length ?? 0,
    ]
  }

  async function job() {
    await on.reset()
    GREEN.setUp?.(on)
    return { ...on.environment(), ...variables } as Record<string, string>
  }

  test('while STS answers: all profiles or none', async () => {
    const environment = await job()
    const run = begin('main', environment)
    await until(() => asked('sts') > 5)
    run.child.kill('SIGTERM')
    await run.ended
    expect([
      [0, 0],
      [COUNT, COUNT],
    ]).toContainEqual(profilesIn(environment['HOME'] ?? ''))
  })

  test('at any moment: all profiles or none, and none after the post step', async () => {
    const whole = await runEntry('main', await job())
    expect(whole.exit).toBe(0)
    const moments = 8
    for (let n = 0; n < moments; n++) {
      const environment = await job()
      const run = begin('main', environment)
      // The later part of the run is the one that writes.
      await sleep(whole.ms * (0.4 + (0.7 * n) / moments))
      run.child.kill(n % 2 === 0 ? 'SIGTERM' : 'SIGINT')
      await run.ended
      const home = environment['HOME'] ?? ''
      expect([
        [0, 0],
        [COUNT, COUNT],
      ]).toContainEqual(profilesIn(home))
      expect(await postOf(environment)).toMatchObject({ exit: 0, stderr: '' })
      expect(profilesIn(home)).toEqual([0, 0])
    }
  }, 240_000)
})
