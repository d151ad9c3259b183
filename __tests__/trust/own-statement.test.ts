// A statement of its own keeps the guards of the one that comes nearest: nobody else of the same branch comes in by it.
import { describe, expect, test } from '@jest/globals'
import type { Known } from '../../src/model.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from './support.js'

const SHARED = 'octo-org/shared/.github/workflows/deploy.yml'
const key = (claim: string): string => `${HOST}:${claim}`
const audience = { [aud]: 'sts.amazonaws.com' }

function own(policy: Json, known: Known): Json {
  const { suggestion } = found(examined(policy, known), 'trust-denial')
  expect(suggestion?.diff).toBe('')
  return JSON.parse(suggestion?.statement ?? '') as Json
}

function conditionOf(policy: Json, known: Known): unknown {
  return own(policy, known)['Condition']
}

describe('a called workflow that the policy asks for', () => {
  const policy = policyOf(
    statement({
      StringEquals: audience,
      StringLike: {
        [sub]: 'repo:octo-org/octo-repo:*',
        [key('job_workflow_ref')]: `${SHARED}@refs/tags/v1`,
      },
    }),
  )
  const claims = { job_workflow_ref: `${SHARED}@refs/heads/main` }
  const made = own(policy, knownFor(claims))
  const [before] = policy['Statement'] as Json[]
  const after = policyOf(before, made)

  test('comes in at the ref that it has', () => {
    expect(evaluated(after, knownFor(claims)).allowed).toBe(true)
  })

  test.each([
    `${SHARED}@refs/heads/dev`,
    'octo-org/octo-repo/.github/workflows/x.yml@refs/heads/main',
  ])('another workflow of the same branch does not: %s', (other) => {
    expect(evaluated(after, knownFor({ job_workflow_ref: other })).allowed).toBe(false)
  })
})

test('what holds is kept as it stands, what does not is this token’s, and what STS does not offer goes', () => {
  const policy = policyOf(
    statement({
      StringEquals: {
        ...audience,
        [sub]: 'repo:octo-org/octo-repo:environment:staging',
        [key('environment')]: 'staging',
        [key('repository_id')]: ['456789', '456790'],
      },
      StringLike: { [key('workflow')]: ['Deploy*', 'Recover'] },
      StringNotEquals: { [key('repository_owner')]: 'mona' },
      IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
    }),
  )
  const known = knownFor({
    sub: 'repo:octo-org/octo-repo:environment:production',
    environment: 'production',
    repository_id: '456789',
    workflow: 'Deploy',
  })
  expect(conditionOf(policy, known)).toEqual({
    StringEquals: {
      ...audience,
      [sub]: 'repo:octo-org/octo-repo:environment:production',
      [key('environment')]: 'production',
      [key('repository_id')]: ['456789', '456790'],
    },
    StringLike: { [key('workflow')]: ['Deploy*', 'Recover'] },
    IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
  })
})

test.each<[string, Json, Json]>([
  [
    'a protection that keeps this token out',
    { StringNotEquals: { [key('actor')]: 'octocat' } },
    {},
  ],
  ['a claim that the token does not have', { StringEquals: { [key('environment')]: 'x' } }, {}],
  ['the name of the session', { StringLike: { 'sts:RoleSessionName': 'mona-*' } }, {}],
  ['a claim that has gone, and one beside it', { Null: { [key('actor')]: 'true' } }, {}],
])('%s cannot be asked of it', (_what, condition, claims) => {
  const known = knownFor({ actor: 'octocat', ...claims })
  const { StringEquals = {} } = condition as { StringEquals?: Json }
  const policy = policyOf(
    statement({
      ...condition,
      StringEquals: { ...audience, ...StringEquals, [sub]: 'repo:x/y:z' },
    }),
  )
  expect(conditionOf(policy, known)).toEqual(PINNED)
})

test('a statement for another provider has nothing to keep', () => {
  const other = statement(pinned('x', { 'aws:SourceVpc': 'vpc-1' }), {
    Principal: { Federated: PROVIDER.replace(HOST, 'gitlab.com') },
  })
  expect(conditionOf(policyOf(other), knownFor())).toEqual(PINNED)
})

