// The timeline as bars: one line a span, on one scale, in a fixed width.
import { expect, test } from '@jest/globals'
import { bars } from '../../src/report/timeline.js'

const TASK = { of: 'jwks-past-caches' } as const

test('bars stand where their time stands', () => {
  const text = bars([
    { task: { of: 'token', attempt: 1 }, start_ms: 0, end_ms: 50 },
    { task: { of: 'sts', attempt: 12 }, start_ms: 50, end_ms: 100 },
  ])
  expect(text.split('\n')).toEqual([
    `token, attempt 1 ${'█'.repeat(20)}${' '.repeat(20)} 0 ms + 50 ms`,
    `STS, attempt 12  ${' '.repeat(20)}${'█'.repeat(20)} 50 ms + 50 ms`,
  ])
})

test.each([
  [0, 0],
  [100, 100],
  [99, 100],
])('a span from %i to %i ms of 100 has a bar within the width', (start_ms, end_ms) => {
  const all = { task: TASK, start_ms: 0, end_ms: 100 }
  const line = bars([all, { task: TASK, start_ms, end_ms }]).split('\n')[1] ?? ''
  expect(line.slice(17, 57)).toMatch(/^ *█+ *$/)
  expect(line[57]).toBe(' ')
})

test('spans of no time at all, and no spans', () => {
  expect(bars([{ task: TASK, start_ms: 0, end_ms: 0 }])).toMatch(
    /^JWKS past caches █ {39} 0 ms \+ 0 ms$/,
  )
  expect(bars([])).toBe('')
})
