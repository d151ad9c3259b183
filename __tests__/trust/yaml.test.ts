// YAML as the tools read it that take templates and manifests: maps that take over others, and numbers that are names.
import { expect, test } from '@jest/globals'
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
