// JSON as it is read: what is in its texts stays, and what nests or holds too much is refused, with its place.
import { expect, test } from '@jest/globals'
import { MOST_JSON_VALUES } from '../../src/aws/limits.js'
import { isUnreadable, tooMany } from '../../src/documents/unreadable.js'
import { readJson } from '../../src/trust/json.js'

function problemOf(text: string): unknown {
  try {
    readJson(text)
    return undefined
  } catch (error) {
    return isUnreadable(error) ? error.problem : error
  }
}

test('a byte order mark is passed over in front, and stays in a text', () => {
  expect(readJson('\ufeff"a"').value).toBe('a')
  expect(readJson('"a\ufeffb"').value).toBe('a\ufeffb')
})

test('a hundred levels are read, and one more is refused where it begins', () => {
  const nested = (count: number): string => `\n${'['.repeat(count)}${']'.repeat(count)}`
  expect(problemOf(nested(100))).toBeUndefined()
  expect(problemOf(nested(101))).toEqual({
    problem: 'not-json',
    limit: { of: 'levels', most: 100 },
    place: { line: 2, column: 101 },
  })
})

test('so many values are read, and one more is refused', () => {
  const list = (count: number): string => `[${Array(count - 1).fill('1')}]`
  expect(problemOf(list(MOST_JSON_VALUES))).toBeUndefined()
  expect(problemOf(list(MOST_JSON_VALUES + 1))).toEqual(tooMany(MOST_JSON_VALUES, 'values').problem)
})
