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

test('credentials look like AWS’s', async () => {
  const before = Date.now()
  const { xml, status } = await assume(on, { RoleSessionName: 'octo', DurationSeconds: '900' })
  const after = Date.now()
  expect(status).toBe(200)
  expect(xml).toContain(
    '<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">',
  )
  expect(element(xml, 'AccessKeyId')).toMatch(/^ASIA[A-Z2-7]{16}$/)
  expect(element(xml, 'SecretAccessKey')).toHaveLength(40)
  expect(element(xml, 'SessionToken')?.length).toBeGreaterThan(500)
  expect(element(xml, 'AssumedRoleId')).toMatch(/^AROA[A-Z2-7]{17}:octo$/)
  expect(element(xml, 'Arn')).toBe('arn:aws:sts::111122223333:assumed-role/deploy/octo')
  const begun = Date.parse(element(xml, 'Expiration') ?? '') - 900_000
  expect(begun).toBeGreaterThan(before - 1000)
  expect(begun).toBeLessThan(after + 1000)
})

test('the role’s path is no part of the session’s name', async () => {
  on.setRole({ arn: 'arn:aws-cn:iam::444455556666:role/teams/web/deploy' })
  const { xml } = await assume(on)
  expect(element(xml, 'Arn')).toBe('arn:aws-cn:sts::444455556666:assumed-role/deploy/probe')
})

describe('provider and role', () => {
  test('no provider', async () => {
    on.setProvider(null)
    expect((await assume(on)).outcome).toEqual({ code: 'InvalidIdentityToken', message: generic })
  })

  test('no provider, in the classic words', async () => {
    on.setProvider({ url: `${on.issuer}/`, clientIds: ['sts.amazonaws.com'] })
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
      RoleArn: on.roleArn,
      RoleSessionName: 'probe',
      WebIdentityToken: on.mint(),
    })
    expect((await get(on, `${on.sts}/?${query}`)).status).toBe(200)
    expect(JSON.stringify(on.log())).not.toContain('eyJ')
  })
})
