import { expect, test } from '@jest/globals'
import { knownWith, knownWithToken } from '../../evidence/baseline.js'
import { tokenTags } from '../../src/checks/token-tags.js'

const TAGS = 'https://aws.amazon.com/tags'

function judged(claims: Readonly<Record<string, unknown>>): string[] {
  return tokenTags
    .judge(knownWithToken({ claims }))
    .map((failure) =>
      failure.kind === 'claim' && failure.problem === 'tags'
        ? `${failure.claim}: ${failure.got}`
        : '?',
    )
}

const nested = (tags: unknown) => ({ [TAGS]: tags })

test.each([
  ['no tags', {}],
  [
    'nested, as observed',
    nested({ principal_tags: { Team: ['engineering'] }, transitive_tag_keys: ['Team'] }),
  ],
  [
    'flat, as observed',
    { [`${TAGS}/principal_tags/Team`]: 'engineering', [`${TAGS}/transitive_tag_keys`]: ['Team'] },
  ],
  ['nested, without transitive keys', nested({ principal_tags: { A: ['1'], B: ['2'] } })],
  ['an empty claim', nested({})],
  [
    'flat, a list of one, which is not known to be refused',
    { [`${TAGS}/principal_tags/A`]: ['1'] },
  ],
])('%s', (_what, claims) => {
  expect(judged(claims)).toEqual([])
})

test.each([
  ['a claim that is a text', nested('x'), [`${TAGS}: "x"`]],
  ['a claim that is null', nested(null), [`${TAGS}: null`]],
  ['tags in a list', nested({ principal_tags: ['Team'] }), ['principal_tags: ["Team"]']],
  [
    'a plain text, as observed to be refused',
    nested({ principal_tags: { Team: 'engineering' } }),
    ['principal_tags.Team: "engineering"'],
  ],
  ['two values', nested({ principal_tags: { A: ['1', '2'] } }), ['principal_tags.A: ["1","2"]']],
  ['no value', nested({ principal_tags: { A: [] } }), ['principal_tags.A: []']],
  ['a number', nested({ principal_tags: { A: [1] } }), ['principal_tags.A: [1]']],
  [
    'each bad tag, and only those',
    nested({ principal_tags: { A: 'x', B: ['y'], C: null } }),
    ['principal_tags.A: "x"', 'principal_tags.C: null'],
  ],
  [
    'keys that are no list',
    nested({ principal_tags: { A: ['1'] }, transitive_tag_keys: 'A' }),
    ['transitive_tag_keys: "A"'],
  ],
  ['keys that are no texts', nested({ transitive_tag_keys: [1] }), ['transitive_tag_keys: [1]']],
  [
    'flat, an object',
    { [`${TAGS}/principal_tags/A`]: { a: 1 } },
    [`${TAGS}/principal_tags/A: {"a":1}`],
  ],
  [
    'flat, keys that are no list',
    { [`${TAGS}/transitive_tag_keys`]: 'A' },
    [`${TAGS}/transitive_tag_keys: "A"`],
  ],
])('%s', (_what, claims, problems) => {
  expect(judged(claims)).toEqual(problems)
})

test('a run without a token has nothing to judge', () => {
  expect(tokenTags.judge(knownWith({ token: null }))).toEqual([])
})

test.each([
  ['object', nested('x')],
  ['list-of-one-text', nested({ principal_tags: { Team: 'x' } })],
  ['list-of-keys', nested({ transitive_tag_keys: 'A' })],
  ['text', { [`${TAGS}/principal_tags/A`]: 7 }],
])('a %s is wanted', (want, claims) => {
  expect(tokenTags.judge(knownWithToken({ claims }))).toMatchObject([{ problem: 'tags', want }])
})

test('of a long value the beginning is told', () => {
  const [failure] = tokenTags.judge(knownWithToken({ claims: nested('x'.repeat(300)) }))
  expect(failure).toMatchObject({ got: `"${'x'.repeat(199)}` })
})

test('every transitive key has to be a text', () => {
  expect(judged(nested({ transitive_tag_keys: ['Team', 7] }))).toEqual([
    'transitive_tag_keys: ["Team",7]',
  ])
})
