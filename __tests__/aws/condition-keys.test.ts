// Which claims each issuer's tokens can be asked for in a trust policy, and what these say of whose a token is.
import { describe, expect, test } from '@jest/globals'
import { identityKeys, isMultivalued, offeredOf, offerOf } from '../../src/aws/condition-keys.js'

const GITHUB =
  'actor actor_id enterprise_id environment job_workflow_ref ref repository repository_id repository_owner_id workflow'
const GITLAB =
  'namespace_id pipeline_source project_id ref_protected runner_environment user_access_level user_email user_id user_login'
const BUILDKITE =
  'build_branch cluster_id cluster_name organization_id organization_slug pipeline_id pipeline_slug'

const own = (issuer: string, github = false): string => offeredOf(issuer, github).slice(3).join(' ')

describe('the keys of its own', () => {
  test.each([
    ['token.actions.githubusercontent.com', GITHUB],
    ['token.actions.githubusercontent.com/octo-enterprise', GITHUB],
    ['token.actions.octo.ghe.com', GITHUB],
    ['token.actions.octo.ghe.com/octo', GITHUB],
    ['github.com/enterprises/octo', GITHUB],
    ['gitlab.com', GITLAB],
    ['oidc.circleci.com/org/1-2', 'oidc.circleci.com/project-id'],
    ['accounts.google.com', 'oaud google/organization_number'],
    ['agent.buildkite.com', BUILDKITE],
    ['agent.eu.buildkite.dev', BUILDKITE],
    ['agent.eu.buildkite.site', BUILDKITE],
    ['cognito-identity.amazonaws.com', ''],
    ['idcs-1a2b.identity.oraclecloud.com', 'rpst_id'],
  ])('%s: %s', (issuer, keys) => {
    expect(offeredOf(issuer, false).slice(0, 3)).toEqual(['sub', 'aud', 'amr'])
    expect(own(issuer)).toBe(keys)
    // A token in GitHub's form of a known issuer gets no keys of GitHub's.
    expect(own(issuer, true)).toBe(keys)
    for (const near of [`x.${issuer}`, `x${issuer}`, `${issuer}.x/y/z`, `${issuer}/x/y/z`])
      expect({ near, keys: own(near) }).toEqual({ near, keys: '' })
  })

  test.each([
    'token.actions.githubusercontent.com/',
    'token.actions.a.b.ghe.com',
    'github.com/enterprises/',
    'oidc.circleci.com/org/',
    'agent..buildkite.dev',
    'agent.buildkite.dev',
    'idcs-.identity.oraclecloud.com',
  ])('%s has none', (issuer) => {
    expect(own(issuer)).toBe('')
    expect(own(issuer, true)).toBe(GITHUB)
  })
})

describe('whose a token is', () => {
  test.each<[string, string[], string[]]>([
    ['gitlab.com', ['namespace_id'], ['project_id', 'user_email', 'user_id', 'user_login']],
    [
      'agent.buildkite.com',
      ['organization_id', 'organization_slug'],
      ['cluster_id', 'cluster_name', 'pipeline_id', 'pipeline_slug'],
    ],
    ['accounts.google.com', ['google/organization_number'], []],
    ['oidc.circleci.com/org/1', [], ['oidc.circleci.com/project-id']],
    ['idp.example.com', [], []],
  ])('%s tells by %j, and nearer by %j', (issuer, group, nearer) => {
    expect(identityKeys(issuer)).toEqual({ group, nearer })
  })

  test('what a workflow chooses tells nothing, though GitHub offers it', () => {
    const { group, nearer } = identityKeys('token.actions.githubusercontent.com')
    expect(group).toEqual([])
    expect(nearer).toEqual([
      'actor',
      'actor_id',
      'enterprise_id',
      'repository',
      'repository_id',
      'repository_owner_id',
    ])
  })
})

test.each([
  ['accounts.google.com:oaud', true],
  ['gitlab.com:amr', true],
  ['aws:TagKeys', true],
  ['sts:TransitiveTagKeys', true],
  ['gitlab.com:sub', false],
  ['gitlab.com:amr2', false],
  ['gitlab.com:xamr', false],
  ['my-aws:TagKeys', false],
  ['aws:TagKeys/x', false],
  ['x-sts:TransitiveTagKeys', false],
  ['sts:TransitiveTagKeysX', false],
])('%s has several values: %s', (key, several) => {
  expect(isMultivalued(key)).toBe(several)
})

test.each([
  ['gitlab.com', 'amr', false, 'offered'],
  ['gitlab.com', 'project_id', false, 'offered'],
  ['gitlab.com', 'project_path', false, 'not-offered'],
  ['gitlab.com', 'repository', true, 'not-offered'],
  ['gitlab.com', 'email', false, 'disputed'],
  ['accounts.google.com', 'oaud', false, 'offered'],
  ['gitlab.com', 'oaud', false, 'disputed'],
  ['ghes.example.com', 'repository', true, 'disputed'],
  ['ghes.example.com', 'repository', false, 'not-offered'],
  ['ghes.example.com', 'event_name', true, 'not-offered'],
  ['token.actions.githubusercontent.com', 'repository', true, 'offered'],
])('%s, %s (in the form of GitHub: %s): %s', (issuer, claim, github, offer) => {
  expect(offerOf(issuer, claim, github)).toBe(offer)
})
