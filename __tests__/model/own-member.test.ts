// A table asked by names from outside: its own members, and nothing that every object has.
import { expect, test } from '@jest/globals'
import { ownMember } from '../../src/model/own-member.js'

const TABLE: Readonly<Record<string, string>> = { a: 'A', '': 'none' }

test.each([
  ['a', 'A'],
  ['', 'none'],
  ['b', undefined],
  ['constructor', undefined],
  ['toString', undefined],
  ['__proto__', undefined],
])('%j', (name, value) => {
  expect(ownMember(TABLE, name)).toBe(value)
})
