import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  clip,
  commonLength,
  count,
  duration,
  jsonOf,
  list,
  listAtMost,
  oneLine,
  quote,
  sanitise,
  shellWord,
} from '../src/text.js'

describe('sanitise', () => {
  test.each([
    ['a command at the start of a line', '::error::x', ': :error::x'],
    ['a command after blanks', '  ::set-output name=a::b', '  : :set-output name=a::b'],
    ['a command in a later line', 'a\n::add-mask::b', 'a\n: :add-mask::b'],
    ['a command after a lone carriage return', 'a\r::error::b', 'a\n: :error::b'],
    ['an old command anywhere', 'a ##[error]b', 'a ## [error]b'],
    ['an old command behind one more #', '###[group]', '### [group]'],
    ['a zero-width blank', 'ad\u200bmin', 'ad\ufffdmin'],
    ['text turned round', 'a\u202eb', 'a\ufffdb'],
    ['an escape sequence', '\u001b[31mred', '\ufffd[31mred'],
    ['a line separator', 'a\u2028b', 'a\ufffdb'],
    ['the next-line character', 'a\u0085b', 'a\ufffdb'],
    ['a colon in the middle', 'repo:o/r::x', 'repo:o/r::x'],
    ['tabs and newlines', 'a\tb\nc', 'a\tb\nc'],
  ])('%s', (_what, text, shown) => {
    expect(sanitise(text)).toBe(shown)
  })

  const parts = fc.constantFrom('::', '##[', ':', '#', '[', ' ', '\n', '\r', '\t', '\u200b', 'x')
  const hostile = fc.array(parts).map((some) => some.join(''))
  const leavesNothing = fc.property(hostile, (text) => {
    const shown = sanitise(text)
    expect(shown).not.toMatch(/##\[/)
    expect(shown.split('\n').some((line) => line.trim().startsWith('::'))).toBe(false)
  })
  test('leaves nothing that the runner would take for a command, whatever comes in', () =>
    fc.assert(leavesNothing))
})

describe('oneLine and clip', () => {
  test('one line, without blanks around it', () => {
    expect(oneLine(' a\r\n  b\t c ')).toBe('a b c')
  })

  test.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abcd…'],
    ['ab😀cd', 4, 'ab…'],
    ['', 3, ''],
  ])('%j cut to %d', (text, most, shown) => {
    expect(clip(text, most)).toBe(shown)
  })

  const anyCut = fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }))
  const fits = fc.property(anyCut, ([text, most]) => {
    const shown = clip(text, most)
    expect(shown.length).toBeLessThanOrEqual(most)
    expect(shown.isWellFormed()).toBe(true)
  })
  test('is never longer than asked, and never ends in half a character', () => fc.assert(fits))
})

describe('quote', () => {
  test.each([
    ['main', '`main`'],
    ['', '`` (empty)'],
    ['  ', '`` (only white space)'],
    ['a `b` c', "`a 'b' c`"],
    ['a\nb', '`a b`'],
    ['::error::x', '`: :error::x`'],
    [42, '`42`'],
    [null, '`null`'],
    [undefined, '`undefined`'],
    [['a', 'b'], '`["a","b"]`'],
    [{ a: 1 }, '`{"a":1}`'],
  ])('%j', (value, shown) => {
    expect(quote(value)).toBe(shown)
  })

  test('is cut to what was asked', () => {
    expect(quote('x'.repeat(300))).toHaveLength(202)
    expect(quote('abcdef', 4)).toBe('`abc…`')
  })

  test('an IPv6 address stays as it is', () => {
    expect(quote('::1')).toBe('`::1`')
    expect(oneLine('::1')).toBe(': :1')
  })
})

describe('list', () => {
  test.each([
    [[], ''],
    [['a'], '`a`'],
    [['a', 'b'], '`a` and `b`'],
    [['a', 'b', 'c'], '`a`, `b` and `c`'],
  ])('%j', (values, shown) => {
    expect(list(values)).toBe(shown)
  })

  test('with another last word', () => {
    expect(list(['a', 'b'], 'or')).toBe('`a` or `b`')
  })
})

test.each([
  [0, '0 s'],
  [45.4, '45 s'],
  [-30, '-30 s'],
  [119, '119 s'],
  [120, '2 min'],
  [7199, '120 min'],
  [7200, '2 h'],
  [172_799, '48 h'],
  [172_800, '2 days'],
])('%d s are said as %s', (seconds, said) => {
  expect(duration(seconds)).toBe(said)
})

test.each([
  [1, 'one attempt'],
  [0, '0 attempts'],
  [3, '3 attempts'],
])('%d is %s', (number, said) => {
  expect(count(number, 'attempt')).toBe(said)
})

test.each([
  [['a', 'b', 'c'], '`a`, `b` and `c`'],
  [['a', 'b', 'c', 'd'], '`a`, `b`, `c` and 1 more'],
  [['a'], '`a`'],
])('of %j three at most are named: %s', (values, said) => {
  expect(listAtMost(values, 3)).toBe(said)
})

test.each([
  ['abc', 'abd', 2],
  ['abc', 'abc', 3],
  ['ab', 'abc', 2],
  ['abc', 'ab', 2],
  ['x', 'y', 0],
])('%s and %s have %d characters in common', (one, other, length) => {
  expect(commonLength(one, other)).toBe(length)
})

describe('shellWord', () => {
  test.each([
    ['arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/a'],
    ['https://example.com/x?y=1', "'https://example.com/x?y=1'"],
    ['a b', "'a b'"],
    ['$(id)', "'$(id)'"],
    ["it's", "'it'\\''s'"],
    ['a\nrm -rf x', "'a rm -rf x'"],
    ['', "''"],
  ])('%j is %s', (value, word) => {
    expect(shellWord(value)).toBe(word)
  })

  const isOneWord = fc.property(fc.string(), (value) => {
    const bare = shellWord(value).replace(/'[^']*'|\\'/g, '')
    expect(bare).toMatch(/^[\w@%+=:,./-]*$/)
  })
  test('outside of quotes there is nothing that a shell obeys, whatever it holds', () =>
    fc.assert(isOneWord))

  test.each(['a b', '$(id) `id`', "it's", '"; echo no #', '\\', '*', '!x', '~'])(
    'a shell reads %j back as it was',
    (value) => {
      const read = execFileSync('sh', { input: `printf %s ${shellWord(value)}`, encoding: 'utf8' })
      expect(read).toBe(value)
    },
  )
})

describe('hostile sizes and tokens', () => {
  test('200,000 line breaks are cleaned, and quoted on one line', () => {
    const text = `a${'\n'.repeat(200_000)}::error::b`
    expect(sanitise(text).endsWith('\n: :error::b')).toBe(true)
    expect(quote(text)).toBe('`a`')
  })

  test.each([
    ['eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl', '***'],
    ['cut: eyJhbGciOiJSUzI1Ni', 'cut: ***'],
    ['eyJ alone', 'eyJ alone'],
  ])('of %j stays %j', (text, shown) => {
    expect(sanitise(text)).toBe(shown)
  })

  test('what is nested too deep is named so', () => {
    let deep: unknown = 1
    for (let n = 0; n < 200_000; n++) deep = [deep]
    expect(jsonOf(deep)).toBe('(nested too deep to show)')
    expect(quote(deep)).toBe('`(nested too deep to show)`')
  })
})
