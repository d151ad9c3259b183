// Which condition keys a sign-in has: by issuer, from the request, and those that only AWS knows.
import { describe, expect, test } from '@jest/globals'
import { knownWith, knownWithToken } from '../../evidence/baseline.js'
import { contextOf, type KeyState } from '../../src/trust/context.js'
import { HOST, type Json } from './fixtures.js'
import { knownFor } from './support.js'

function contextFor(claims: Json = {}, issuer?: string, inputs: Json = {}) {
  const { token } = knownFor(claims, issuer)
  const known = knownWith({ inputs })
  if (!token || !known.inputs) throw new Error('no token')
  return contextOf({ token, inputs: known.inputs, now: known.now })
}

describe('claims as keys', () => {
  const enterprise = `https://${HOST}/octo-enterprise`
  const ghes = 'https://github.example.com/_services/token'
  test.each<[string, string | undefined, KeyState]>([
    [`${HOST}:sub`, undefined, 'present'],
    [`${HOST}:REPOSITORY_ID`, undefined, 'present'],
    [`${HOST}:environment`, undefined, 'absent'],
    [`${HOST}:event_name`, undefined, 'not-offered'],
    [`${HOST}:repository_owner`, undefined, 'not-offered'],
    [`${HOST}:workflow_ref`, undefined, 'not-offered'],
    [`${HOST}:iss`, undefined, 'not-offered'],
    [`${HOST}:runner_environment`, undefined, 'not-offered'],
    [`${HOST}:repository_owner_id`, undefined, 'present'],
    [`${HOST}:oaud`, undefined, 'disputed'],
    [`${HOST}:email`, undefined, 'absent'],
    ['github.com/enterprises/octo:ref', 'https://github.com/enterprises/octo', 'present'],
    ['github.com/enterprises/octo/x:ref', 'https://github.com/enterprises/octo/x', 'disputed'],
    [`https://${HOST}:sub`, undefined, 'not-offered'],
    [`http://${HOST}:sub`, undefined, 'not-offered'],
    ['gitlab.com:sub', undefined, 'not-offered'],
    [`${HOST}/octo-enterprise:ref`, enterprise, 'present'],
    [`${HOST}:sub`, enterprise, 'not-offered'],
    ['token.actions.octo.ghe.com:ref', 'https://token.actions.octo.ghe.com', 'present'],
    ['github.example.com/_services/token:sub', ghes, 'present'],
    ['github.example.com/_services/token:ref', ghes, 'disputed'],
    ['github.example.com/_services/token:event_name', ghes, 'not-offered'],
    ['github.example.com/_services/token:repository_owner_id', ghes, 'disputed'],
    ['github.example.com/_services/token:runner_environment', ghes, 'not-offered'],
  ])('%s of %s is %s', (key, issuer, state) => {
    const found = contextFor({}, issuer).key(key)
    expect(found.state).toBe(state)
    expect(found.values.length > 0).toBe(state === 'present' || state === 'disputed')
  })

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'a claim named %s is none that STS offers',
    (name) => {
      expect(contextFor().key(`${HOST}:${name}`)).toEqual({ state: 'not-offered', values: [] })
    },
  )

  const other = { repository: null }
  test.each<[string, string, Json, KeyState]>([
    ['https://gitlab.com', 'gitlab.com:project_id', { project_id: '7' }, 'present'],
    ['https://gitlab.com', 'gitlab.com:ref', { ref: 'main' }, 'not-offered'],
    [
      'https://gitlab.example.com',
      'gitlab.example.com:project_id',
      { project_id: '7' },
      'not-offered',
    ],
    [
      'https://oidc.circleci.com/org/1f2e',
      'oidc.circleci.com/org/1f2e:oidc.circleci.com/project-id',
      { 'oidc.circleci.com/project-id': 'p' },
      'present',
    ],
    ['https://accounts.google.com', 'accounts.google.com:oaud', {}, 'present'],
    ['https://accounts.google.com', 'accounts.google.com:email', { email: 'a@b' }, 'disputed'],
    ['https://accounts.google.com', 'accounts.google.com:iss', {}, 'not-offered'],
    ['https://login.example.com', 'login.example.com:oaud', {}, 'disputed'],
    ['https://login.example.com', 'login.example.com:email', { email: 'a@b' }, 'disputed'],
    [
      'https://cognito-identity.amazonaws.com',
      'cognito-identity.amazonaws.com:amr',
      { amr: ['authenticated'] },
      'present',
    ],
    [
      'https://cognito-identity.amazonaws.com',
      'cognito-identity.amazonaws.com:iss',
      {},
      'not-offered',
    ],
    ...['agent.eu.buildkite.dev', 'agent.x.buildkite.site'].map(
      (host): [string, string, Json, KeyState] => [
        `https://${host}`,
        `${host}:pipeline_slug`,
        { pipeline_slug: 'a' },
        'present',
      ],
    ),
    [
      'https://agent.a.b.buildkite.dev',
      'agent.a.b.buildkite.dev:pipeline_slug',
      { pipeline_slug: 'a' },
      'not-offered',
    ],
    [
      'https://agent.buildkite.com',
      'agent.buildkite.com:pipeline_slug',
      { pipeline_slug: 'a' },
      'present',
    ],
  ])('of %s: %s', (issuer, key, claims, state) => {
    expect(contextFor({ ...other, ...claims }, issuer).key(key).state).toBe(state)
  })

  test('what aud is where azp is null, nobody has seen', () => {
    const { token, inputs, now } = knownWithToken({ claims: { azp: null } })
    if (!token || !inputs) throw new Error('no token')
    const { key } = contextOf({ token, inputs, now })
    expect(key(`${HOST}:aud`).state).toBe('unknown')
    expect(key(`${HOST}:sub`).state).toBe('present')
  })

  test('of several audiences, aud is none', () => {
    const { token, inputs, now } = knownFor({ aud: ['a', 'b'] })
    if (!token || !inputs) throw new Error('no token')
    expect(contextOf({ token, inputs, now }).key(`${HOST}:aud`).state).toBe('absent')
  })

  test.each([null, []])('%j as a claim is no key', (actor) => {
    const { token, inputs, now } = knownFor()
    if (!token || !inputs) throw new Error('no token')
    const claims = { ...token.claims, actor }
    const { key } = contextOf({ token: { ...token, claims }, inputs, now })
    expect(key(`${HOST}:actor`)).toEqual({ state: 'absent', values: [] })
  })

  test('Google is its own provider', () => {
    const { key } = contextFor(other, 'https://accounts.google.com')
    expect(key('aws:FederatedProvider').values).toEqual(['accounts.google.com'])
  })

  test('lists keep their values, numbers and booleans become text', () => {
    const { key } = contextFor({ amr: ['a', 7], actor: true })
    expect(key(`${HOST}:amr`).values).toEqual(['a', '7'])
    expect(key(`${HOST}:actor`).values).toEqual(['true'])
  })

  test.each(['', { a: 1 }, ['a', { b: 1 }]])("%j as a claim is nobody's guess", (actor) => {
    expect(contextFor({ actor }).key(`${HOST}:actor`).state).toBe('unknown')
  })
})

