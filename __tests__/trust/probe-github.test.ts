// Repositories of GitHub that a policy leaves open: whose are told, and by which patterns.
import { describe, expect, test } from '@jest/globals'
import type { OpeningOf } from '../../src/model.js'
import { type Json, sub } from './fixtures.js'
import { AUD, key, like, openBy, openingsBy, whoBy } from './opened.js'
import { examined, knownFor, policyOf, statement } from './support.js'

const REF = 'ref:refs/heads/main'
const IDS = knownFor({ sub: `repo:octo-org@123456/octo-repo@456789:${REF}` })

describe('whom it is about', () => {
  test.each<[string, Json, (string | OpeningOf)[][]]>([
    [
      'owners that begin alike, and the one whose name is that beginning',
      like(`repo:acme*:${REF}`),
      [
        ['similar-owners', { owner: 'acme*' }],
        ['organisation', { owner: 'acme' }],
      ],
    ],
    [
      'owners with a text in their names: of that text alone nothing is told',
      like(`repo:*acme*:${REF}`),
      [['similar-owners', { owner: '*acme*' }]],
    ],
    [
      'owners that begin and end alike',
      like(`repo:ac*me/api:${REF}`),
      [['similar-owners', { owner: 'ac*me' }]],
    ],
    [
      'owners that begin alike, with one name of a repository',
      like(`repo:acme*/api:${REF}`),
      [['similar-owners', { owner: 'acme*' }]],
    ],
    [
      'repositories that begin alike',
      like(`repo:acme/api-*:${REF}`),
      [['similar-repositories', { repository: 'acme/api-*' }]],
    ],
    ['all repositories', like(`repo:acme/*:${REF}`), [['organisation', { owner: 'acme' }]]],
    [
      'runs of one actor',
      { StringEquals: { ...AUD, [key('actor')]: ['mona', 'lisa'] } },
      [['any-repository-of-actor', { actor: 'mona' }]],
    ],
    [
      'an owner by its id',
      {
        StringEquals: { ...AUD, [key('repository_owner_id')]: '99', [key('ref')]: 'refs/heads/x' },
      },
      [['organisation', { ownerId: '99' }]],
    ],
    [
      'several repositories, by their names',
      {
        StringEquals: { ...AUD, [key('repository')]: ['acme/api', 'acme/web'] },
        StringLike: { [sub]: '*:pull_request' },
      },
      [
        ['pull-requests', { repository: 'acme/api' }],
        ['pull-requests', { repository: 'acme/web' }],
      ],
    ],
  ])('%s', (_what, condition, expected) => {
    expect(openBy(condition)).toEqual(expected)
  })

  test.each<[string, (string | OpeningOf)[][]]>([
    ['acme/*@refs/heads/main', [['organisation', { owner: 'acme' }]]],
    ['acme/*.yml@refs/heads/main', [['organisation', { owner: 'acme' }]]],
    ['acme/*/.github/workflows/*.yml@refs/heads/main', [['organisation', { owner: 'acme' }]]],
    ['acme/api*.yml@refs/heads/main', [['similar-repositories', { repository: 'acme/api*' }]]],
    ['acme/*-api/*@refs/heads/main', [['similar-repositories', { repository: 'acme/*-api' }]]],
    ['acme/api-*/*@refs/heads/main', [['similar-repositories', { repository: 'acme/api-*' }]]],
    ['acme/api/.github/workflows/deploy.yml@refs/heads/main', []],
    ['*/.github/workflows/deploy.yml@refs/heads/main', [['any-repository']]],
    ['*/deploy.yml@refs/tags/v*', [['any-repository']]],
    ['*/ci/deploy.yml@refs/heads/main', []],
    [
      'acme*/api/.github/workflows/deploy.yml@refs/heads/main',
      [['similar-owners', { owner: 'acme*' }]],
    ],
    ['acme/*/.github/workflows/deploy.yml@refs/tags/v1', [['organisation', { owner: 'acme' }]]],
    [
      'acme*/.github/workflows/deploy.yml@refs/heads/main',
      [
        ['similar-owners', { owner: 'acme*' }],
        ['organisation', { owner: 'acme' }],
      ],
    ],
  ])('by a pattern for the workflow: %s', (workflow, expected) => {
    const condition = { StringEquals: AUD, StringLike: { [key('job_workflow_ref')]: workflow } }
    expect(openBy(condition)).toEqual(expected)
  })

  test('a pattern that a template of GitHub’s makes names no repository', () => {
    expect(openBy(like(['environment:*', 'actor:mona:*']))).toEqual([])
  })

  test('owners that begin alike have other ids than the one that is named', () => {
    expect(openBy(like(`repo:acme*@77/*:${REF}`))).toEqual([['similar-owners', { owner: 'acme*' }]])
  })

  test('an id with a wildcard is nobody’s', () => {
    const condition = {
      StringEquals: AUD,
      StringLike: { [key('repository_id')]: '99*', [key('ref')]: 'refs/heads/x' },
    }
    expect(openBy(condition)).toEqual([['any-repository']])
  })
})

