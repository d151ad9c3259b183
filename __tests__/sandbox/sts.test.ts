// The street's STS beyond the observations: parameters, provider and role, session policies, the protocol itself.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, element, type Form, get, post, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

const denied = {
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
}
const generic =
  'The web identity token provided could not be validated. See the AssumeRoleWithWebIdentity documentation for requirements.'
const allow_all = { Effect: 'Allow', Action: 's3:*', Resource: '*' }

test('credentials look like AWS’s', async () => {
  const { xml, status } = await assume(on, { RoleSessionName: 'octo', DurationSeconds: '900' })
  expect(status).toBe(200)
  expect(xml).toContain(
    '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
  )
  expect(element(xml, 'AccessKeyId')).toMatch(/^ASIA[A-Z2-7]{16}$/)
  expect(element(xml, 'SecretAccessKey')).toHaveLength(40)
  expect(element(xml, 'SessionToken')?.length).toBeGreaterThan(500)
  expect(element(xml, 'AssumedRoleId')).toMatch(/^AROA[A-Z2-7]{17}:octo$/)
  expect(element(xml, 'Arn')).toBe('arn:aws:sts::111122223333:assumed-role/deploy/octo')
  const lasts = Date.parse(element(xml, 'Expiration') ?? '') - Date.now()
  expect(Math.abs(lasts - 900_000)).toBeLessThan(2000)
})

test('the role’s path is no part of the session’s name', async () => {
  on.setRole({ arn: 'arn:aws-cn:iam::444455556666:role/teams/web/deploy' })
  const { xml } = await assume(on)
  expect(element(xml, 'Arn')).toBe('arn:aws-cn:sts::444455556666:assumed-role/deploy/probe')
})

describe('parameters', () => {
  const value = (shown: string, name: string, rule: string): string =>
    `1 validation error detected: Value ${shown} at '${name}' failed to satisfy constraint: Member must ${rule}`

  test.each<[string, Form, string]>([
    [
      'a session name with a blank',
      { RoleSessionName: 'a b' },
      value("'a b'", 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*'),
    ],
    [
      'too short a session name',
      { RoleSessionName: 'a' },
      value("'a'", 'roleSessionName', 'have length greater than or equal to 2'),
    ],
    [
      'too long a session name',
      { RoleSessionName: 'a'.repeat(65) },
      value(`'${'a'.repeat(65)}'`, 'roleSessionName', 'have length less than or equal to 64'),
    ],
    [
      'too short a session',
      { DurationSeconds: '899' },
      value("'899'", 'durationSeconds', 'have value greater than or equal to 900'),
    ],
    [
      'too long a session',
      { DurationSeconds: '43201' },
      value("'43201'", 'durationSeconds', 'have value less than or equal to 43200'),
    ],
    [
      'an empty role',
      { RoleArn: '' },
      value("''", 'roleArn', 'have length greater than or equal to 20'),
    ],
    [
      'too short a token',
      { WebIdentityToken: 'abc' },
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    ],
    [
      'too long a token',
      { WebIdentityToken: 'a'.repeat(20_001) },
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length less than or equal to 20000",
    ],
    [
      'longer than the role allows',
      { DurationSeconds: '7200' },
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ],
    [
      'a provider’s ARN',
      { RoleArn: 'arn:aws:iam::111122223333:oidc-provider/x.example' },
      'Request ARN is invalid',
    ],
    ['no account', { RoleArn: 'arn:aws:iam:::role/deployment-role' }, 'Request ARN is invalid'],
  ])('%s', async (_name, form, message) => {
    const { status, outcome } = await assume(on, form)
    expect({ status, outcome }).toEqual({
      status: 400,
      outcome: { code: 'ValidationError', message },
    })
  })

  test('all that is wrong is said at once', async () => {
    const { outcome } = await assume(on, { RoleSessionName: '/', DurationSeconds: '1' })
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/^3 validation errors detected: .*; .*; /),
    })
  })

  test('a missing one', async () => {
    const body = { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15' }
    expect(element((await post(on, body)).body, 'Message')).toContain("Value null at 'roleArn'")
  })
})

