// A run: its deadline by the clock of the world, and moments of its own.
import { describe, expect, test } from '@jest/globals'
import { RUN, STANDARD } from '../../evidence/baseline.js'
import { startRun } from '../../src/run/run.js'
import { RunLog } from '../../src/run/run-log.js'
import { FakeWorld, runIn } from '../fake-world.js'

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

const role = (name: string) => ({
  text: `arn:aws:iam::111122223333:role/${name}`,
  partition: 'aws',
  account: '111122223333',
  name,
})

test('each branch has its own role, profile, region and policy', () => {
  const { branches, inputs } = runIn(new FakeWorld(), {
    region: 'eu-west-1',
    roles: [
      { name: 'a', role: role('x'), region: 'eu-west-1', trustPolicy: 'a.json' },
      { name: 'b', role: role('y'), region: 'us-east-2', trustPolicy: '' },
    ],
  })
  expect(inputs.lineOfRoles).toBeUndefined()
  expect(branches.map(({ run }) => run.inputs)).toMatchObject([
    {
      roles: [],
      role: role('x'),
      awsProfile: 'a',
      region: 'eu-west-1',
      trustPolicy: 'a.json',
      lineOfRoles: { name: 'a' },
    },
    {
      roles: [],
      role: role('y'),
      awsProfile: 'b',
      region: 'us-east-2',
      trustPolicy: '',
      lineOfRoles: { name: 'b', region: 'us-east-2' },
    },
  ])
  expect(branches[0]?.run.inputs.lineOfRoles).toEqual({ name: 'a' })
})
