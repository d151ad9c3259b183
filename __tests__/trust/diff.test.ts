// A diff says every line that goes and comes, commas included: done as it says, the one text becomes the other.
import { expect, test } from '@jest/globals'
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
