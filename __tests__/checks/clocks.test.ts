import { expect, test } from '@jest/globals'
import { clocks, medianSkew } from '../../src/checks/clocks.js'
import { knownWith } from '../known.js'

const samples = (...skews: number[]) =>
  skews.map((skewSeconds) => ({ peer: 'sts' as const, skewSeconds }))

test.each([
  [[], undefined],
  [[7], 7],
  [[-7], -7],
  [[1, 2], 2],
  [[-3, -4], -3],
  [[5, 1, 3], 3],
  [[0, 0, 86_400], 0],
  [[10, 20, 30, 40], 25],
])('the median of %j is %j', (skews, median) => {
  expect(medianSkew(samples(...skews))).toBe(median)
})

test.each([
  [[], []],
  [[59, 59], []],
  [[-59, -59], []],
  [[60, 60], [60]],
  [[-60, -61, -62], [-61]],
  [[0, 0, 720], []],
  [[3600], [3600]],
])('skews of %j: told %j', (skews, told) => {
  const known = knownWith({ clocks: samples(...skews) })
  expect(clocks.judge(known)).toEqual(
    told.map((skewSeconds) => ({ kind: 'clock', skewSeconds, samples: samples(...skews) })),
  )
})
