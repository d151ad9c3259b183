// Conditions of a template: what each function of them decides, and that each is asked once, however they name each other.
import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/model.js'
import { readJson } from '../../src/trust/json.js'
import { hole } from '../../src/trust/open-text.js'
import { Conditions } from '../../src/trust/template-conditions.js'
import { isMembers, type Members } from '../../src/trust/tree.js'

const YES = { 'Fn::Equals': ['a', 'a'] }
const NO = { 'Fn::Equals': ['a', 'b'] }
const OPEN = { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] }

/** `asked`: what was resolved, one after the other. */
function holds(conditions: object, name: unknown = 'C', asked: unknown[] = []): Verdict {
  const template = readJson(JSON.stringify({ Conditions: conditions })).value as Members
  const resolve = (value: unknown): unknown => {
    asked.push(value)
    return isMembers(value) ? hole('Open', value) : value
  }
  return new Conditions(template, resolve).holds(name)
}

test.each<[string, unknown, Verdict]>([
  ['Equals of the same', YES, true],
  ['Equals of others', NO, false],
  ['Equals of what is open', OPEN, 'undecided'],
  ['Not', { 'Fn::Not': [NO] }, true],
  ['Not of nothing', { 'Fn::Not': [] }, 'undecided'],
  ['Not of a text', { 'Fn::Not': 'C' }, 'undecided'],
  ['And of both', { 'Fn::And': [YES, YES] }, true],
  ['And of one', { 'Fn::And': [YES, NO] }, false],
  ['Or of one', { 'Fn::Or': [NO, YES] }, true],
  ['Or of one, whatever is open', { 'Fn::Or': [OPEN, YES] }, true],
  ['Or of none', { 'Fn::Or': [NO, NO] }, false],
  ['another', { Condition: 'No' }, false],
  ['another function', { 'Fn::Xor': [YES, YES] }, 'undecided'],
  ['two functions', { ...YES, 'Fn::Not': [NO] }, 'undecided'],
  ['a text', 'yes', 'undecided'],
  ['a list', [YES], 'undecided'],
  ['itself', { Condition: 'C' }, 'undecided'],
  ['itself or what is so', { 'Fn::Or': [{ Condition: 'C' }, YES] }, true],
])('%s', (_what, condition, verdict) => {
  expect(holds({ C: condition, No: NO })).toBe(verdict)
})

test('what has no name, or is not there, nobody decides', () => {
  expect(holds({ C: YES }, 7)).toBe('undecided')
  expect(holds({ C: YES }, 'D')).toBe('undecided')
  expect(new Conditions({}, () => undefined).holds('C')).toBe('undecided')
})

describe('however they name each other', () => {
  test('each is asked once', () => {
    const asked: unknown[] = []
    const both = { 'Fn::And': [{ Condition: 'D' }, { Condition: 'D' }] }
    expect(holds({ C: both, D: YES }, 'C', asked)).toBe(true)
    expect(asked).toEqual(['a', 'a'])
  })

  test('one that asks twice for itself ends', () => {
    const itself = { Condition: 'C' }
    expect(holds({ C: { 'Fn::And': [itself, itself, YES] } })).toBe('undecided')
  })

  test('a hundred after each other are followed', () => {
    const chain = (count: number): object =>
      Object.fromEntries([
        ...Array.from({ length: count }, (_one, at) => [`C${at}`, { Condition: `C${at + 1}` }]),
        [`C${count}`, YES],
      ])
    expect(holds(chain(100), 'C0')).toBe(true)
    expect(holds(chain(101), 'C0')).toBe('undecided')
  })

  test('many beside each other are no deeper', () => {
    const many = Array.from({ length: 200 }, () => ({ 'Fn::Not': [YES] }))
    expect(holds({ C: { 'Fn::Or': [...many, YES] } })).toBe(true)
  })
})
