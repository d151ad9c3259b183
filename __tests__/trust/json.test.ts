// JSON as it is read: what is in its texts stays, and what nests or holds too much is refused, with its place.
import { describe, expect, test } from '@jest/globals'
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

describe('levels', () => {
  const nested = (count: number): string => `\n${'['.repeat(count)}${']'.repeat(count)}`
  test('are read up to a hundred', () => {
    expect(problemOf(nested(100))).toBeUndefined()
  })

  test('are refused where the next one begins', () => {
    const [limit, place] = [
      { of: 'levels', most: 100 },
      { line: 2, column: 101 },
    ]
    expect(problemOf(nested(101))).toEqual({ problem: 'not-json', limit, place })
  })
})

describe('values', () => {
  const list = (count: number): string => `[${'1,'.repeat(count - 2)}1]`
  test('are read up to so many', () => {
    expect(problemOf(list(MOST_JSON_VALUES))).toBeUndefined()
  })

  test('are refused if there is one more', () => {
    const { problem } = tooMany(MOST_JSON_VALUES, 'values')
    expect(problemOf(list(MOST_JSON_VALUES + 1))).toEqual(problem)
  })
})
