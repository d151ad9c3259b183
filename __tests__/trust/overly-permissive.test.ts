// Who else gets in: found where it is so, and not told where it is not.
import { describe, expect, test } from '@jest/globals'
import { aud, HOST, type Json, MAIN, PINNED, sub } from './fixtures.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const AUD = { StringEquals: { [aud]: 'sts.amazonaws.com' } }
const like = (value: unknown): Json => ({ ...AUD, StringLike: { [sub]: value } })

function who(policy: Json, known = knownFor()): string[] {
  const facts = examined(policy, known)
  return facts.found.some(({ kind }) => kind === 'trust-open')
    ? found(facts, 'trust-open').openings.map((one) => one.who)
    : []
}

describe('who else', () => {
  test.each<[string, Json, string[]]>([
    ['no sub', AUD, ['any-repository']],
    ['repo:*', like('repo:*'), ['any-repository']],
    ['*', like('*'), ['any-repository']],
    ['the organisation', like('repo:octo-org/*'), ['organisation', 'any-branch', 'pull-requests']],
    ['a branch of every repository', like('repo:octo-org/*:ref:refs/heads/main'), ['organisation']],
    ['a branch of everybody', like('repo:*:ref:refs/heads/main'), ['any-repository']],
    [
      'owners that begin alike',
      like('repo:octo-org*:ref:refs/heads/main'),
      ['similar-owners', 'organisation'],
    ],
    [
      'owners that end alike',
      like('repo:*octo-org/octo-repo:ref:refs/heads/main'),
      ['similar-owners'],
    ],
    [
      'repositories that begin alike',
      like('repo:octo-org/octo-repo*:ref:refs/heads/main'),
      ['similar-repositories'],
    ],
    ['the repository', like('repo:octo-org/octo-repo:*'), ['any-branch', 'pull-requests']],
    ['every branch', like('repo:octo-org/octo-repo:ref:refs/heads/*'), ['any-branch']],
    ['every ref', like('repo:octo-org/octo-repo:ref:*'), ['any-branch']],
    ['a pattern for pull requests', like('repo:octo-org/octo-repo:pull*'), ['pull-requests']],
    ['no aud', { StringEquals: { [sub]: MAIN } }, ['any-audience']],
    ['every aud', { StringEquals: { [sub]: MAIN }, StringLike: { [aud]: '*' } }, ['any-audience']],
    ['ForAllValues', { ...AUD, 'ForAllValues:StringEquals': { [sub]: MAIN } }, ['for-all-values']],
    [
      'a claim that need not be there',
      { ...AUD, StringEqualsIfExists: { [`${HOST}:environment`]: 'production' } },
      ['any-repository'],
    ],
    [
      'a condition that negates',
      { ...AUD, StringNotLike: { [sub]: 'repo:evil/*' } },
      ['any-repository'],
    ],
    [
      'the repository as a claim of its own',
      {
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:repository`]: 'octo-org/octo-repo' },
      },
      ['any-branch', 'pull-requests'],
    ],
    [
      'repositories of the owner as a claim',
      { ...AUD, StringLike: { [`${HOST}:repository`]: 'octo-org/*' } },
      ['organisation', 'any-branch', 'pull-requests'],
    ],
  ])('%s: %j', (_name, condition, expected) => {
    expect(who(policyOf(statement(condition)))).toEqual(expected)
  })

  test.each<[string, Json]>([
    ['a branch', PINNED],
    ['two values', like([MAIN, 'repo:octo-org/octo-repo:environment:production'])],
    ['pull requests that are meant', like([MAIN, 'repo:octo-org/octo-repo:pull_request'])],
    ['tags', like('repo:octo-org/octo-repo:ref:refs/tags/v*')],
    [
      'tags of the session',
      { ...PINNED, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] } },
    ],
    ['environments', like('repo:octo-org/octo-repo:environment:*')],
    [
      'a workflow of our own',
      {
        StringEquals: {
          [aud]: 'sts.amazonaws.com',
          [`${HOST}:job_workflow_ref`]:
            'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
          [`${HOST}:ref`]: 'refs/heads/main',
        },
      },
    ],
    [
      'a repository and its branch',
      {
        StringEquals: {
          [aud]: 'sts.amazonaws.com',
          [`${HOST}:repository_id`]: '456789',
          [`${HOST}:ref`]: 'refs/heads/main',
        },
      },
    ],
    [
      'another repository as a claim',
      {
        ...like('repo:octo-org/octo-repo:*'),
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:repository`]: 'octo-org/other-repo' },
      },
    ],
    [
      'the id of another repository',
      {
        ...like('repo:octo-org/octo-repo:*'),
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:repository_id`]: '999' },
      },
    ],
    [
      'a wildcard under StringEquals, which lets nobody in',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: 'repo:*' } },
    ],
    [
      'what only AWS can decide',
      { ...like('repo:*'), IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    ],
  ])('nobody beside %s', (_name, condition) => {
    expect(who(policyOf(statement(condition)))).toEqual([])
  })

  test('a Deny shuts what an Allow opens', () => {
    const deny = statement(
      { StringNotLike: { [sub]: 'repo:octo-org/octo-repo:ref:refs/heads/main' } },
      { Effect: 'Deny' },
    )
    expect(who(policyOf(statement(like('repo:*')), deny))).toEqual([])
  })

  test('statements for others are not asked', () => {
    const gitlab = {
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
    }
    expect(who(policyOf(statement(undefined, gitlab), statement(PINNED)))).toEqual([])
  })

  test('ForAllValues beside a Null that asks for the key is no opening', () => {
    const condition = {
      ...AUD,
      'ForAllValues:StringEquals': { [sub]: MAIN },
      Null: { [sub]: 'false' },
    }
    expect(who(policyOf(statement(condition)))).toEqual([])
  })

  test('in the form with ids, too', () => {
    const known = knownFor({ sub: 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main' })
    expect(who(policyOf(statement(like('repo:octo-org@123456/*'))), known)).toEqual([
      'organisation',
      'any-branch',
      'pull-requests',
    ])
  })

  test('of another issuer: any subject at all', () => {
    const known = knownFor(
      { repository: null, sub: 'project_path:a/b:ref_type:branch:ref:main' },
      'https://gitlab.com',
    )
    const Principal = { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' }
    const StringEquals = { 'gitlab.com:aud': 'sts.amazonaws.com' }
    expect(who(policyOf(statement({ StringEquals }, { Principal })), known)).toEqual([
      'any-subject',
    ])
    const StringLike = { 'gitlab.com:sub': 'project_path:a/b:*' }
    expect(who(policyOf(statement({ StringEquals, StringLike }, { Principal })), known)).toEqual([])
  })
})