describe('a run of others', () => {
  test('is in the environment that the policy names for all', () => {
    const condition = {
      StringEquals: AUD,
      StringLike: { [sub]: '*:environment:production', [key('repository')]: 'acme/*' },
    }
    expect(openBy(condition)).toEqual([['organisation', { owner: 'acme' }]])
  })

  test('is one like this run, if the policy names none', () => {
    const known = knownFor({
      sub: 'repo:octo-org/octo-repo:environment:production',
      environment: 'production',
    })
    const condition = { ...like('repo:*'), StringNotLike: { [sub]: '*:ref:refs/heads/*' } }
    expect(whoBy(condition, known)).toEqual(['any-repository'])
  })

  test('is one of a branch, if this one has nothing of the kind in its subject', () => {
    const known = knownFor({ sub: 'repo:octo-org/octo-repo' })
    expect(whoBy(like('repo:*:ref:refs/heads/*'), known)).toEqual(['any-repository'])
    expect(whoBy(like('repo:*:*'), known)).toEqual(['any-repository'])
  })
})

describe('the patterns that let them in', () => {
  test('are all of those, whichever run they fit', () => {
    const patterns = [
      'repo:acme/*:environment:live',
      'repo:acme/*:environment:*',
      'repo:acme/*:pull_request',
    ]
    const [first] = openingsBy(like(patterns))
    expect(first).toMatchObject({ who: 'organisation', patterns: expect.arrayContaining(patterns) })
  })

  test('are those for the subject, and no other', () => {
    const condition = {
      StringEquals: AUD,
      StringLike: { [sub]: ['repo:acme/*', 'repo:octo-org/octo-repo:*'], [key('actor')]: '*' },
    }
    const all = openingsBy(condition).flatMap(({ patterns }) => patterns)
    expect(new Set(all)).toEqual(new Set(['repo:acme/*', 'repo:octo-org/octo-repo:*']))
  })
})

describe('of one name with other ids', () => {
  const ids = (value: unknown, more: Json = {}) =>
    examined(policyOf(statement({ ...like(value), ...more })), IDS).found.flatMap((one) =>
      one.kind === 'trust-ids-open' ? one.openings : [],
    )

  test('are those of the owner, if its id is open', () => {
    expect(ids(`repo:octo-org@*/octo-repo@456789:${REF}`)).toEqual([
      {
        statement: { index: 0 },
        pattern: `repo:octo-org@*/octo-repo@456789:${REF}`,
        example: `repo:octo-org@999999990001/octo-repo@456789:${REF}`,
      },
    ])
  })

  test('are those of the repository, if its id is open', () => {
    expect(ids('repo:octo-org@123456/octo-repo@*:environment:live')).toMatchObject([
      { example: 'repo:octo-org@123456/octo-repo@999999990002:environment:live' },
    ])
  })

  test('are those of some repository of an owner whose id is open', () => {
    expect(ids(`repo:octo-org@*/*:${REF}`)).toMatchObject([
      { example: `repo:octo-org@999999990001/any-other-repository@999999990002:${REF}` },
    ])
  })

  test.each([
    ['an owner that is open itself', `repo:octo-*@*/octo-repo@*:${REF}`],
    ['a repository without ids', `repo:octo-org/octo-*:${REF}`],
    ['a repository by no name', `repo:octo-org@123456/*@*:${REF}`],
  ])('are none of %s', (_what, pattern) => {
    expect(ids(pattern)).toEqual([])
  })

  test('are told of each pattern once, with another condition that they meet', () => {
    const both = [`repo:octo-org@*/octo-repo@456789:${REF}`, `repo:acme@*/api@*:${REF}`]
    const more = { StringNotEquals: { [key('repository_id')]: '1' } }
    expect(ids(both, more).map(({ pattern }) => pattern)).toEqual(both)
  })
})

test('a repository without its ids has those that the token shows, and any, if the policy names it alone', () => {
  const open = (pattern: string, id: string) =>
    whoBy(like(pattern, { [key('repository_id')]: id }), IDS)
  expect(open('repo:octo-org/octo-repo:*', '456789')).toEqual(['any-branch', 'pull-requests'])
  expect(open('repo:octo-org/octo-repo:*', '1')).toEqual([])
  expect(open('repo:acme/api:*', '1')).toEqual(['any-branch', 'pull-requests'])
  expect(open('repo:acme@2/api@1:*', '1')).toEqual(['any-branch', 'pull-requests'])
  expect(open('repo:acme@2/api@3:*', '1')).toEqual([])
})

test('of an enterprise is what the token shows of its own owner', () => {
  const known = knownFor({ enterprise_id: '7' })
  const open = (pattern: string, id: string, of = known) =>
    whoBy(like(pattern, { [key('enterprise_id')]: id }), of)
  const all = ['organisation', 'any-branch', 'pull-requests']
  expect(open('repo:octo-org/*', '7')).toEqual(all)
  expect(open('repo:octo-org/*', '8')).toEqual([])
  expect(open('repo:octo-org/*', '7', knownFor())).toEqual([])
  expect(open('repo:acme/*', '8')).toEqual(all)
  expect(open('repo:*', '8')).toEqual(['any-repository-of-enterprise'])
})
