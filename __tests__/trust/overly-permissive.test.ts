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
      'ForAllValues of two keys, each of which may be missing',
      { 'ForAllValues:StringEquals': { [aud]: 'sts.amazonaws.com', [sub]: MAIN } },
      ['for-all-values', 'for-all-values'],
    ],
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
    ['a family of branches', like('repo:octo-org/octo-repo:ref:refs/heads/release/*')],
    ['a family by its name', like('repo:octo-org/octo-repo:ref:refs/heads/release*')],
    [
      'an environment as a claim',
      {
        ...like('repo:octo-org/octo-repo:*'),
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:environment`]: 'production' },
      },
    ],
    [
      'the actor of one subject',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN, [`${HOST}:actor`]: 'octocat' } },
    ],
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

  test.each<[string, Json, string[]]>([
    ['a name of anybody', like('repo:*/octo-repo:ref:refs/heads/main'), ['any-repository']],
    ['a name of anybody, another', like('repo:*/api:*'), ['any-repository']],
    ['any context of anybody', like('*:environment:production'), ['any-repository']],
    ['a name that ends so', like('*-infra:ref:refs/heads/main'), ['any-repository']],
    [
      'owners of as many characters',
      like('repo:octo-???/api:ref:refs/heads/main'),
      ['similar-owners'],
    ],
    ['branches that begin alike', like('repo:acme/api:ref:refs/heads/main*'), ['similar-branches']],
    ['branches that end alike', like('repo:acme/api:ref:refs/heads/*main'), ['similar-branches']],
    [
      'branches of one more character',
      like('repo:acme/api:ref:refs/heads/main?'),
      ['similar-branches'],
    ],
    [
      'branches that begin alike, as a claim',
      {
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:repository`]: 'acme/api' },
        StringLike: { [`${HOST}:ref`]: 'refs/heads/main*' },
      },
      ['similar-branches'],
    ],
    [
      'the actor alone',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:actor`]: 'octocat' } },
      ['any-repository-of-actor'],
    ],
    [
      'the id of the actor beside a star',
      {
        ...like('repo:*'),
        StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:actor_id`]: '7' },
      },
      ['any-repository-of-actor'],
    ],
    [
      'the enterprise alone',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:enterprise_id`]: '7' } },
      ['any-repository-of-enterprise'],
    ],
    [
      'the id of the owner alone',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:repository_owner_id`]: '123456' } },
      ['organisation', 'any-branch', 'pull-requests'],
    ],
    [
      'the workflows of a repository, whatever their ref',
      {
        ...AUD,
        StringLike: { [`${HOST}:job_workflow_ref`]: 'acme/api/.github/workflows/deploy.yml@*' },
      },
      ['any-branch', 'pull-requests'],
    ],
    [
      'an environment of any repository',
      { StringEquals: { [aud]: 'sts.amazonaws.com', [`${HOST}:environment`]: 'production' } },
      ['any-repository'],
    ],
  ])('%s: %j', (_name, condition, expected) => {
    expect(who(policyOf(statement(condition)))).toEqual(expected)
  })

  test.each<[string, Json]>([
    ['of the branch', { [`${HOST}:ref`]: 'refs/heads/main' }],
    ['of the environment', { [`${HOST}:environment`]: 'staging' }],
    ['of the actor', { [`${HOST}:actor`]: 'dependabot[bot]' }],
    ['of the subject of this very run', { [sub]: MAIN }],
    ['of the workflow', { [`${HOST}:workflow`]: 'deploy' }],
    ['of another repository', { [`${HOST}:repository`]: 'octo-org/secret' }],
  ])('StringNotEquals %s hides nothing', (_name, not) => {
    const condition = { ...like('repo:octo-org/*'), StringNotEquals: not }
    expect(who(policyOf(statement(condition)))).toEqual([
      'organisation',
      'any-branch',
      'pull-requests',
    ])
  })

  test.each<[string, Json, Json]>([
    ['the id of another owner', { [`${HOST}:repository_owner_id`]: '99' }, { ownerId: '99' }],
    ['another repository', { [`${HOST}:repository`]: 'acme/api' }, { repository: 'acme/api' }],
    ['the id of another repository', { [`${HOST}:repository_id`]: '99' }, { repositoryId: '99' }],
  ])('%s: this repository is not said to get in', (_name, more, of) => {
    const facts = examined(
      policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', ...more } })),
    )
    expect(facts.allowed).toBe(false)
    const all = found(facts, 'trust-open').openings
    expect(all).toContainEqual(expect.objectContaining({ who: 'any-branch', of }))
    expect(JSON.stringify(all)).not.toContain('octo')
  })

  test('two repositories share a role: the one that is open is named, the other is not', () => {
    const facts = examined(policyOf(statement(like([MAIN, 'repo:acme/api:*']))))
    expect(found(facts, 'trust-open').openings).toEqual([
      {
        statement: { index: 0 },
        who: 'any-branch',
        of: { repository: 'acme/api' },
        patterns: ['repo:acme/api:*'],
        example: 'repo:acme/api:ref:refs/heads/any-other',
      },
      {
        statement: { index: 0 },
        who: 'pull-requests',
        of: { repository: 'acme/api' },
        patterns: ['repo:acme/api:*'],
        example: 'repo:acme/api:pull_request',
      },
    ])
  })

  test('what is said of an owner is not said of its repositories again', () => {
    const facts = examined(
      policyOf(statement(like(['repo:acme/*', 'repo:acme/api:*', 'repo:other/x:*']))),
    )
    expect(found(facts, 'trust-open').openings.map(({ who, of }) => [who, of])).toEqual([
      ['organisation', { owner: 'acme' }],
      ['any-branch', { repository: 'acme/*' }],
      ['any-branch', { repository: 'other/x' }],
      ['pull-requests', { repository: 'acme/*' }],
      ['pull-requests', { repository: 'other/x' }],
    ])
  })

  test('a name of the session that anybody may give hides nothing', () => {
    const condition = {
      ...like('repo:acme/*'),
      StringLike: { [sub]: 'repo:acme/*', 'sts:RoleSessionName': 'deploy' },
    }
    expect(who(policyOf(statement(condition)))).toContain('organisation')
  })

  test('a template that leaves the repository out of `sub` is closed by the claim', () => {
    const known = knownFor({ sub: 'environment:production' })
    const StringEquals = {
      [aud]: 'sts.amazonaws.com',
      [sub]: 'environment:production',
      [`${HOST}:repository`]: 'octo-org/octo-repo',
    }
    expect(who(policyOf(statement({ StringEquals })), known)).toEqual([])
  })
})

