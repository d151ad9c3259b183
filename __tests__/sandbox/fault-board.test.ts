// Which request meets a fault: the first ones, or those past a rate.
import { expect, test } from '@jest/globals'
import { FaultBoard, Rate } from '../../sandbox/fault-board.js'

test('a fault with `times`: only the first ones meet it', () => {
  const board = new FaultBoard({ sts: { status: 500, times: 2 } })
  expect([1, 2, 3].map(() => board.take('sts')?.status)).toEqual([500, 500, undefined])
})

test('a fault with `past`: only what comes past the rate meets it, each name by its own', () => {
  const board = new FaultBoard({ sts: { status: 429, past: 2 }, token: { status: 429, past: 1 } })
  expect([1, 2, 3].map(() => board.take('sts')?.status)).toEqual([undefined, undefined, 429])
  expect([1, 2].map(() => board.take('token')?.status)).toEqual([undefined, 429])
})

test('a rate: so many at once, then as many a second, and never more at once', () => {
  const rate = new Rate(2)
  const taken = [0, 0, 0, 499, 500, 500, 60_000, 60_000, 60_000].map((now) => rate.takes(now))
  expect(taken).toEqual([true, true, false, false, true, false, true, true, false])
})
