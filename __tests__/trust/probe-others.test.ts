// Who else gets in of issuers that are not GitHub: anybody, or others of a group, as far as their keys are known.
import { describe, expect, test } from '@jest/globals'
import type { OpeningOf } from '../../src/model.js'
import type { Json } from './fixtures.js'
import { openBy, openingsBy } from './opened.js'
import { knownFor } from './support.js'

const HOST = 'gitlab.com'
const SUB = 'project_path:a/b:ref_type:branch:ref:main'
const CLAIMS = { sub: SUB, namespace_id: '1', project_id: '2', repository: null }
const PRINCIPAL = {
  Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${HOST}` },
}

function condition(patterns: unknown, exact: Json = {}): Json {
  const own = Object.entries({ aud: 'sts.amazonaws.com', ...exact })
  return {
    StringEquals: Object.fromEntries(own.map(([name, value]) => [`${HOST}:${name}`, value])),
    ...(patterns === undefined ? {} : { StringLike: { [`${HOST}:sub`]: patterns } }),
  }
}
const openTo = (patterns: unknown, exact: Json = {}, claims: Json = CLAIMS) =>
  openBy(condition(patterns, exact), knownFor(claims, `https://${HOST}`), PRINCIPAL)

describe('a group', () => {
  const all = (group: string): (string | OpeningOf)[][] => [
    ['organisation', { group, kind: 'project' }],
  ]

  test('is named, with a subject of it', () => {
    const known = knownFor(CLAIMS, `https://${HOST}`)
    expect(
      openingsBy(condition('project_path:acme/*:ref_type:branch:ref:x'), known, PRINCIPAL),
    ).toEqual([
      {
        statement: { index: 0 },
        who: 'organisation',
        of: { group: 'acme', kind: 'project' },
        patterns: ['project_path:acme/*:ref_type:branch:ref:x'],
        example: 'project_path:acme/any-other:ref_type:branch:ref:x',
      },
    ])
  })

  test('of this token has the id that the token shows', () => {
    expect(openTo('project_path:a/*', { namespace_id: '1' })).toEqual(all('a'))
    expect(openTo('project_path:a/*', { namespace_id: '9' })).toEqual([])
    const { namespace_id: _id, ...without } = CLAIMS
    expect(openTo('project_path:a/*', { namespace_id: '1' }, without)).toEqual([])
  })

  test('of others may have the id that the policy wants', () => {
    expect(openTo('project_path:acme/*', { namespace_id: '9' })).toEqual(all('acme'))
  })

  test('by its id alone is that of this token', () => {
    expect(openTo(undefined, { namespace_id: '1' })).toEqual(all('a'))
  })

  test('is closed by the id of one project', () => {
    expect(openTo('project_path:a/*', { project_id: '2' })).toEqual([])
  })

  test('with a similar name is told as that', () => {
    expect(openTo('project_path:acme*/b:*')).toEqual([
      ['similar-owners', { group: 'acme*', kind: 'project' }],
    ])
  })

  test('of one project or branch is none', () => {
    expect(openTo('project_path:a/b:*')).toEqual([])
    expect(openTo([SUB, 'project_path:a/*:x:y:z'])).toEqual(all('a'))
  })
})

test('a subject of no known form is told of all, or of nobody', () => {
  const claims = { ...CLAIMS, sub: 'user:7' }
  expect(openTo(undefined, {}, claims)).toEqual([['any-subject']])
  expect(openTo('*', {}, claims)).toEqual([['any-subject']])
  expect(openTo('user:*', {}, claims)).toEqual([])
  expect(openTo(undefined, { namespace_id: '1' }, claims)).toEqual([])
})
