// Two values as two lines: what differs is in sight on a phone, and nothing invisible stays so.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Side } from '../../src/model.js'
import { differenceLines } from '../../src/report/difference.js'

const MAIN = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const ON_A_PHONE = 37

const commonStart = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
/** The two lines about the place where the values part. */
const linesOf = (wanted: string, actual: string, change: Partial<Side> = {}): [string, string] => {
  const at = commonStart(wanted, actual)
  return differenceLines({
    show: 'difference',
    wanted: { label: 'policy', value: wanted, at, ...change },
    actual: { label: 'job', value: actual, at },
  })
}

test('short values stand whole, under each other', () => {
  expect(linesOf('a', 'b')).toEqual(['- policy: a', '+ job:    b'])
})

test('long ones are cut before the part that differs, at the beginning of a part', () => {
  expect(linesOf('repo:octo-org/octo-repo:ref:refs/heads/maintenance', MAIN)).toEqual([
    '- policy: …:refs/heads/maintenance',
    '+ job:    …:refs/heads/main',
  ])
})

test('and behind it', () => {
  const [wanted] = linesOf(`a${'x'.repeat(500)}`, 'b')
  expect(wanted).toMatch(/^- policy: axxx+…$/)
  expect(wanted.length).toBeLessThan(70)
})

test('where one is the beginning of the other, its end is in sight', () => {
  expect(linesOf(`${MAIN}-2`, MAIN)).toEqual([
    '- policy: …:ref:refs/heads/main-2',
    '+ job:    …:ref:refs/heads/main',
  ])
})

test('where little differs at the end, enough of what is before it is shown', () => {
  const arn = 'arn:aws:iam::111122223333:oidc-provider/idp.example.com:8443'
  expect(linesOf(`${arn}/`, arn)).toEqual([
    '- policy: …/idp.example.com:8443/',
    '+ job:    …/idp.example.com:8443',
  ])
})

describe('further values', () => {
  const lineWith = (...also: string[]) => linesOf('refs/heads/a', 'refs/heads/b', { also })[0]

  test('stand behind it, two of them, and how many more there are', () => {
    expect(lineWith()).toBe('- policy: refs/heads/a')
    expect(lineWith('refs/heads/c')).toBe('- policy: refs/heads/a  (also refs/heads/c)')
    expect(lineWith('c', 'd', 'e', 'f')).toMatch(/ {2}\(also c, d, 2 more\)$/)
  })

  test('are cut where they part themselves', () => {
    const also = ['repo:octo-org/octo-repo:ref:refs/heads/release', 'other']
    const [line] = linesOf('repo:octo-org/octo-repo:ref:refs/heads/dev', MAIN, { also })
    expect(line).toBe('- policy: …:ref:refs/heads/dev  (also …:refs/heads/release, other)')
  })
})

test('what differs begins within the width of a phone, whatever the values', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '/', ':', '*', '😀'),
    maxLength: 200,
    size: 'max',
  })
  const label = fc.constantFrom('job', 'policy', 'policy allows', 'token service')
  fc.assert(
    fc.property(text, text, text, label, (same, one, other, name) => {
      // A mark that stands nowhere else.
      const [wanted, actual] = [`${same}#${one}`, `${same}!${other}`]
      for (const line of linesOf(wanted, actual, { label: name })) {
        const at = line.search(/[#!]/)
        expect(at).toBeGreaterThan(0)
        expect(at).toBeLessThan(ON_A_PHONE)
        expect(line.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['a blank', 'a b', 'a␠b'],
  ['a line break', 'a\r\n', 'a␍␊'],
  ['a tab', 'a\tb', 'a␉b'],
  ['a zero-width space', 'a\u200bb', 'a\ufffdb'],
  ['a no-break space', 'a\u00a0b', 'a\ufffdb'],
  ['a joiner that has no width', 'a\u034fb', 'a\ufffdb'],
  ['a filler', 'a\u3164b', 'a\ufffdb'],
  ['a right-to-left mark', 'a\u202eb', 'a\ufffdb'],
])('%s is seen', (_what, value, shown) => {
  expect(linesOf(value, 'x')[0]).toBe(`- policy: ${shown}`)
})

test.each([-1, 0, 5, 99])('a place of %i, wherever that is, does no harm', (at) => {
  expect(linesOf('abc', 'abd', { at })[0]).toMatch(/^- policy: (…|…c|abc)$/)
})
