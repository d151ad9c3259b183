// The operators of IAM's policy language by their names: each compares as it says.
import { describe, expect, test } from '@jest/globals'
import { operatorOf } from '../../src/trust/operators.js'

function testOf(name: string) {
  const { test: found } = operatorOf(name)
  if (!found || found === 'null') throw new Error(`${name} is none that compares`)
  return found
}

describe.each(['Numeric', 'Date'])('%s', (type) => {
  const [low, middle, high] =
    type === 'Date' ? ['2020-01-01', '2022-01-01', '2024-01-01'] : ['1', '2', '3']
  test.each<[string, unknown[], boolean]>([
    ['LessThan', [true, false, false], false],
    ['LessThanEquals', [true, true, false], false],
    ['GreaterThan', [false, false, true], false],
    ['GreaterThanEquals', [false, true, true], false],
    ['Equals', [false, true, false], false],
    ['NotEquals', [false, true, false], true],
  ])('%s compares the less, the same and the greater: %j', (name, compared, negated) => {
    const found = testOf(`${type}${name}`)
    const results = [low, middle, high].map((one) => found.compare(one ?? '', middle ?? ''))
    // Of a time nothing is said near its limit.
    expect(results).toEqual(type === 'Date' ? compared.with(1, 'undecided') : compared)
    expect({ negated: found.negated, variables: found.variables }).toEqual({
      negated,
      variables: false,
    })
  })
})

test.each([
  ['StringEquals', false, true],
  ['StringNotEquals', true, true],
  ['StringEqualsIgnoreCase', false, true],
  ['StringNotEqualsIgnoreCase', true, true],
  ['StringLike', false, true],
  ['StringNotLike', true, true],
  ['ArnEquals', false, true],
  ['ArnLike', false, true],
  ['ArnNotEquals', true, true],
  ['ArnNotLike', true, true],
  ['Bool', false, false],
  ['IpAddress', false, false],
  ['NotIpAddress', true, false],
  ['BinaryEquals', false, false],
])('%s is negated: %s, and takes variables: %s', (name, negated, variables) => {
  expect(testOf(name)).toMatchObject({ negated, variables })
  expect(testOf(name.toUpperCase())).toBe(testOf(name))
})

test.each([
  ['StringLike', 'none', false],
  ['StringLikeIfExists', 'none', true],
  ['ForAllValues:StringLike', 'all', false],
  ['forAnyValue:StringLikeIfExists', 'any', true],
])('%s is of the set %s, if it exists: %s', (name, set, ifExists) => {
  for (let times = 0; times < 2; times++)
    expect(operatorOf(name)).toMatchObject({ set, ifExists, test: testOf('StringLike') })
  expect(operatorOf(name)).toBe(operatorOf(name))
})

test.each([
  'StringMatches',
  'xForAnyValue:StringLike',
  'For:StringLike',
  'StringLikeIfExistsX',
  'ForAnyValue:ForAnyValue:StringLike',
  'constructor',
  '',
])('%j is none', (name) => {
  expect(operatorOf(name).test).toBeUndefined()
  // A name from a file is not kept.
  expect(operatorOf(name)).not.toBe(operatorOf(name))
})

test('Null asks for the key', () => {
  expect(operatorOf('Null')).toEqual({ set: 'none', ifExists: false, test: 'null' })
})
