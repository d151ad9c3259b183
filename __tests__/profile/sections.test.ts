// Sections by their profiles: however many there are, each line is looked at once.
import { expect, test } from '@jest/globals'
import type { Line } from '../../src/profile/ini.js'
import { SectionIndex, sectionsOf } from '../../src/profile/sections.js'

test('a file with the same header in each of its lines is gone over once', () => {
  let looks = 0
  const line: Line = {
    raw: '[profile ci]\n',
    get text() {
      looks++
      return '[profile ci]'
    },
    get sort() {
      looks++
      return 'header' as const
    },
  }
  const lines = Array<Line>(50_000).fill(line)
  const index = new SectionIndex(sectionsOf(lines), 'config')
  expect(index.oddOf('ci')).toEqual({ problem: 'duplicate', line: 2 })
  expect(looks).toBeLessThan(5 * lines.length)
})
