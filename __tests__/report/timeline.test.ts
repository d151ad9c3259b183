// The timeline as bars: one line a span, on one scale, in a fixed width.
import { expect, test } from '@jest/globals'
import { bars } from '../../src/report/timeline.js'

test('bars stand where their time stands', () => {
  const text = bars([
    { name: 'token', start_ms: 0, end_ms: 50 },
    { name: 'STS, attempt 1', start_ms: 50, end_ms: 100 },
  ])
  expect(text.split('\n')).toEqual([
    `token          ${'█'.repeat(20)}${' '.repeat(20)} 0 ms + 50 ms`,
    `STS, attempt 1 ${' '.repeat(20)}${'█'.repeat(20)} 50 ms + 50 ms`,
  ])
})

test.each([
  [0, 0],
  [100, 100],
  [99, 100],
])('a span from %i to %i ms of 100 has a bar within the width', (start_ms, end_ms) => {
  const all = { name: 'all', start_ms: 0, end_ms: 100 }
  const line = bars([all, { name: 'one', start_ms, end_ms }]).split('\n')[1] ?? ''
  expect(line.slice(4, 44)).toMatch(/^ *█+ *$/)
  expect(line[44]).toBe(' ')
})

test('spans of no time at all, and no spans', () => {
  expect(bars([{ name: 'a', start_ms: 0, end_ms: 0 }])).toMatch(/^a █ {39} 0 ms \+ 0 ms$/)
  expect(bars([])).toBe('')
})
