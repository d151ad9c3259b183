// A run: its deadline by the clock of the world, and moments of its own.
import { describe, expect, test } from '@jest/globals'
import { RUN, STANDARD } from '../../evidence/baseline.js'
import { startRun } from '../../src/run/run.js'
import { RunLog } from '../../src/run/run-log.js'
import { FakeWorld } from '../fake-world.js'

async function begun(actionTimeoutSeconds: number, afterMs = 0) {
  const world = new FakeWorld()
  await world.clock.sleep(afterMs)
  const inputs = { ...STANDARD, actionTimeoutSeconds }
  return startRun(world, inputs, new RunLog(world, RUN))
}

describe('the deadline', () => {
  test('is so many seconds after the start', async () => {
    const world = new FakeWorld()
    const from = world.clock.monotonic()
    expect((await begun(2, 500)).deadlineAt).toBe(from + 2_500)
  })

  test('of no seconds is none', async () => {
    expect(await begun(0)).not.toHaveProperty('deadlineAt')
  })
})

test('each of its moments comes by itself', async () => {
  const { answered, granted, late } = await begun(1)
  answered.pass()
  expect([answered, granted, late].map(({ passed }) => passed)).toEqual([true, false, false])
})
