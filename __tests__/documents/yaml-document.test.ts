// YAML with places: what is read, where it stands, and what is refused before it takes its time.
import { describe, expect, test } from '@jest/globals'
import { MOST_YAML_TOKENS } from '../../src/aws/limits.js'
import { DEEPEST, isUnreadable, type Unreadable } from '../../src/documents/unreadable.js'
import { parseYaml, targetsOf } from '../../src/documents/yaml-document.js'

function problemOf(text: string): Unreadable['problem'] {
  try {
    parseYaml(text, 'core')
  } catch (error) {
    if (isUnreadable(error)) return error.problem
    throw error
  }
  throw new Error('it was read')
}

test('a document, its places, and what its aliases stand for', () => {
  const { document, isOnly, placeOf } = parseYaml('a: &x 1\nb: *x\n', 'core')
  expect(document.toJS()).toEqual({ a: 1, b: 1 })
  expect(isOnly).toBe(true)
  expect(placeOf(8)).toEqual({ line: 2, column: 1 })
  expect([...targetsOf(document).values()]).toMatchObject([{ value: 1 }])
})

test('several documents, and scalars as they are written', () => {
  const { documents, isOnly } = parseYaml('on: 010\n---\nyes: ~\n', 'failsafe')
  expect(documents.map((one) => one.toJS())).toEqual([{ on: '010' }, { yes: '~' }])
  expect(isOnly).toBe(false)
})

describe('refused', () => {
  test('what is no YAML, at its first error', () => {
    expect(problemOf('a: b: c\n]\n')).toMatchObject({
      problem: 'not-yaml',
      place: { line: 1, column: 4 },
    })
  })

  test.each([
    ['brackets', (levels: number) => '['.repeat(levels) + ']'.repeat(levels)],
    ['signs of a list', (levels: number) => `${'- '.repeat(levels)}a`],
  ])('what nests too deeply: %s', (_of, nested) => {
    expect(problemOf(nested(DEEPEST + 1))).toEqual({
      problem: 'not-yaml',
      limit: { of: 'levels', most: DEEPEST },
    })
    expect(parseYaml(nested(DEEPEST), 'core').isOnly).toBe(true)
  })

  test('what has too many tokens', () => {
    const lines = (count: number): string => '- a\n'.repeat(count)
    expect(problemOf(lines(MOST_YAML_TOKENS))).toEqual({
      problem: 'too-large',
      size: MOST_YAML_TOKENS,
      unit: 'tokens',
      over: true,
    })
    expect(parseYaml(lines(1000), 'core').isOnly).toBe(true)
  })
})
