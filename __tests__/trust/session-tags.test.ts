// The session tags of a token in both forms that STS reads, and what of other forms is left out.
import { describe, expect, test } from '@jest/globals'
import { tagKeys } from '../../src/trust/session-tags.js'
import type { Json } from './fixtures.js'

const WHOLE = 'https://aws.amazon.com/tags'
const tagsOf = (claims: Json): unknown => Object.fromEntries(tagKeys(claims).tags)
const transitiveOf = (claims: Json): readonly string[] => tagKeys(claims).transitive

describe('tags', () => {
  test.each<[string, Json, Json]>([
    ['none', {}, {}],
    [
      'in one claim',
      { [WHOLE]: { principal_tags: { Team: ['a'], Stage: ['b'] } } },
      { Team: 'a', Stage: 'b' },
    ],
    ['each in one of its own', { [`${WHOLE}/principal_tags/Team`]: 'a' }, { Team: 'a' }],
    [
      'in both: the claim of its own is the last',
      { [WHOLE]: { principal_tags: { Team: ['a'] } }, [`${WHOLE}/principal_tags/Team`]: 'b' },
      { Team: 'b' },
    ],
    ['an empty one', { [WHOLE]: { principal_tags: { Team: [''] } } }, { Team: '' }],
  ])('%s', (_what, claims, tags) => {
    expect(tagsOf(claims)).toEqual(tags)
  })

  test.each<[string, Json]>([
    ['a text', { [WHOLE]: { principal_tags: { Team: 'a' } } }],
    ['two values', { [WHOLE]: { principal_tags: { Team: ['a', 'b'] } } }],
    ['no value', { [WHOLE]: { principal_tags: { Team: [] } } }],
    ['a number', { [WHOLE]: { principal_tags: { Team: [7] } } }],
    ['a list of tags', { [WHOLE]: { principal_tags: [['a']] } }],
    ['a list', { [WHOLE]: [{ principal_tags: { Team: ['a'] } }] }],
    ['null', { [WHOLE]: null }],
    ['a list in a claim of its own', { [`${WHOLE}/principal_tags/Team`]: ['a'] }],
    ['a claim of another name', { [`x${WHOLE}/principal_tags/Team`]: 'a', Team: 'a' }],
  ])('%s is none', (_what, claims) => {
    expect(tagsOf(claims)).toEqual({})
  })
})

describe('transitive tags', () => {
  test.each<[string, Json, string[]]>([
    ['in the one claim', { [WHOLE]: { transitive_tag_keys: ['Team', 7] } }, ['Team', '7']],
    ['in a claim of their own', { [`${WHOLE}/transitive_tag_keys`]: ['Team'] }, ['Team']],
    [
      'in both: those of the one claim',
      { [WHOLE]: { transitive_tag_keys: ['a'] }, [`${WHOLE}/transitive_tag_keys`]: ['b'] },
      ['a'],
    ],
    ['as a text, which is none', { [WHOLE]: { transitive_tag_keys: 'Team' } }, []],
    ['none', { [WHOLE]: {} }, []],
  ])('%s', (_what, claims, keys) => {
    expect(transitiveOf(claims)).toEqual(keys)
  })
})
