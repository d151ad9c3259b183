// Which statements are asked who else gets in by them, what a Deny shuts, and which keys may be missing.
import { describe, expect, test } from '@jest/globals'
import { HOST, type Json, MAIN, PINNED, sub } from './fixtures.js'
import { AUD, key, like, openBy, whoBy } from './opened.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const TAGS = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }
const openings = (policy: unknown, known = knownFor()) =>
  examined(policy, known).found.flatMap((one) => (one.kind === 'trust-open' ? one.openings : []))
const open = statement(like('repo:*'))

describe('nobody gets in', () => {
  const deny = (condition: Json | undefined, over: Json = {}) =>
    statement(condition, { Effect: 'Deny', ...over })

  test.each<[string, readonly unknown[]]>([
    [
      'by a statement for another action',
      [statement(like('repo:*'), { Action: 'sts:AssumeRole' })],
    ],
    [
      'by a Deny, whatever its keys',
      [statement(PINNED), deny({ 'ForAllValues:StringNotEquals': { [sub]: MAIN } })],
    ],
    ['past a Deny of all', [open, deny(undefined, { Principal: '*' })]],
    [
      'past a Deny that only AWS can decide',
      [open, deny({ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })],
    ],
    [
      'past a Deny of another provider, if it has a form that IAM may read in another way',
      [
        open,
        deny(undefined, {
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
          Comment: 'x',
        }),
      ],
    ],
    ['by a statement that has such a form itself', [statement(like('repo:*'), { Comment: 'x' })]],
  ])('%s', (_what, statements) => {
    expect(openings(policyOf(...statements))).toEqual([])
  })

  test('is not said of those whom a Deny leaves in', () => {
    const told = (one: unknown) => openings(policyOf(open, one)).map(({ who }) => who)
    expect(told(deny({ StringEquals: { [sub]: 'repo:evil/x:pull_request' } }))).toEqual([
      'any-repository',
    ])
    expect(told(deny(undefined, { Action: 'sts:TagSession' }))).toEqual(['any-repository'])
    const gitlab = { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' }
    expect(told(deny(undefined, { Principal: gitlab }))).toEqual(['any-repository'])
  })

  test('by the right to tag alone, which a token with tags needs beside the sign-in', () => {
    const tagging = statement(undefined, { Effect: 'Deny', Action: 'sts:TagSession' })
    const policy = policyOf(statement(PINNED), tagging)
    expect(openings(policy, knownFor(TAGS))).toEqual([])
  })
})

test('each statement is asked by itself, and the one that opens is named', () => {
  const policy = policyOf(statement(PINNED), statement(like('repo:acme/*'), { Sid: 'Acme' }))
  expect(found(examined(policy), 'trust-open').openings.map((one) => one.statement)).toEqual(
    Array(3).fill({ index: 1, sid: 'Acme' }),
  )
})

describe('a key under ForAllValues may be missing', () => {
  const all = { 'ForAllValues:StringEquals': { [key('environment')]: 'live' } }
  const by = (more: Json): string[] =>
    whoBy({ StringEquals: { ...AUD, [sub]: MAIN }, ...all, ...more })

  test.each<[string, Json]>([
    ['by itself', {}],
    ['beside a Null for another key', { Null: { [key('ref')]: 'false' } }],
    ['beside a Null that wants it to be', { Null: { [key('environment')]: 'true' } }],
    [
      'beside a Null that either will do for',
      { Null: { [key('environment')]: ['false', 'true'] } },
    ],
    ['beside a Null that IAM has not', { NullIfExists: { [key('environment')]: 'false' } }],
    ['beside a Null of a set', { 'ForAnyValue:Null': { [key('environment')]: 'false' } }],
    ['beside that very value', { StringEqualsIfExists: { [key('environment')]: 'false' } }],
  ])('%s', (_what, more) => {
    expect(by(more)).toContain('for-all-values')
  })

  test.each(['false', 'False', false])('unless a Null asks for it: %s', (value) => {
    expect(by({ Null: { [key('environment').toUpperCase()]: value } })).toEqual([])
  })

  test('and the example is the key', () => {
    expect(
      openings(policyOf(statement({ StringEquals: { ...AUD, [sub]: MAIN }, ...all }))),
    ).toEqual([
      {
        statement: { index: 0 },
        who: 'for-all-values',
        patterns: [],
        example: `${HOST}:environment`,
      },
    ])
  })

  test.each(['aws:TagKeys', 'aws:tagkeys', 'sts:TransitiveTagKeys'])(
    'but a key of tags is meant to be: %s',
    (tags) => {
      expect(
        whoBy({
          StringEquals: { ...AUD, [sub]: MAIN },
          'ForAllValues:StringEquals': { [tags]: 'a' },
        }),
      ).toEqual([])
    },
  )
})

describe('what a condition forbids is no hint of whom it means', () => {
  test.each<[string, Json]>([
    ['a subject', { StringNotLike: { [sub]: 'repo:acme/*' } }],
    ['an actor', { StringNotEquals: { [key('actor')]: 'mona' } }],
    ['a key of another issuer', { StringNotEquals: { 'gitlab.com:sub': 'repo:acme/*' } }],
  ])('%s', (_what, not) => {
    expect(openBy({ ...like('repo:octo-org/*'), ...not })).toEqual([
      ['organisation', { owner: 'octo-org' }],
      ['any-branch', { repository: 'octo-org/*' }],
      ['pull-requests', { repository: 'octo-org/*' }],
    ])
  })
})

test('letters that are the same but for their case are no pattern', () => {
  const condition = { StringEquals: AUD, StringEqualsIgnoreCase: { [sub]: MAIN.toUpperCase() } }
  expect(openBy(condition)).toEqual([])
})

describe('what is told of an opening', () => {
  test('has a pattern that only a later run fits, beside one that all fit', () => {
    const patterns = ['repo:acme/*:environment:*', 'repo:acme/*:environment:live']
    expect(openings(policyOf(statement(like(patterns))))).toEqual([
      {
        statement: { index: 0 },
        who: 'organisation',
        of: { owner: 'acme' },
        patterns,
        example: 'repo:acme/any-other-repository:environment:any-other',
      },
    ])
  })

  test('of any audience is that audience, and no pattern for the subject', () => {
    const condition = { StringLike: { [sub]: [MAIN, 'repo:octo-org/octo-repo:environment:*'] } }
    expect(openings(policyOf(statement(condition)))).toEqual([
      {
        statement: { index: 0 },
        who: 'any-audience',
        patterns: [],
        example: 'any-other-audience',
      },
    ])
  })
})