describe('provider and role', () => {
  test('no provider', async () => {
    on.setProvider(null)
    expect((await assume(on)).outcome).toEqual({ code: 'InvalidIdentityToken', message: generic })
  })

  test('no provider, in the classic words', async () => {
    on.setProvider({ url: `${on.issuer}/`, client_ids: ['sts.amazonaws.com'] })
    await on.setFaults({ sts: { generation: 'classic' } })
    expect((await assume(on)).outcome).toMatchObject({
      message: `No OpenIDConnect provider found in your account for ${on.issuer}`,
    })
  })

  test('a role in another account: no provider there', async () => {
    const { outcome } = await assume(on, { RoleArn: 'arn:aws:iam::999999999999:role/deploy' })
    expect(outcome).toMatchObject({ message: generic })
  })

  test.each<[string, () => void]>([
    ['the role is missing', () => on.setRole(null)],
    ['the role is another', () => on.setRole({ arn: 'arn:aws:iam::111122223333:role/Deploy' })],
    ['the policy is for others', () => on.setTrustPolicy({ Statement: [] })],
  ])('%s: the same sentence', async (_name, arrange) => {
    arrange()
    const RoleArn = 'arn:aws:iam::111122223333:role/deploy'
    const { status, outcome } = await assume(on, { RoleArn })
    expect({ status, outcome }).toEqual({ status: 403, outcome: denied })
  })

  test('tags need sts:TagSession', async () => {
    const tags = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['web'] } } }
    const WebIdentityToken = on.mint({ claims: tags })
    expect((await assume(on, { WebIdentityToken })).outcome).toEqual(denied)
    const policy = JSON.parse(JSON.stringify(on.trustPolicy()))
    policy.Statement[0].Action = 'sts:*'
    on.setTrustPolicy(policy)
    expect((await assume(on, { WebIdentityToken })).outcome).toBe('ok')
  })

  test.each([[{ Team: 'web' }], [{ Team: ['web', 'api'] }], ['web']])('tags %j', async (tags) => {
    const claims = { 'https://aws.amazon.com/tags': { principal_tags: tags } }
    const { outcome } = await assume(on, { WebIdentityToken: on.mint({ claims }) })
    expect(outcome).toMatchObject({
      message: 'principal_tags passed in claim is not in correct format.',
    })
  })
})

describe('the token', () => {
  const not_jwt =
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
  test.each<[string, () => string]>([
    ['opaque', () => 'opaque-access-token'],
    ['five parts', () => 'a.b.c.d.e'],
    ['no JSON', () => 'YQ.YQ.YQ'],
    ['alg none', () => on.mint({ header: { alg: 'none' } })],
    ['alg HS256', () => on.mint({ header: { alg: 'HS256' } })],
    ['alg PS256', () => on.mint({ header: { alg: 'PS256' } })],
  ])('%s', async (_name, make) => {
    const { outcome } = await assume(on, { WebIdentityToken: make() })
    expect(outcome).toEqual({ code: 'InvalidIdentityToken', message: not_jwt })
  })

  test('a changed payload does not verify', async () => {
    await on.setFaults({ sts: { generation: 'classic' } })
    const [head, body = '', signature] = on.mint().split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, actor: 'mallory' })).toString(
      'base64url',
    )
    const { outcome } = await assume(on, { WebIdentityToken: [head, changed, signature].join('.') })
    expect(outcome).toMatchObject({ message: 'Token signature invalid' })
  })
})

describe('session policies', () => {
  test.each<[string, string, string, RegExp]>([
    ['not JSON', '{', 'MalformedPolicyDocument', /invalid Json/],
    ['no statement', '{}', 'MalformedPolicyDocument', /Syntax errors/],
    [
      'no effect',
      '{"Statement":[{"Action":"*","Resource":"*"}]}',
      'MalformedPolicyDocument',
      /Syntax/,
    ],
    [
      'too large',
      JSON.stringify({ Statement: Array(50).fill(allow_all) }),
      'PackedPolicyTooLarge',
      /^Packed policy consumes 1\d\d% of/,
    ],
  ])('%s', async (_name, Policy, code, message) => {
    const { status, outcome } = await assume(on, { Policy })
    expect(status).toBe(400)
    expect(outcome).toEqual({ code, message: expect.stringMatching(message) })
  })

  test('good ones', async () => {
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow_all] })
    const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess'
    const form = { Policy, 'PolicyArns.member.1.arn': arn }
    expect((await assume(on, form)).outcome).toBe('ok')
  })

  test('eleven managed ones', async () => {
    const arns = Array.from({ length: 11 }, (_, index) => [
      `PolicyArns.member.${index + 1}.arn`,
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
    ])
    expect((await assume(on, Object.fromEntries(arns))).outcome).toMatchObject({
      code: 'ValidationError',
    })
  })
})

describe('the protocol', () => {
  test.each<[Form, string, string]>([
    [{}, 'MissingAction', 'Missing Action'],
    [
      { Action: 'Nonsense', Version: '2011-06-15' },
      'InvalidAction',
      'Could not find operation Nonsense for version 2011-06-15',
    ],
    [
      { Action: 'GetCallerIdentity', Version: '2010-05-08' },
      'InvalidAction',
      'Could not find operation GetCallerIdentity for version 2010-05-08',
    ],
    [
      { Action: 'GetCallerIdentity' },
      'InvalidAction',
      'Could not find operation GetCallerIdentity for version NO_VERSION_SPECIFIED',
    ],
  ])('%j', async (form, code, message) => {
    const { status, body, headers } = await post(on, form)
    expect(status).toBe(400)
    expect([element(body, 'Code'), element(body, 'Message')]).toEqual([code, message])
    expect(headers).toMatchObject({ 'content-type': 'text/xml' })
    expect(headers['x-amzn-requestid']).toBe(element(body, 'RequestId'))
  })

  test('GET with a query signs in too', async () => {
    const query = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: on.role_arn,
      RoleSessionName: 'probe',
      WebIdentityToken: on.mint(),
    })
    expect((await get(on, `${on.sts}/?${query}`)).status).toBe(200)
    expect(JSON.stringify(on.log())).not.toContain('eyJ')
  })
})
