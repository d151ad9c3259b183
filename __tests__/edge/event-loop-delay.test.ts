// A process that is not let run knows for how long: measured with a time of the test's own.
import { expect, test } from '@jest/globals'
import { watchEventLoop } from '../../src/edge/event-loop-delay.js'

/** Lets the watch's timer come, as often as it is due. */
const turns = () => new Promise((next) => setTimeout(next, 60))

test('a timer that comes late counts as a stall, also one that has yet to come', async () => {
  let time = 0
  const stalls = watchEventLoop(() => time)
  expect(stalls.ms()).toBe(0)
  time += 520
  expect(stalls.ms()).toBe(500)
  await turns()
  expect(stalls.ms()).toBe(500)
  time += 29
  await turns()
  expect(stalls.ms()).toBe(500)
  time += 120
  await turns()
  stalls.end()
  expect(stalls.ms()).toBe(600)
})

test('a watch that was ended looks no more', async () => {
  let looked = 0
  const stalls = watchEventLoop(() => {
    looked++
    return 0
  })
  stalls.end()
  const before = looked
  await turns()
  expect(looked).toBe(before)
})
