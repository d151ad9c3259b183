// A changed statement keeps the functions of its template wherever the change left the value alone.
import { expect, test } from '@jest/globals'
import { asWritten } from '../../src/trust/as-written.js'

const REF = { Ref: 'A' }

test.each<[string, unknown, unknown, unknown, unknown]>([
  ['left alone', { p: 'a' }, { p: 'a' }, { p: REF }, { p: REF }],
  ['changed', { p: 'b', q: 'c' }, { p: 'a', q: 'c' }, { p: 'a', q: REF }, { p: 'b', q: REF }],
  ['one value that became a list', ['a', 'b'], 'a', REF, [REF, 'b']],
  ['a list with one more', ['a', 'x', 'b'], ['a', 'x'], [REF, 'x'], [REF, 'x', 'b']],
  ['a list with one less', ['a'], ['a', 'x'], [REF, 'x'], [REF]],
  ['a member that is new', { p: 'a', q: 'b' }, { p: 'a' }, { p: REF }, { p: REF, q: 'b' }],
  ['what no function gave, left alone', { p: 'a' }, { p: 'a' }, undefined, { p: 'a' }],
  ['the function itself', REF, 'a', REF, REF],
  ['a text in place of members', 'x', { p: 'a' }, { p: 'a' }, 'x'],
  ['what no function gave, changed', { p: 'b' }, { p: 'a' }, undefined, { p: 'b' }],
])('%s', (_name, draft, made, written, result) => {
  expect(asWritten(draft, made, written)).toEqual(result)
})

const NONE = { Ref: 'AWS::NoValue' }
const CHOICE = { 'Fn::If': ['Prod', { p: 'a' }, NONE] }

test.each<[string, unknown, unknown, unknown]>([
  ['another value in its place', { p: 'b' }, { p: 'a' }, { p: REF }],
  [
    'another value in one of two places',
    { p: 'b', q: 'c' },
    { p: 'a', q: 'c' },
    { p: REF, q: 'c' },
  ],
  ['a list without it', ['x'], ['a', 'x'], [REF, 'x']],
  ['a list that a function gave', ['a', 'x', 'b'], ['a', 'x'], REF],
  ['one value in a list that a function gave', ['a', 'b'], ['a'], REF],
  ['a list with a value that was left out', ['a', 'b'], ['a'], [REF, NONE]],
  ['a list whose first value was left out', ['b', 'c'], ['b'], [NONE, 'b']],
  ['a member of another name', { p: 'b', q: 'c' }, { p: 'a', q: 'c' }, { p: 'a', r: 'c' }],
  ['members that a function gave', { p: 'a', q: 'b' }, { p: 'a' }, CHOICE],
  ['such members further in', { c: { p: ['a', 'b'] } }, { c: { p: 'a' } }, { c: CHOICE }],
  ['a member that was left out', { p: ['a', 'b'] }, { p: 'a' }, { p: 'a', q: CHOICE }],
])('nothing where the change would take a function apart: %s', (_name, draft, made, written) => {
  expect(asWritten(draft, made, written)).toBeUndefined()
})
