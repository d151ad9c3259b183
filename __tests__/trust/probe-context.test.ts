// What a probe subject comes with: what it cannot choose is its own, and what it can is as the policy wants it.
import { describe, expect, test } from '@jest/globals'
import { type Json, MAIN, pinned, sub } from './fixtures.js'
import { AUD, key, like, openBy, whoBy } from './opened.js'
import { examined, knownFor, policyOf, statement } from './support.js'

const ENVIRONMENT = key('environment')
const LIVE = knownFor({
  sub: 'repo:octo-org/octo-repo:environment:live',
  environment: 'live',
})

describe('what whoever runs a workflow chooses is no hindrance', () => {
  test.each<[string, Json]>([
    ['a claim that has to be there', { Null: { [ENVIRONMENT]: 'false' } }],
    ['the same in capitals', { Null: { [ENVIRONMENT]: 'False' } }],
    ['a claim with one of two values', { StringEquals: { ...AUD, [ENVIRONMENT]: ['a', 'b'] } }],
    ['a claim with a pattern', { StringLike: { [sub]: 'repo:*', [ENVIRONMENT]: 'live-*' } }],
    ['a claim that has not this value', { StringNotEquals: { [ENVIRONMENT]: 'live' } }],
    ['the name of the session', { StringLike: { [sub]: '*', 'sts:RoleSessionName': 'ci-*' } }],
  ])('%s', (_what, more) => {
    expect(whoBy({ ...like('repo:*'), ...more }, LIVE)).toEqual(['any-repository'])
    expect(whoBy({ ...like('repo:*'), ...more })).toEqual(['any-repository'])
  })

  test.each(['true', 'TRUE', true])('a claim that must not be there: %s', (missing) => {
    const condition = { ...like('repo:*'), Null: { [ENVIRONMENT]: missing } }
    expect(whoBy(condition, LIVE)).toEqual(['any-repository'])
    expect(whoBy(condition)).toEqual(['any-repository'])
  })
})

describe('what nobody chooses keeps all out', () => {
  test.each<[string, Json]>([
    ['a tag of the session', { StringEquals: { ...AUD, 'aws:RequestTag/Team': 'x' } }],
    ['an account', { StringEquals: { ...AUD, 'aws:PrincipalAccount': '999999999999' } }],
    ['a claim that is no key', { StringEquals: { ...AUD, [key('event_name')]: 'push' } }],
    ['a claim, if nobody knows what is asked of it', { Null: { [ENVIRONMENT]: ['x'] } }],
  ])('%s', (_what, more) => {
    expect(whoBy({ ...like('repo:*'), ...more })).toEqual([])
  })
})

describe('at a GitHub Enterprise Server, of which no source says that it has these keys', () => {
  const host = 'ghes.example/_services/token'
  const known = knownFor({}, `https://${host}`)
  const who = (exact: Json, more: Json = {}): unknown => {
    const condition = {
      StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', ...exact },
      ...more,
    }
    const over = { Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` } }
    const { found } = examined(policyOf(statement(condition, over)), known)
    return found.flatMap((one) => (one.kind === 'trust-open' ? one.openings.map((o) => o.who) : []))
  }

  test('whom such a key lets in is not told', () => {
    expect(who({})).toEqual(['any-repository'])
    expect(who({ [`${host}:repository`]: 'acme/api' })).toEqual([])
  })

  test('whom it keeps out either way is', () => {
    const other = { StringNotEquals: { [`${host}:repository`]: 'acme/api' } }
    expect(who({}, other)).toEqual(['any-repository'])
  })
})

test('an id is that of the owner that is named, if no other is known', () => {
  const owners = (pattern: string, id: string) =>
    openBy(like(pattern, { [key('repository_owner_id')]: id })).map(([, of]) => of)
  expect(owners('repo:acme/*', '77')).toContainEqual({ owner: 'acme' })
  expect(owners('repo:octo-org/*', '123456')).toContainEqual({ owner: 'octo-org' })
  expect(owners('repo:octo-org/*', '77')).toEqual([])
  expect(owners('repo:acme@*/*', '77')).toContainEqual({ owner: 'acme' })
  expect(owners('repo:acme@77/*', '77')).toContainEqual({ owner: 'acme' })
  expect(owners('repo:acme@78/*', '77')).toEqual([])
})

test('another audience is asked about beside whichever subject the policy names', () => {
  const noAudience = { StringEquals: pinned(MAIN)['StringEquals'], StringLike: { [sub]: MAIN } }
  expect(whoBy({ StringLike: { [sub]: 'repo:octo-org/octo-repo:ref:refs/heads/main' } })).toEqual([
    'any-audience',
  ])
  expect(whoBy({ StringEquals: { [sub]: ['repo:x/y:pull_request'] } })).toEqual(['any-audience'])
  expect(whoBy(noAudience)).toEqual([])
})
