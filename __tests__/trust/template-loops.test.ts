// Loops over resources: what each turn makes, and what is no loop, or one over what nobody knows.
import { describe, expect, test } from '@jest/globals'
import { MOST_UNROLLED_VALUES } from '../../src/aws/limits.js'
import { readJson } from '../../src/trust/json.js'
import { withoutLoops } from '../../src/trust/template-loops.js'
import { isMembers, type Members } from '../../src/trust/tree.js'

const v = (name: string): string => `$${`{${name}}`}`
const read = (value: unknown): Members => readJson(JSON.stringify(value)).value as Members
const unrolled = (template: Members): Members =>
  withoutLoops(template, { role: undefined, given: new Map(), placeholders: undefined })
const resourcesOf = (Resources: unknown, more: object = {}): unknown =>
  unrolled(read({ Resources, ...more }))['Resources']
const loop = (body: unknown, items: unknown = ['a', 'b'], name: unknown = 'X') => ({
  'Fn::ForEach::Loop': [name, items, body],
})

describe('each turn', () => {
  test('has its item in names, in texts and in place of a reference', () => {
    const body = {
      [`R${v('X')}`]: {
        Name: `n-${v('X')}-${v('X')}-${v('Y')}`,
        Own: { Ref: 'X' },
        Other: { Ref: 'Y' },
        More: { Ref: 'X', Y: 1 },
        List: [v('X'), 7, true, null],
      },
    }
    const turn = (item: string): object => ({
      Name: `n-${item}-${item}-${v('Y')}`,
      Own: item,
      Other: { Ref: 'Y' },
      More: { Ref: 'X', Y: 1 },
      List: [item, 7, true, null],
    })
    expect(resourcesOf(loop(body))).toEqual({ Ra: turn('a'), Rb: turn('b') })
  })

  test('stands beside the other resources', () => {
    const resources = { A: 1, ...loop({ [`R${v('X')}`]: 2 }), 'My::Fn::ForEach::Loop': 3 }
    expect(resourcesOf(resources)).toEqual({ A: 1, Ra: 2, Rb: 2, 'My::Fn::ForEach::Loop': 3 })
  })

  test('is called after the letters and digits of its item', () => {
    expect(resourcesOf(loop({ 'R&{X}': v('X') }, ['eu-west_1', 2]))).toEqual({
      Reuwest1: 'eu-west_1',
      R2: '2',
    })
  })

  test('of a list that is a parameter has what is in it', () => {
    const Parameters = { List: { Type: 'CommaDelimitedList', Default: 'a,b' } }
    const body = { [`R${v('X')}`]: 1 }
    expect(resourcesOf(loop(body, { Ref: 'List' }), { Parameters })).toEqual({ Ra: 1, Rb: 1 })
  })
})

describe('nothing is made', () => {
  const body = { [`R${v('X')}`]: 1, [`R${v('7')}`]: 1 }
  test.each<[string, unknown]>([
    ['of a list that is open', loop(body, { Ref: 'Open' })],
    ['of a text', loop(body, 'ab')],
    ['of items that are no texts', loop(body, [null, ['a'], { a: 1 }])],
    ['by a name that is none', loop(body, ['a'], 7)],
    ['by a name with a sign in front', loop(body, ['a'], '-X')],
    ['by a name with a sign behind', loop(body, ['a'], 'X-')],
    ['of a text in place of resources', loop('R')],
    ['of a list in place of resources', loop(['R'])],
    ['by a loop that is a text', { 'Fn::ForEach::Loop': 'X' }],
  ])('%s', (_what, resources) => {
    expect(resourcesOf(resources)).toEqual({})
  })
})

test('a template without loops is itself', () => {
  for (const template of [{}, { Resources: 7 }, { Resources: null }, { Resources: { A: 1 } }]) {
    const own = read(template)
    expect(unrolled(own)).toBe(own)
  }
})

describe('bounds', () => {
  test('five loops are in each other, and no more', () => {
    const nested = (count: number): unknown =>
      Array.from({ length: count }).reduce<unknown>((body) => loop(body, ['a']), { R: 1 })
    expect(resourcesOf(nested(5))).toEqual({ R: 1 })
    expect(resourcesOf(nested(6))).toEqual({})
  })

  test('so many values are made, and no more', () => {
    // Each turn makes two: its resources, and the one that is in them.
    const made = (turns: number): unknown => {
      const items = Array.from({ length: turns }, (_one, at) => `i${at}`)
      const resources = resourcesOf(loop({ [`R${v('X')}`]: 1 }, items))
      return isMembers(resources) ? Object.keys(resources).length : undefined
    }
    expect(made(MOST_UNROLLED_VALUES / 2)).toBe(MOST_UNROLLED_VALUES / 2)
    expect(made(MOST_UNROLLED_VALUES / 2 + 1)).toBe(MOST_UNROLLED_VALUES / 2)
  })
})
