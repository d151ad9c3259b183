// How much there is to read, counted: words before the first step, lines, and the worst of all.
import { describe, expect, test } from '@jest/globals'
import { sizesTable, wordsBeforeSteps } from '../../sandbox/look-sizes.js'
import type { Played, Shot } from '../../sandbox/play.js'
import { READY } from '../../sandbox/scenarios.js'

describe('wordsBeforeSteps', () => {
  test.each([
    ['### ❌ one two\n\n✅ three → ❌ **four**\n\n**Fix:** five six', 4],
    ['### one\n\n```\nsub  repo:a/b\n```\n\n**1.** two', 3],
    ['### one\n\n<details><summary>two</summary>\n\nthree\n\n</details>\n\n**If x**, y', 2],
    ['### one two three', undefined],
  ])('%j', async (summary, words) => {
    expect(await wordsBeforeSteps(summary)).toBe(words)
  })
})

test('the table names each scenario, and ends with median and worst', async () => {
  const shot = (summary: string, message: string): Shot => ({
    scenario: READY,
    played: {
      summary,
      log: { annotations: [{ severity: 'error', properties: {}, message }], lines: ['x', ''] },
    } as unknown as Played,
  })
  const table = await sizesTable(
    [shot('### one\n\n**Fix:** x', 'a\nb'), shot('### one two\n\n**Fix:** x', 'a')],
    [100, 300],
  )
  expect(table).toContain('words before the first step: median 2, worst 2')
  expect(table).toContain('height of the summary in px: median 300, worst 300')
  expect(table).toContain('lines of the longest annotation: median 2, worst 2')
  expect(table).toContain('lines of the log: median 1, worst 1')
})

test('without a browser no height is told', async () => {
  expect(await sizesTable([])).toContain('height of the summary in px: not measured')
})
