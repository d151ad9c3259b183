// A diff says every line that goes and comes, commas included: done as it says, the one text becomes the other.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { diffOf } from '../../src/trust/diff.js'

const shown = (value: unknown): string => JSON.stringify(value, null, 2)

test.each<[string, unknown, unknown, string]>([
  [
    'a value more',
    { sub: ['a'] },
    { sub: ['a', 'b'] },
    '  "sub": [\n-   "a"\n+   "a",\n+   "b"\n  ]',
  ],
  [
    'the last member less',
    { a: 1, b: 2 },
    { a: 1 },
    '  {\n-   "a": 1,\n-   "b": 2\n+   "a": 1\n  }',
  ],
  ['a member more', { a: 1 }, { a: 1, b: 2 }, '  {\n-   "a": 1\n+   "a": 1,\n+   "b": 2\n  }'],
  ['nothing', { a: 1 }, { a: 1 }, ''],
  ['too much', [...Array(301).keys()], [], ''],
])('%s', (_what, before, after, diff) => {
  expect(diffOf(shown(before), shown(after))).toBe(diff)
})

test('what goes and what comes are all that differs', () => {
  const value = fc.oneof(
    fc.constantFrom('a', 'b'),
    fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }),
  )
  const statement = fc.dictionary(fc.constantFrom('aud', 'sub', 'ref', 'actor'), value)
  fc.assert(
    fc.property(statement, statement, (one, other) => {
      const [before, after] = [shown(one), shown(other)]
      const lines = diffOf(before, after).split('\n')
      const of = (sign: string): string[] =>
        lines
          .filter((line) => line.startsWith(sign))
          .map((line) => line.slice(2).trim())
          .sort()
      const rest = (text: string, sign: string): string[] => {
        const left = text.split('\n').map((line) => line.trim())
        for (const line of of(sign)) {
          expect(left).toContain(line)
          left.splice(left.indexOf(line), 1)
        }
        return left.sort()
      }
      expect(rest(before, '-')).toEqual(rest(after, '+'))
    }),
  )
})

test('a diff shows what goes, what comes, and a line around', () => {
  const before = ['1', '2', '3', '4', '5', '6', '7'].join('\n')
  const after = ['1', '2', '3', 'four', '5', '6', '7', '8'].join('\n')
  expect(diffOf(before, after)).toBe('  3\n- 4\n+ four\n  5\n  …\n  7\n+ 8')
  expect(diffOf(before, before)).toBe('')
  expect(diffOf('x\n'.repeat(500), 'y')).toBe('')
})

describe('a diff', () => {
  test('names the list that a line comes into, and leaves out what lies between', () => {
    const subjects = Array.from({ length: 9 }, (_, n) => `s${n}`)
    const diff = diffOf(shown({ sub: subjects, a: 1 }), shown({ sub: [...subjects, 'new'], a: 1 }))
    expect(diff.split('\n')).toEqual([
      '  "sub": [',
      '  …',
      '    "s7",',
      '-   "s8"',
      '+   "s8",',
      '+   "new"',
      '  ],',
    ])
  })

  test.each<[string, string, string, string]>([
    ['a line in front', 'a\nb', 'new\na\nb', '+ new\n  a'],
    ['a line in front that went, before several', 'old\na\nb', 'a\nb', '- old\n  a'],
    ['a line behind', 'a\nb', 'a\nb\nnew', '  b\n+ new'],
    ['another order', 'a\nb', 'b\na', '- a\n  b\n+ a'],
    ['more that stays, behind more that goes', 'a\nx\nb\nc', 'b\nc\na', '- a\n- x\n  b\n  c\n+ a'],
    ['a comma within a line', 'x\na,b', 'ab\nx', '+ ab\n  x\n- a,b'],
    ['a comma that is new within a line', 'x\nab', 'a,b\nx', '+ a,b\n  x\n- ab'],
    [
      'an object that is no list',
      '{\n  a\n  b\n  c\n  d\n}',
      '{\n  a\n  b\n  c\n  e\n}',
      '    c\n-   d\n+   e\n  }',
    ],
    ['a list that ended', '[\n  a\n]\nb\nc\nd', '[\n  a\n]\nb\nc\ne', '  c\n- d\n+ e'],
    ['a list behind', '  a\n  b\n[', '  a\n  c\n[', '    a\n-   b\n+   c\n  ['],
    [
      'one mark for a gap',
      'a\n2\n3\n4\n5\n6\nb',
      'c\n2\n3\n4\n5\n6\nd',
      '- a\n+ c\n  2\n  …\n  6\n- b\n+ d',
    ],
  ])('shows %s', (_what, before, after, diff) => {
    expect(diffOf(before, after)).toBe(diff)
  })

  test('is given up beyond three hundred lines, of either text', () => {
    const [most, more] = [300, 301].map((count) => Array.from({ length: count }, (_, n) => `${n}`))
    const [long, longer] = [most?.join('\n') ?? '', more?.join('\n') ?? '']
    expect(diffOf(long, '0')).toMatch(/^ {2}0\n- 1\n(?:- \d+\n)+- 299$/)
    expect(diffOf('0', long)).toMatch(/^ {2}0\n\+ 1\n(?:\+ \d+\n)+\+ 299$/)
    expect(diffOf(longer, '0')).toBe('')
    expect(diffOf('0', longer)).toBe('')
  })

  test('keeps as many lines as any diff could', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 })
    /** The most lines that both have in the same order, by trying all. */
    const kept = (one: readonly string[], other: readonly string[]): number => {
      const [first, ...rest] = one
      if (first === undefined) return 0
      const at = other.indexOf(first)
      return Math.max(kept(rest, other), at < 0 ? 0 : 1 + kept(rest, other.slice(at + 1)))
    }
    fc.assert(
      fc.property(text, text, (old, now) => {
        const lines = diffOf(old.join('\n'), now.join('\n')).split('\n')
        const gone = lines.filter((line) => line.startsWith('-'))
        expect(gone).toHaveLength(old.length - kept(old, now))
      }),
    )
  })

  test('holds each line that changed, and no line that is in neither text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' c', '  d', 'e['), { maxLength: 12 })
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffOf(before, after).split('\n')
        const count = (sign: string): number => lines.filter((line) => line[0] === sign).length
        const [old, now] = [before.split('\n'), after.split('\n')]
        if (before === after) return expect(lines).toEqual([''])
        // So many more lines came than went as the text has more.
        expect(count('+') - count('-')).toBe(now.length - old.length)
        const known = new Set([...old, ...now].map((line) => line.trim()))
        for (const line of lines) if (line !== '  …') expect(known).toContain(line.slice(2).trim())
      }),
      { numRuns: 1000 },
    )
  })
})
