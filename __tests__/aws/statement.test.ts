// A statement with patterns in place of the values that fit one run alone: all else in it means what it meant.
import { expect, test } from '@jest/globals'
import { withPatterns } from '../../src/aws/statement.js'

const PATTERNS = new Map([
  ['a', 'a*'],
  ['b', 'b*'],
])
const changed = (Condition: unknown): unknown => {
  const code = withPatterns(JSON.stringify({ Effect: 'Allow', Condition }), PATTERNS)
  return code === undefined ? undefined : (JSON.parse(code) as { Condition: unknown }).Condition
}

test.each<[string, unknown, unknown]>([
  [
    'the key moves, the others stay',
    { StringEquals: { aud: 'x', sub: 'a' } },
    { StringEquals: { aud: 'x' }, StringLike: { sub: 'a*' } },
  ],
  [
    'with its other values',
    { StringEquals: { sub: ['main', 'a'] } },
    { StringLike: { sub: ['main', 'a*'] } },
  ],
  [
    'beside what is there',
    { StringLike: { ref: 'r*' }, StringEquals: { sub: 'a' } },
    { StringLike: { ref: 'r*', sub: 'a*' } },
  ],
  ['where it is', { StringLike: { sub: ['m*', 'a'] } }, { StringLike: { sub: ['m*', 'a*'] } }],
  [
    'beside functions of a template',
    { StringLike: { sub: [{ Ref: 'Sub' }, 'a'] } },
    { StringLike: { sub: [{ Ref: 'Sub' }, 'a*'] } },
  ],
  ['once', { StringLike: { sub: ['a', 'a*'] } }, { StringLike: { sub: 'a*' } }],
  ['of a Deny', { StringNotEquals: { sub: ['m', 'a'] } }, { StringNotLike: { sub: ['m', 'a*'] } }],
  [
    'of a set operator',
    { 'ForAnyValue:StringEqualsIfExists': { ref: 'b' } },
    { 'ForAnyValue:StringLikeIfExists': { ref: 'b*' } },
  ],
  ['two keys', { StringEquals: { sub: 'a', ref: 'b' } }, { StringLike: { sub: 'a*', ref: 'b*' } }],
])('%s', (_what, before, after) => {
  expect(changed(before)).toEqual(after)
})

test.each<[string, unknown]>([
  ['the key is under both', { StringEquals: { sub: 'a' }, StringLike: { sub: 'm*' } }],
  ['a plain asterisk would become a wildcard', { StringEquals: { sub: ['x*', 'a'] } }],
  ["a function's asterisk may become one", { StringEquals: { sub: [{ Ref: 'Sub' }, 'a'] } }],
  ['the operator knows no wildcards', { StringEqualsIgnoreCase: { sub: 'a' } }],
  ['the value is not there', { StringEquals: { sub: 'm' } }],
  ['there are no conditions', undefined],
])('nothing, where %s', (_what, before) => {
  expect(changed(before)).toBeUndefined()
})
