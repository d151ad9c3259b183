// The header Retry-After: seconds, a date, or nothing that means anything.
import { expect, test } from '@jest/globals'
import { retryAfterSeconds } from '../../src/edge/retry-after.js'

const NOW = Date.UTC(2026, 8, 11, 10)
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toUTCString()

test.each<[string, Record<string, string>, number]>([
  ['in seconds', { 'retry-after': '7' }, 7],
  ['as a date, by our clock', { 'retry-after': at(12) }, 12],
  ["as a date, by the peer's own clock", { 'retry-after': at(12), date: at(-600) }, 612],
  ['as a date, with a Date that is none', { 'retry-after': at(12), date: 'soon' }, 12],
  ['as a date that is over', { 'retry-after': at(-12) }, 0],
  ['in words', { 'retry-after': 'soon', date: at(-600) }, 0],
  ['less than nothing', { 'retry-after': '-5' }, 0],
  ['with more digits than a number holds', { 'retry-after': '9'.repeat(400) }, 31_536_000],
  ['as the last date of all', { 'retry-after': 'Sat, 13 Sep 275760 00:00:00 GMT' }, 31_536_000],
  ['not at all', { date: at(-600) }, 0],
])('%s', (_what, headers, seconds) => {
  expect(retryAfterSeconds(headers, NOW)).toEqual(seconds > 0 ? { retryAfterSeconds: seconds } : {})
})
