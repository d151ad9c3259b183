// Whom a Deny spares, and which provider a statement is about if the account is not known.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Verdict } from '../../src/model.js'
import { HOST, PINNED, PROVIDER } from './fixtures.js'
import { evaluated, knownFor, policyOf, statement } from './support.js'

describe('NotPrincipal of a Deny', () => {
  const spares = (NotPrincipal: unknown): Verdict =>
    evaluated(
      policyOf(
        statement(PINNED),
        statement(undefined, { Effect: 'Deny', Principal: undefined, NotPrincipal }),
      ),
    ).allowed

  const account = 'arn:aws:iam::111122223333:root'
  test.each<[string, unknown, Verdict]>([
    ['another account', { AWS: '999999999999' }, false],
    ['the account', { AWS: account }, 'undecided'],
    ['the account in a list', { AWS: ['999999999999', '111122223333'] }, 'undecided'],
    ['the account and this provider', { AWS: account, Federated: PROVIDER }, true],
    ['the account and a provider of another', { AWS: account, Federated: 'x' }, 'undecided'],
    ['everyone and another provider', { AWS: '*', Federated: 'x' }, true],
    ['a provider that may be any', { Federated: '*' }, 'undecided'],
    ['a role of the account', { AWS: 'arn:aws:iam::111122223333:role/x' }, false],
  ])('spares %s', (_what, one, verdict) => {
    expect(spares(one)).toBe(verdict)
  })
})

describe('a principal of an account', () => {
  const denies = (Principal: unknown, known = knownFor()): Verdict =>
    evaluated(
      policyOf(statement(PINNED), statement(undefined, { Effect: 'Deny', Principal })),
      known,
    ).allowed

  test('is not known to mean a web identity, nor that it does not', () => {
    expect(denies({ AWS: ['x', '111122223333'] })).toBe('undecided')
    expect(denies({ AWS: 'arn:aws:iam::111122223333:user/x' })).toBe(true)
    expect(denies({ AWS: 'x', Federated: PROVIDER })).toBe(false)
    expect(
      evaluated(policyOf(statement(PINNED, { Principal: { AWS: '111122223333' } }))).allowed,
    ).toBe(false)
  })

  test('is another one, if no account is known', () => {
    const known = knownWith({ inputs: { role: null } })
    expect(denies({ AWS: '' }, known)).toBe('undecided')
    const empty = policyOf(
      statement(undefined, { Effect: 'Deny', Principal: { AWS: '111122223333' } }),
    )
    expect(evaluated(empty, known).statements[0]?.principal).toBe(false)
  })
})

describe('without a role', () => {
  const known = knownWith({ inputs: { role: null } })
  const verdict = (Federated: unknown, own = known): Verdict =>
    evaluated(policyOf(statement(PINNED, { Principal: { Federated } })), own).allowed

  test.each<[string, unknown, Verdict]>([
    ['the provider of any account', PROVIDER, 'undecided'],
    ['one of several', ['x', PROVIDER], 'undecided'],
    ['the provider of another partition', PROVIDER.replace('arn:aws:', 'arn:aws-cn:'), false],
    ['a provider of another issuer', `${PROVIDER}/x`, false],
    ['an account that is none', PROVIDER.replace('111122223333', '1111222233334'), false],
    ['an account that is a name', PROVIDER.replace('111122223333', 'a111122223333'), false],
    ['no provider', HOST, false],
  ])('%s is not decided, and what is another certainly is: %s', (_what, federated, expected) => {
    expect(verdict(federated)).toBe(expected)
  })

  test('a provider that IAM knows by itself is decided', () => {
    const google = {
      ...knownFor({ repository: null }, 'https://accounts.google.com'),
      inputs: known.inputs,
    }
    expect(verdict('cognito-identity.amazonaws.com', google as typeof known)).toBe(false)
    const open = policyOf(statement(undefined, { Principal: { Federated: 'accounts.google.com' } }))
    expect(evaluated(open, google as typeof known).allowed).toBe(true)
    const other = policyOf(
      statement(undefined, { Principal: { Federated: 'accounts.google.com' } }),
    )
    expect(evaluated(other, known).allowed).toBe(false)
  })
})

describe('a Deny of a template', () => {
  const d = (name: string): string => `$${`{${name}}`}`
  const allowed = (principal: object): Verdict => {
    const { Principal: _none, ...all } = statement(undefined, { Effect: 'Deny' })
    const AssumeRolePolicyDocument = policyOf(statement(PINNED), { ...all, ...principal })
    const Properties = { RoleName: 'deploy', AssumeRolePolicyDocument }
    return evaluated({ Resources: { Role: { Type: 'AWS::IAM::Role', Properties } } }).allowed
  }
  const account = { 'Fn::Sub': `arn:aws:iam::${d('Account')}:root` }
  const user = { 'Fn::Sub': `arn:aws:iam::${d('Account')}:user/x` }

  test.each<[string, unknown, Verdict]>([
    ['a principal that may be everyone', { Ref: 'Denied' }, 'undecided'],
    ['the root of some account', account, 'undecided'],
    ['a user of some account, who is no web identity', user, true],
    ['one of a list that may be everyone', ['999999999999', { Ref: 'Denied' }], 'undecided'],
    ['everyone beside it', ['*', { Ref: 'Denied' }], false],
    ['what is no text', { 'Fn::Split': [',', { Ref: 'Denied' }] }, 'undecided'],
  ])('of %s', (_what, AWS, verdict) => {
    expect(allowed({ Principal: { AWS } })).toBe(verdict)
  })

  test.each<[string, unknown, Verdict]>([
    ['what may be everyone', { AWS: { Ref: 'Spared' } }, 'undecided'],
    ['the root of some account', { AWS: account }, 'undecided'],
    ['a user of some account', { AWS: user }, false],
    ['what may be this provider', { Federated: { Ref: 'Spared' } }, 'undecided'],
    ['this provider beside it', { AWS: { Ref: 'Spared' }, Federated: PROVIDER }, true],
    ['nothing that is known', { Ref: 'Spared' }, 'undecided'],
  ])('that spares %s', (_what, NotPrincipal, verdict) => {
    expect(allowed({ NotPrincipal })).toBe(verdict)
  })
})
