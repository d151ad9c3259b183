import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { clocks, medianSkew } from '../../src/checks/clocks.js'
import type { Peer } from '../../src/model.js'

const samples = (...skews: number[]) =>
  skews.map((skewSeconds) => ({ peer: 'sts' as const, skewSeconds }))

test.each([
  [[], undefined],
  [[7], 7],
  [[-7], -7],
  [[1, 2], 1],
  [[-3, -4], -3],
  [[-5, 5], 5],
  [[5, 1, 3], 3],
  [[0, 0, 86_400], 0],
  [[10, 20, 30, 40], 20],
])('the median of %j is %j', (skews, median) => {
  expect(medianSkew(samples(...skews))).toBe(median)
})

test.each([
  ['a GitHub server with a wrong clock', { 'token-service': 3600, discovery: 3600, sts: 0 }, 0],
  ['a wrong clock of STS', { 'token-service': 0, discovery: 1, sts: 3600 }, 1],
  ['a wrong clock of the runner', { 'token-service': 3600, discovery: 3601, sts: 3600 }, 3600],
  [
    'STS as far from ours as the others, on the other side',
    { 'token-service': 60, discovery: 60, sts: -60 },
    60,
  ],
  ['no word of STS', { 'token-service': 3600, discovery: 3600 }, 3600],
])('%s', (_what, skews, skew) => {
  const told = Object.entries(skews).map(([peer, skewSeconds]) => ({
    peer: peer as Peer,
    skewSeconds,
  }))
  expect(medianSkew(told)).toBe(skew)
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
