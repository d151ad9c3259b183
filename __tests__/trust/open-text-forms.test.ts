// Texts with open parts, as data: how they are put together, how they are shown, and when two are the same.
import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/model.js'
import {
  formsOf,
  formText,
  hole,
  joined,
  knownText,
  OpenText,
  oneOf,
  patternOf,
  pieceOf,
  sameText,
} from '../../src/trust/open-text.js'
import { Unresolved } from '../../src/trust/tree.js'

const stage = hole('Stage', { Ref: 'Stage' })
const join = (...values: readonly unknown[]) =>
  joined(
    values.map((value, at) => pieceOf(value, `part ${at + 1}`)),
    values,
  )
function open(value: unknown): OpenText {
  if (!(value instanceof OpenText)) throw new Error(`not open: ${JSON.stringify(value)}`)
  return value
}
const numbers = (count: number): unknown[] => Array.from({ length: count }, (_none, n) => n)

describe('an open part', () => {
  test('is shown by its name, and stands as it was written', () => {
    expect(stage.forms).toEqual([[{ of: 'Stage' }]])
    expect(stage.display).toBe('$' + '{Stage}')
    expect(JSON.stringify(stage)).toBe('{"Ref":"Stage"}')
  })

  test('is a parameter’s value only where it is said to be', () => {
    expect(hole('Stage', undefined, true).forms).toEqual([[{ of: 'Stage', parameter: true }]])
    expect(stage.forms.flat()[0]).not.toHaveProperty('parameter')
  })

  test('that was written as a placeholder is shown as that', () => {
    expect(formText(['a-', { of: '<b>', written: true }, '-', { of: 'c' }])).toBe('a-<b>-$' + '{c}')
  })
})

describe('parts one after the other', () => {
  test('are one text where all are known', () => {
    expect(join('a', 1, true)).toBe('a1true')
    expect(join()).toBe('')
  })

  test('keep what is known beside what is open, as few parts', () => {
    const made = open(join('a', 'b', stage, '', stage, 'c'))
    expect(made.forms).toEqual([['ab', { of: 'Stage' }, { of: 'Stage' }, 'c']])
    expect(made.display).toBe('ab$' + '{Stage}$' + '{Stage}c')
    expect(made.toJSON()).toEqual(['a', 'b', stage, '', stage, 'c'])
  })

  test('have a name for what is no text', () => {
    const made = open(join('a', { an: 'object' }, new Unresolved({ Ref: 'b' })))
    expect(made.forms).toEqual([['a', { of: 'part 2' }, { of: 'part 3' }]])
    expect(made.display).toBe('a$' + '{part 2}$' + '{part 3}')
  })

  test('of which one is one of several are several', () => {
    const made = open(join('a-', oneOf(['x', 'y'], 'x or y', 0), '-b'))
    expect(made.forms).toEqual([['a-x-b'], ['a-y-b']])
    expect(made.display).toBe('a-x or y-b')
  })

  test('are as many as may be told apart, and an open part beyond that', () => {
    const named = '$' + '{Map}'
    const some = oneOf(numbers(8), named, 0)
    const four = open(join(some, oneOf(numbers(4), 'four', 0)))
    expect(four.forms).toHaveLength(32)
    expect(four.forms[31]).toEqual(['73'])
    const more = open(join('a', four, some))
    expect(more.forms).toHaveLength(32)
    expect(more.forms[31]).toEqual(['a73', { of: 'Map' }])
    expect(open(join(some, some)).forms).toHaveLength(8)
  })

  test.each([
    ['$' + '{Map}', '$' + '{Map}'],
    ['x-$' + '{Map}', '$' + '{x-$' + '{Map}}'],
    ['$' + '{Map}-x', '$' + '{$' + '{Map}-x}'],
    ['$' + '{Map}$' + '{Ref}', '$' + '{Map}$' + '{Ref}'],
  ])('that are too many have the name %s', (display, shown) => {
    const made = open(join(oneOf(numbers(32), 'many', 0), oneOf(['x', 'y'], display, 0)))
    expect(formText(made.forms[0] ?? [])).toBe(`0${shown}`)
  })
})

describe('one of several', () => {
  test('is known where they are the same', () => {
    expect(oneOf(['a', 'a'], 'shown', 0)).toBe('a')
    expect(oneOf([join('a', 'b'), 'ab'], 'shown', 0)).toBe('ab')
    expect(open(oneOf(['1', 1, 2], 'shown', 0)).forms).toEqual([['1'], ['2']])
  })

  test('is open where one is, and shown under its own name', () => {
    const made = open(oneOf([stage, 'a'], 'shown', { a: 1 }))
    expect(made.forms).toEqual([[{ of: 'Stage' }], ['a']])
    expect([made.display, made.toJSON()]).toEqual(['shown', { a: 1 }])
    const same = open(oneOf([stage, stage], 'shown', 0))
    expect(same.forms).toEqual([[{ of: 'Stage' }]])
  })

  test.each<[string, readonly unknown[]]>([
    ['one is no text', ['a', { b: 1 }]],
    ['they are too many', numbers(33)],
  ])('is not told apart where %s', (_why, values) => {
    const made = oneOf(values, 'shown', { a: 1 })
    expect(made).not.toBeInstanceOf(OpenText)
    expect(made).toEqual(new Unresolved({ a: 1 }))
    expect(formsOf(made)).toBeUndefined()
  })

  test('is told apart up to thirty-two', () => {
    expect(open(oneOf(numbers(32), 'shown', 0)).forms).toHaveLength(32)
  })
})

test('of a form, the text is known where no part is open, and the pattern where some are', () => {
  expect(knownText(['a', 'b'])).toBe('ab')
  expect(knownText(['a', { of: 'b' }])).toBeUndefined()
  expect(patternOf(['a', { of: 'b' }, 'c'], (text) => text.toUpperCase())).toBe('A*C')
})

describe('whether two texts are the same', () => {
  const dev = join(stage, '-dev')
  const either = oneOf(['a', 'b'], 'shown', 0)
  test.each<[string, unknown, unknown, Verdict]>([
    ['known', 'a', 'a', true],
    ['known, and different', 'a', 'b', false],
    ['a number and its text', 1, '1', true],
    ['open, and another that it may be', dev, 'x-dev', 'undecided'],
    ['open, and another that it cannot be', dev, 'x-live', false],
    ['open, and a text with a star', dev, '*-live', false],
    ['both open', dev, stage, 'undecided'],
    ['one of two, and one of them', either, 'a', 'undecided'],
    ['one of two, and another', either, 'c', false],
    ['what is no text', new Unresolved(0), 'a', 'undecided'],
  ])('%s', (_what, one, other, same) => {
    expect(sameText(one, other)).toBe(same)
    expect(sameText(other, one)).toBe(same)
  })
})