describe('ids', () => {
  const ids = 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main'
  const idsOf = (pattern: string, more: Json = {}): string[] => {
    const condition = { ...like(pattern), ...more }
    const { found: all } = examined(policyOf(statement(condition)), knownFor({ sub: ids }))
    return all.flatMap((one) =>
      one.kind === 'trust-ids-open' ? one.openings.map((opening) => opening.pattern) : [],
    )
  }

  test.each([
    'repo:octo-org@*/octo-repo@*:ref:refs/heads/main',
    'repo:acme@*/api@*:environment:production',
    'repo:octo-org@123456/octo-repo@*:ref:refs/heads/main',
    'repo:octo-org@*/octo-repo@456789:ref:refs/heads/main',
    'repo:octo-org@??????/octo-repo@456789:ref:refs/heads/main',
    'repo:octo-org@*/*:ref:refs/heads/main',
    'repo:octo-org@*/octo-repo@*:*',
  ])('%s leaves them open', (pattern) => {
    // As many characters as the pattern has are not those of an id that nobody has.
    expect(idsOf(pattern)).toEqual(pattern.includes('?') ? [] : [pattern])
  })

  test.each([
    ids,
    'repo:octo-org/octo-repo:*',
    'repo:octo-org@123456/*',
    'repo:octo-org@123456/octo-*@*:ref:refs/heads/main',
    'repo:*:ref:refs/heads/main',
  ])('%s does not', (pattern) => {
    expect(idsOf(pattern)).toEqual([])
  })

  test('another condition on an id closes them', () => {
    const pattern = 'repo:octo-org@*/octo-repo@*:ref:refs/heads/main'
    const StringEquals = { [aud]: 'sts.amazonaws.com', [`${HOST}:repository_id`]: '456789' }
    expect(idsOf(pattern, { StringEquals })).toEqual([])
  })

  test('and are nothing else', () => {
    const known = knownFor({ sub: ids })
    expect(
      who(policyOf(statement(like('repo:octo-org@*/octo-repo@*:ref:refs/heads/main'))), known),
    ).toEqual([])
  })
})

