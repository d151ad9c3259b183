// Where the members of a document stand, and which of its names came twice.
import { describe, expect, test } from '@jest/globals'
import { readJson } from '../../src/trust/json.js'
import { hasUnresolved, type Members, textOf, Unresolved } from '../../src/trust/tree.js'

describe('a member', () => {
  const tree = readJson('\n{"a":\n1, "b": 2}')
  const owner = tree.value as Members
  test.each([
    ['a', { line: 3, column: 1 }],
    ['b', { line: 3, column: 9 }],
    ['c', undefined],
  ])('%s stands where its value begins', (name, place) => {
    expect(tree.placeOf(owner, name)).toEqual(place)
  })
})

test('of names that came twice, no more are kept than anybody reads', () => {
  const twice = (count: number): readonly string[] => {
    const tree = readJson(`{${Array(count + 1).fill('"a": 1')}}`)
    return tree.doubled(tree.value as Members)
  }
  expect(twice(0)).toEqual([])
  expect(twice(20)).toHaveLength(20)
  expect(twice(21)).toHaveLength(20)
})

test('an empty text names nothing', () => {
  expect(textOf('a')).toBe('a')
  expect(textOf('')).toBeUndefined()
})

test.each<[unknown, boolean]>([
  [new Unresolved('a'), true],
  [{ a: [{ b: new Unresolved('a') }] }, true],
  [{ a: [{ b: 'a' }, null] }, false],
])('what only the deployment knows is found in %j: %s', (value, has) => {
  expect(hasUnresolved(value)).toBe(has)
})