test('text that is a variable in this policy means itself', () => {
  const workflow = 'Deploy $' + '{aws:username}'
  const policy = policyOf(
    statement({ StringEquals: { ...audience, [sub]: 'x', [key('workflow')]: 'y' } }),
  )
  const known = knownFor({ workflow })
  const made = own(policy, known)
  expect(JSON.stringify(made)).toContain('Deploy $' + '{$}{aws:username}')
  expect(evaluated(policyOf(made), known).allowed).toBe(true)
})

test('functions of a template stay what they are', () => {
  const document = policyOf(
    statement({
      StringEquals: {
        ...audience,
        [sub]: `${MAIN}-old`,
        [key('ref')]: 'refs/heads/old',
        [key('repository_id')]: { Ref: 'RepositoryId' },
      },
      StringLike: { [key('workflow')]: { 'Fn::Sub': '$' + '{Prefix}*' } },
    }),
  )
  const template = {
    Parameters: {
      RepositoryId: { Type: 'String', Default: '456789' },
      Prefix: { Type: 'String', Default: 'Dep' },
    },
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: document } },
    },
  }
  const known = knownFor({ ref: 'refs/heads/main', repository_id: '456789', workflow: 'Deploy' })
  expect(own(template, known)).toEqual({
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: ACTION,
    Condition: {
      StringEquals: {
        ...audience,
        [sub]: MAIN,
        [key('ref')]: 'refs/heads/main',
        [key('repository_id')]: { Ref: 'RepositoryId' },
      },
      StringLike: { [key('workflow')]: { 'Fn::Sub': '$' + '{Prefix}*' } },
    },
  })
})

describe('a subject that anybody on GitHub can have', () => {
  const shared = `job_workflow_ref:${SHARED}@refs/heads/main`
  const ids = { repository: 'octo-org/octo-repo', repository_owner_id: '123456' }
  const policy = policyOf(statement(pinned(MAIN)))

  test('is asked for with the owner beside it: nobody else calls the workflow to come in', () => {
    const known = knownFor({ ...ids, sub: shared })
    const made = own(policy, known)
    expect(made['Condition']).toEqual(pinned(shared, { [key('repository_owner_id')]: '123456' }))
    const after = policyOf(statement(pinned(MAIN)), made)
    expect(evaluated(after, known).allowed).toBe(true)
    const stranger = knownFor({ ...ids, sub: shared, repository_owner_id: '654321' })
    expect(evaluated(after, stranger).allowed).toBe(false)
  })

  test('is not asked for a second owner beside the repository that the policy has', () => {
    const guarded = policyOf(statement(pinned(MAIN, { [key('repository')]: ids.repository })))
    expect(conditionOf(guarded, knownFor({ ...ids, sub: shared }))).toEqual(
      pinned(shared, { [key('repository')]: ids.repository }),
    )
  })

  test.each([
    'repository_owner:octo-org:environment:production',
    'repository_id:456789:ref:refs/heads/main',
    'repo:octo-org/octo-repo:environment:production:actor:mona',
  ])('%s names whose it is', (subject) => {
    const facts = examined(policy, knownFor({ ...ids, sub: subject }))
    expect(found(facts, 'trust-denial').suggestion?.statement).not.toContain('repository_owner_id')
  })

  test('of an issuer that has no such key stays what it is', () => {
    const { repository } = ids
    const facts = examined(policy, knownFor({ repository, repository_owner_id: null, sub: shared }))
    expect(found(facts, 'trust-denial').suggestion?.diff).toContain(shared)
  })
})

test('none is suggested that a policy has no room for', () => {
  const policy = policyOf(statement(PINNED))
  const suggested = (characters: number) => {
    const other = `repo:octo-org/octo-repo:environment:${'x'.repeat(characters)}`
    return found(examined(policy, knownFor({ sub: other })), 'trust-denial').suggestion
  }
  expect(suggested(5_000)?.statement).toContain('x'.repeat(5_000))
  expect(suggested(17_000)).toBeUndefined()
})

test.each(['StringLike', 'StringEqualsIgnoreCase'])(
  '%s that does not hold gives way to the value that the token has',
  (operator) => {
    const policy = policyOf(
      statement({
        StringEquals: { ...audience, [sub]: 'x' },
        [operator]: { [key('workflow')]: 'Other' },
      }),
    )
    expect(conditionOf(policy, knownFor({ workflow: 'Deploy' }))).toEqual({
      StringEquals: { ...audience, [sub]: MAIN, [key('workflow')]: 'Deploy' },
    })
  },
)
