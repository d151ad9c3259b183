// Time and chance as they are: a sleep takes its time, unless the world is stopped.
import { expect, test } from '@jest/globals'
import { makeClock, random } from '../../src/edge/clock.js'
import { oneRealm } from './servers.js'

oneRealm()

test('a sleep takes its time', async () => {
  const clock = makeClock(new AbortController().signal)
  const from = clock.monotonic()
  await clock.sleep(30)
  expect(clock.monotonic() - from).toBeGreaterThanOrEqual(29)
})

test('a sleep ends at once, without a throw, when the world is stopped: before it, or while it lasts', async () => {
  const stop = new AbortController()
  const clock = makeClock(stop.signal)
  const sleeping = clock.sleep(60_000)
  stop.abort()
  expect(await sleeping).toBeUndefined()
  expect(await clock.sleep(60_000)).toBeUndefined()
})

test('now is the wall clock, and random is in its range', () => {
  const { now } = makeClock(new AbortController().signal)
  const before = Date.now()
  const seen = now()
  expect(seen).toBeGreaterThanOrEqual(before)
  expect(seen).toBeLessThanOrEqual(Date.now())
  for (let n = 0; n < 100; n++) {
    const thrown = random()
    expect(thrown >= 0 && thrown < 1).toBe(true)
  }
})
