// A sign-in as the library is asked about it: what is taken for granted where nothing is said, and what then stays open.
import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/model.js'
import {
  evaluate,
  examine,
  type Policy,
  parse,
  type SignIn,
  suggest,
} from '../../src/trust/index.js'
import { requestOf } from '../../src/trust/sign-in.js'
import { HOST, type Json, MAIN, PINNED, PROVIDER, pinned } from './fixtures.js'
import { policyOf, statement } from './support.js'

const CLAIMS = { iss: `https://${HOST}`, sub: MAIN, aud: 'sts.amazonaws.com' }
const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const signIn = (over: Partial<SignIn> = {}): SignIn => ({
  claims: CLAIMS,
  role: ROLE,
  now: Date.UTC(2026, 8, 11),
  ...over,
})

function read(...statements: readonly unknown[]): Policy {
  const result = parse(JSON.stringify(policyOf(...statements)))
  if (!result.ok) throw new Error(JSON.stringify(result.reason))
  return result.value.policy
}
const asking = (condition: Json, over: Partial<SignIn> = {}): Verdict =>
  evaluate(read(statement({ ...PINNED, ...condition })), signIn(over)).allowed

describe('a sign-in', () => {
  test.each<[string, Json, Partial<SignIn>, Verdict]>([
    ['has the usual name', { StringLike: { 'sts:RoleSessionName': 'GitHubActions' } }, {}, true],
    ['has its name', { StringLike: { 'sts:RoleSessionName': 'ci' } }, { sessionName: 'ci' }, true],
    ['lasts an hour', { NumericEquals: { 'sts:DurationSeconds': '3600' } }, {}, true],
    [
      'lasts as long as is said',
      { NumericEquals: { 'sts:DurationSeconds': '900' } },
      { durationSeconds: 900 },
      true,
    ],
    ['is in no known region', { StringLike: { 'aws:RequestedRegion': 'eu-*' } }, {}, 'undecided'],
    [
      'is in its region',
      { StringLike: { 'aws:RequestedRegion': 'eu-*' } },
      { region: 'eu-west-1' },
      true,
    ],
    [
      'is in its region alone',
      { StringLike: { 'aws:RequestedRegion': 'us-*' } },
      { region: 'eu-west-1' },
      false,
    ],
    ['is over TLS', { Bool: { 'aws:SecureTransport': 'true' } }, {}, true],
    [
      'is not, if its endpoint is not',
      { Bool: { 'aws:SecureTransport': 'true' } },
      { endpoint: 'http://localhost' },
      'undecided',
    ],
    [
      'is when it is said to be',
      { DateLessThan: { 'aws:CurrentTime': '2026-09-10T00:00:00Z' } },
      {},
      false,
    ],
  ])('%s', (_what, condition, over, verdict) => {
    expect(asking(condition, over)).toBe(verdict)
  })

  test.each<[string, Partial<SignIn>, Verdict]>([
    ['of the role’s account', {}, true],
    ['of another account', { role: ROLE.replace('1111', '9999') }, false],
    ['of no known account', { role: '' }, 'undecided'],
    ['of what is no ARN', { role: 'deploy' }, 'undecided'],
    ['of another partition', { role: '', partition: 'aws-cn' }, false],
    ['of the role’s partition, whatever is said beside it', { partition: 'aws-cn' }, true],
  ])('is with a provider %s', (_what, over, verdict) => {
    expect(evaluate(read(statement(PINNED)), signIn(over)).allowed).toBe(verdict)
  })

  test('may be of a tenant of another STS, whose account is no number', () => {
    const Federated = PROVIDER.replace('111122223333', 'tenant')
    const policy = read(statement(PINNED, { Principal: { Federated } }))
    const role = 'arn:aws:iam::tenant:role/deploy'
    expect(evaluate(policy, signIn({ role })).allowed).toBe(true)
    expect(evaluate(policy, signIn()).allowed).toBe(false)
  })

  test('is of no known account, if no role is given', () => {
    const { role: _none, ...asked } = signIn()
    expect(evaluate(read(statement(PINNED)), asked).allowed).toBe('undecided')
  })
})

describe('a token', () => {
  test.each<[string, unknown, string[]]>([
    ['one audience', 'a', ['a']],
    ['several', ['a', 'b'], ['a', 'b']],
    ['some that are no texts', ['a', 7, null], ['a']],
    ['none', undefined, []],
    ['null', null, []],
  ])('with %s has those', (_what, aud, audiences) => {
    expect(requestOf(signIn({ claims: { ...CLAIMS, aud } })).token.audiences).toEqual(audiences)
  })

  test('without texts for issuer and subject has none', () => {
    const { token } = requestOf(signIn({ claims: { iss: 7, sub: {} } }))
    expect([token.issuer, token.subject]).toEqual(['', ''])
    expect(evaluate(read(statement(PINNED)), signIn({ claims: {} })).allowed).toBe(false)
  })
})

describe('the face of the library', () => {
  const wrong = read(statement(pinned('x')))

  test('says where a policy is from, which is nowhere if that is not said', () => {
    expect(examine(wrong, signIn())).toMatchObject({
      source: { inline: true },
      found: [{ kind: 'trust-denial', source: { inline: true } }],
    })
    expect(examine(wrong, signIn(), { path: 'trust.json' }).source).toEqual({ path: 'trust.json' })
  })

  test('has the statements beside the verdict, and the change without the rest', () => {
    expect(Object.keys(evaluate(wrong, signIn()))).toEqual(['allowed', 'statements'])
    const [denial] = examine(wrong, signIn()).found
    expect(denial).toMatchObject({ suggestion: suggest(wrong, signIn()) })
    expect(JSON.parse(suggest(wrong, signIn())?.statement ?? '')).toEqual(
      statement(pinned(['x', MAIN])),
    )
    expect(suggest(read(statement(PINNED)), signIn())).toBeUndefined()
    const office = read(statement({ ...PINNED, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }))
    expect(suggest(office, signIn())).toBeUndefined()
  })

  test('chooses among roles by the ARN, and fills in parameters', () => {
    const [partition, account, name] = ['aws', '111122223333', 'deploy']
    const role = { text: ROLE, partition, account, name }
    const one = (RoleName: string, policy: unknown) => ({
      Type: 'AWS::IAM::Role',
      Properties: { RoleName, AssumeRolePolicyDocument: policy },
    })
    const text = JSON.stringify({
      Parameters: { Subject: { Type: 'String' } },
      Resources: {
        A: one('other', policyOf()),
        B: one('deploy', policyOf(statement(pinned({ Ref: 'Subject' })))),
      },
    })
    expect(parse(text)).toMatchObject({ reason: { problem: 'several-roles' } })
    const allowedWith = (subject: string | undefined): Verdict => {
      const result = parse(text, role, new Map(subject === undefined ? [] : [['Subject', subject]]))
      if (!result.ok) throw new Error(JSON.stringify(result.reason))
      expect(result.value.address).toMatchObject({ logicalId: 'B' })
      return evaluate(result.value.policy, signIn()).allowed
    }
    expect([MAIN, 'x', undefined].map(allowedWith)).toEqual([true, false, 'undecided'])
  })
})
