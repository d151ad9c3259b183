// A lane: so many calls at a time, slower once STS throttles, and one patience for all that go by it.
import { describe, expect, test } from '@jest/globals'
import { VirtualClock } from '../../benchmarks/virtual-clock.js'
import { Rate } from '../../sandbox/fault-board.js'
import { Lane, WIDTH } from '../../src/run/lane.js'

const ANSWER_MS = 50

/** `roles` sign in by one lane, at an STS that takes so many calls a second; refused ones come back after a while. */
async function signIns(roles: number, perSecond: number) {
  const clock = new VirtualClock()
  const lane = new Lane({
    now: () => clock.now(),
    monotonic: () => clock.now(),
    sleep: (ms) => clock.sleep(ms),
  })
  const rate = new Rate(perSecond)
  const seen = { calls: 0, open: 0, most: 0, done: 0, lastAt: 0 }
  const call = async (): Promise<boolean> => {
    seen.calls++
    seen.most = Math.max(seen.most, ++seen.open)
    const isTaken = rate.takes(clock.now())
    await clock.sleep(ANSWER_MS)
    seen.open--
    return isTaken
  }
  const signIn = async (number: number): Promise<void> => {
    for (let n = 0; ; n++) {
      const { value, beganAt } = await lane.pass(call)
      if (value) lane.taken()
      else lane.throttled(beganAt)
      if (value) break
      // As the retry of a throttled call has it, with dice that differ.
      await clock.sleep((((number * 37) % 100) / 100) * Math.min(30_000, 2000 * 2 ** n))
    }
    seen.done++
    seen.lastAt = clock.now()
  }
  const all = Promise.all(Array.from({ length: roles }, (_one, number) => signIn(number)))
  await clock.run()
  await all
  return seen
}

test('no more calls at a time than the lane is wide, and all of them at once if STS takes them', async () => {
  expect(await signIns(40, 1000)).toEqual({
    calls: 40,
    open: 0,
    most: WIDTH,
    done: 40,
    lastAt: 5 * ANSWER_MS,
  })
})

test.each([
  [40, 5],
  [40, 1],
  [100, 20],
  [256, 5],
])(
  '%i roles at an STS that takes %i a second all sign in, with few calls',
  async (roles, perSecond) => {
    const { done, calls } = await signIns(roles, perSecond)
    expect(done).toBe(roles)
    expect(calls / roles).toBeLessThan(2)
  },
)

describe('patience', () => {
  const clock = {
    time: 0,
    now: () => clock.time,
    monotonic: () => clock.time,
    sleep: async () => undefined,
  }

  test('counts from the first call that failed so, with none in between that was taken', () => {
    const lane = new Lane(clock)
    clock.time = 10
    expect(lane.since('transient', 10)).toBe(10)
    clock.time = 20
    expect(lane.since('transient', 20)).toBe(10)
    expect(lane.since('throttled', 20)).toBe(20)
    lane.taken()
    expect(lane.since('transient', 30)).toBe(30)
  })

  test('counts from the beginning for all retries together', () => {
    clock.time = 5
    const lane = new Lane(clock)
    clock.time = 50
    expect(lane.startedAt).toBe(5)
  })
})

test('calls that were under way when STS throttled say it once', async () => {
  const clock = new VirtualClock()
  const lane = new Lane({
    now: () => clock.now(),
    monotonic: () => clock.now(),
    sleep: (ms) => clock.sleep(ms),
  })
  const began: number[] = []
  const pass = async (): Promise<void> => {
    const { beganAt } = await lane.pass(async () => undefined)
    began.push(beganAt)
  }
  const all = (async () => {
    await clock.sleep(1)
    for (let n = 0; n < 5; n++) lane.throttled(n === 0 ? 1 : 0)
    for (let n = 0; n < 3; n++) await pass()
  })()
  await clock.run()
  await all
  expect(began).toEqual([1, 251, 501])
})

test('a call that throws gives its place free', async () => {
  const lane = new Lane({ now: () => 0, monotonic: () => 0, sleep: async () => undefined })
  const failing = (): Promise<never> => Promise.reject(new Error('lost'))
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => lane.pass(failing)))
  expect(all.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await lane.pass(async () => 'free')).toMatchObject({ value: 'free' })
})