describe('the request', () => {
  test.each([
    ['sts:RoleSessionName', ['GitHubActions']],
    ['sts:DurationSeconds', ['3600']],
    ['aws:PrincipalAccount', ['111122223333']],
    ['aws:PrincipalType', ['User']],
    ['aws:userid', [`arn:aws:iam::111122223333:oidc-provider/${HOST}`]],
    ['aws:RequestedRegion', ['eu-west-1']],
    ['aws:CurrentTime', ['2026-09-11T10:00:00.000Z']],
    ['aws:EpochTime', ['1789120800']],
    ['aws:FederatedProvider', [`arn:aws:iam::111122223333:oidc-provider/${HOST}`]],
  ])('says %s', (key, values) => {
    expect(contextFor().key(key)).toEqual({ state: 'present', values })
  })

  test.each([
    'sts:ExternalId',
    'sts:SourceIdentity',
    'aws:PrincipalArn',
    'aws:RequestTag/x',
    'saml:aud',
  ])('has no %s', (key) => {
    expect(contextFor().key(key).state).toBe('absent')
  })

  test.each([
    'aws:SourceIp',
    'aws:SourceVpce',
    'aws:PrincipalOrgID',
    'sts:RoleAuthorizedByIdp',
    'iam:ResourceTag/a',
  ])('leaves %s to AWS', (key) => {
    expect(contextFor().key(key).state).toBe('unknown')
  })

  test('leaves the region to AWS where there are several, and the transport where it is http', () => {
    const { key } = contextFor({}, undefined, {
      fallbackRegions: ['eu-north-1'],
      stsEndpoint: 'http://127.0.0.1:9000',
    })
    expect(key('aws:RequestedRegion').state).toBe('unknown')
    expect(key('aws:SecureTransport').state).toBe('unknown')
  })

  test('without a role, the account is not known', () => {
    const { key, account } = contextFor({}, undefined, { role: null })
    expect(account).toBeUndefined()
    for (const name of ['PrincipalAccount', 'userid', 'FederatedProvider'])
      expect(key(`aws:${name}`).state).toBe('unknown')
  })

  test('session tags and source identity, in both forms, and the actions that they need', () => {
    const nested = contextFor({
      'https://aws.amazon.com/tags': {
        principal_tags: { Team: ['a'], Two: ['a', 'b'] },
        transitive_tag_keys: ['Team'],
      },
      'https://aws.amazon.com/source_identity': 'octocat',
    })
    expect(nested.actions).toEqual([
      'sts:AssumeRoleWithWebIdentity',
      'sts:TagSession',
      'sts:SetSourceIdentity',
    ])
    expect(nested.key('aws:RequestTag/TEAM').values).toEqual(['a'])
    expect(nested.key('aws:TagKeys').values).toEqual(['Team'])
    expect(nested.key('sts:TransitiveTagKeys').values).toEqual(['Team'])
    expect(nested.key('sts:SourceIdentity').values).toEqual(['octocat'])
    const flat = contextFor({ 'https://aws.amazon.com/tags/principal_tags/Team': 'b' })
    expect(flat.key('aws:RequestTag/Team').values).toEqual(['b'])
  })
})