describe('of other issuers', () => {
  const whoOf = (
    issuer: string,
    claims: Json,
    condition: { equals?: Json; like?: unknown },
  ): string[] => {
    const known = knownFor({ repository: null, ...claims }, `https://${issuer}`)
    const Principal = {
      Federated:
        issuer === 'accounts.google.com'
          ? issuer
          : `arn:aws:iam::111122223333:oidc-provider/${issuer}`,
    }
    const own = Object.fromEntries(
      Object.entries(condition.equals ?? {}).map(([key, value]) => [`${issuer}:${key}`, value]),
    )
    const StringEquals = { [`${issuer}:aud`]: 'sts.amazonaws.com', ...own }
    const StringLike =
      condition.like === undefined ? {} : { StringLike: { [`${issuer}:sub`]: condition.like } }
    return who(policyOf(statement({ StringEquals, ...StringLike }, { Principal })), known)
  }
  const gitlab = {
    sub: 'project_path:a/b:ref_type:branch:ref:main',
    namespace_id: '1',
    project_id: '2',
  }
  const terraform = { sub: 'organization:o:project:p:workspace:w:run_phase:apply' }
  const buildkite = {
    sub: 'organization:o:pipeline:p:ref:refs/heads/main:commit:abc:step:s',
    organization_slug: 'o',
    pipeline_slug: 'p',
  }
  const cluster = { sub: 'system:serviceaccount:prod:deploy' }

  test.each<[string, Json, { equals?: Json; like?: unknown }, string[]]>([
    ['gitlab.com', gitlab, {}, ['any-subject']],
    ['gitlab.com', gitlab, { like: 'project_path:*' }, ['any-subject']],
    ['gitlab.com', gitlab, { like: 'project_path:*:ref_type:branch:ref:main' }, ['any-subject']],
    ['gitlab.com', gitlab, { like: 'project_path:*/b:*' }, ['any-subject']],
    ['gitlab.com', gitlab, { like: 'project_path:a/*' }, ['organisation']],
    [
      'gitlab.com',
      gitlab,
      { like: 'project_path:acme/*:ref_type:branch:ref:main' },
      ['organisation'],
    ],
    ['gitlab.com', gitlab, { like: 'project_path:acme*/b:*' }, ['similar-owners']],
    ['gitlab.com', gitlab, { like: 'project_path:a/b:*' }, []],
    ['gitlab.com', gitlab, { like: gitlab.sub }, []],
    ['gitlab.com', gitlab, { like: 'project_path:*', equals: { project_id: '2' } }, []],
    ['gitlab.com', gitlab, { equals: { namespace_id: '1' } }, ['organisation']],
    ['app.terraform.io', terraform, { like: 'organization:*' }, ['any-subject']],
    ['app.terraform.io', terraform, { like: 'organization:o:*' }, ['organisation']],
    [
      'app.terraform.io',
      terraform,
      { like: 'organization:acme:project:*:workspace:*:run_phase:plan' },
      ['organisation'],
    ],
    [
      'app.terraform.io',
      terraform,
      { like: 'organization:o:project:p:workspace:*:run_phase:*' },
      [],
    ],
    [
      'app.terraform.io',
      terraform,
      { like: 'organization:o:project:*:workspace:w:run_phase:*' },
      [],
    ],
    [
      'app.terraform.io',
      terraform,
      { like: 'organization:o:project:p:workspace:w:run_phase:*' },
      [],
    ],
    ['agent.buildkite.com', buildkite, { like: 'organization:*' }, ['any-subject']],
    ['agent.buildkite.com', buildkite, { like: 'organization:o:*' }, ['organisation']],
    [
      'agent.buildkite.com',
      buildkite,
      { like: 'organization:*', equals: { organization_slug: 'o' } },
      ['organisation'],
    ],
    ['agent.buildkite.com', buildkite, { like: 'organization:o:pipeline:p:*' }, []],
    ['oidc.example.com', cluster, { like: 'system:serviceaccount:*:*' }, ['any-subject']],
    ['oidc.example.com', cluster, { like: 'system:serviceaccount:*' }, ['any-subject']],
    ['oidc.example.com', cluster, { like: 'system:serviceaccount:*:deploy' }, ['similar-owners']],
    ['oidc.example.com', cluster, { like: 'system:serviceaccount:prod:*' }, ['organisation']],
    ['oidc.example.com', cluster, { like: 'system:serviceaccount:prod:deploy-*' }, []],
    ['oidc.example.com', cluster, { equals: { sub: cluster.sub } }, []],
  ])('%s: %j with %j', (issuer, claims, condition, expected) => {
    expect(whoOf(issuer, claims, condition)).toEqual(expected)
  })

  test('a pool of Cognito is told by `aud`', () => {
    const host = 'cognito-identity.amazonaws.com'
    const known = knownFor({ repository: null, sub: 'eu-west-1:9' }, `https://${host}`)
    const asked = (condition: Json): string[] =>
      who(policyOf(statement(condition, { Principal: { Federated: host } })), known)
    const signedIn = { 'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' } }
    const pool = { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } }
    expect(asked({ ...pool, ...signedIn })).toEqual([])
    expect(asked(signedIn)).toEqual(['any-subject', 'any-audience'])
  })

  test('an exact `:oaud` of Google is as good as `:aud`; none at all is not', () => {
    const host = 'accounts.google.com'
    const known = knownFor(
      { repository: null, sub: '7', azp: '9', aud: 'https://a.example' },
      `https://${host}`,
    )
    const asked = (StringEquals: Json, more: Json = {}): string[] =>
      who(policyOf(statement({ StringEquals, ...more }, { Principal: { Federated: host } })), known)
    const exact = { [`${host}:sub`]: '7' }
    expect(asked({ ...exact, [`${host}:oaud`]: 'https://a.example' })).toEqual([])
    const set = { 'ForAnyValue:StringEquals': { [`${host}:oaud`]: 'https://a.example' } }
    expect(asked(exact, set)).toEqual([])
    expect(asked({ ...exact, [`${host}:aud`]: '9' })).toEqual([])
    expect(asked(exact)).toEqual(['any-audience'])
  })

  test('any subject at all', () => {
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

test('of a placeholder that is still there, nobody is told: what it becomes is not known', () => {
  expect(who(policyOf(statement(like('repo:<owner>/*'))))).toEqual([])
})

test('another spelling of this repository opens nothing, once the change has taken it away', () => {
  const like = (...values: string[]): Json =>
    policyOf(
      statement({ StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: values } }),
    )
  const kinds = (policy: Json): string[] => examined(policy).found.map(({ kind }) => kind)
  expect(kinds(like('repo:Octo-Org/octo-repo:*'))).toEqual(['trust-denial'])
  // What is open beside it is told.
  expect(kinds(like('repo:Octo-Org/octo-repo:*', 'repo:octo-org/other:*'))).toEqual([
    'trust-denial',
    'trust-open',
  ])
})
