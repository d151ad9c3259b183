// YAML as the tools read it that take templates and manifests: maps that take over others, and numbers that are names.
import { describe, expect, test } from '@jest/globals'
import { isUnreadable, tooMany } from '../../src/documents/unreadable.js'
import { readYaml } from '../../src/trust/yaml.js'

function read(text: string): unknown {
  return JSON.parse(JSON.stringify(readYaml(text).value))
}

test.each<[string, string, unknown]>([
  [
    'of one map',
    'b: &b { x: 1, y: 2 }\na: { <<: *b, x: 3 }',
    { b: { x: 1, y: 2 }, a: { x: 3, y: 2 } },
  ],
  ['of several, the first counts', 'a: { <<: [{ x: 1 }, { x: 2, y: 2 }] }', { a: { x: 1, y: 2 } }],
  ['in quotes, it is a name', 'a: { "<<": { x: 1 } }', { a: { '<<': { x: 1 } } }],
  ['of what is no map, nothing', 'a: { <<: text, x: 1 }', { a: { x: 1 } }],
])('a map takes over members %s', (_name, text, value) => {
  expect(read(text)).toEqual(value)
})

test('what is taken over is doubled by nothing, and stands where it is taken over', () => {
  const tree = readYaml('a:\n  x: 1\n  <<: { x: 2, y: 3 }')
  const { a } = tree.value as { a: Readonly<Record<string, unknown>> }
  expect(tree.doubled(a)).toEqual([])
  expect(tree.placeOf(a, 'x')).toEqual({ line: 2, column: 6 })
  expect(tree.placeOf(a, 'y')).toEqual({ line: 3, column: 7 })
})

test.each<[string, unknown]>([
  ['012345678901', '012345678901'],
  ['111122223333', 111122223333],
  ['1.10', '1.10'],
  ['1e3', '1e3'],
  ['99999999999999999999', '99999999999999999999'],
  ['0', 0],
])('the number %s is what was written', (text, value) => {
  expect(read(`a: ${text}`)).toEqual({ a: value })
})

test.each<[string, unknown]>([
  ['a: true\nb: null\nc:\nd: "7"', { a: true, b: null, c: null, d: '7' }],
  // A list is no name.
  ['? [a]\n: 1\nb: 2', { b: 2 }],
  // Without quotes: a map whose key is a map.
  ['a: [{{ x }}, 1]', { a: ['{{ x }}', 1] }],
  ['a: !Sub b.c', { a: { 'Fn::Sub': 'b.c' } }],
  ['a: !GetAtt b.c', { a: { 'Fn::GetAtt': ['b', 'c'] } }],
  ['a: !GetAtt [b, c]', { a: { 'Fn::GetAtt': ['b', 'c'] } }],
  ['a: [!Ref b, !Condition c]', { a: [{ Ref: 'b' }, { Condition: 'c' }] }],
  // No tags of CloudFormation's.
  ['a: !Sub-b c', { a: 'c' }],
  ['a: !<tag:b!Sub> c', { a: 'c' }],
])('%j is read as what it stands for', (text, value) => {
  expect(read(text)).toEqual(value)
})

test('a member without a value stands where its name does', () => {
  const tree = readYaml('a: 1\nb: {c, d: 2}')
  const { b } = tree.value as { b: Readonly<Record<string, unknown>> }
  expect(tree.placeOf(b, 'c')).toEqual({ line: 2, column: 5 })
  expect(tree.placeOf(b, 'd')).toEqual({ line: 2, column: 11 })
})

describe('bounds', () => {
  const problemOf = (text: string): unknown => {
    try {
      readYaml(text)
      return undefined
    } catch (error) {
      return isUnreadable(error) ? error.problem : error
    }
  }
  const lines = (count: number, line: string): string =>
    Array.from({ length: count }, (_one, at) => `${' '.repeat(at)}${line}`).join('\n')

  test.each<[string, (count: number) => string]>([
    ['maps', (count) => lines(count, 'a:')],
    ['lists', (count) => lines(count, '-')],
    ['maps that are merged', (count) => lines(count, '<<:')],
  ])('a hundred levels of %s are read, and one more is refused', (_name, nested) => {
    expect(problemOf(nested(100))).toBeUndefined()
    const limit = { of: 'levels', most: 100 }
    expect(problemOf(nested(101))).toEqual({ problem: 'not-yaml', limit })
  })

  test('an alias of itself is refused for its nesting', () => {
    const limit = { of: 'levels', most: 100 }
    expect(problemOf('a: &a\n  b: *a\n')).toEqual({ problem: 'not-yaml', limit })
  })

  test('a hundred thousand values are read, and one more is refused', () => {
    // The list and its values: a thousand. Each alias: itself, and a thousand.
    const list = `&a [${Array(999).fill('x').join(', ')}]`
    const text = (more: number): string =>
      `[${[list, ...Array(98).fill('*a'), ...Array(more).fill('x')].join(', ')}]`
    expect(problemOf(text(901))).toBeUndefined()
    expect(problemOf(text(902))).toEqual(tooMany(100_000, 'values').problem)
  })
})
