// The street's trust-policy matcher, asked case by case.
import { describe, expect, test } from '@jest/globals'
import { allows } from '../../sandbox/trust.js'
import { type Context, like } from '../../sandbox/trust-conditions.js'

const providerArn = 'arn:aws:iam::111122223333:oidc-provider/issuer.example'
const action = 'sts:AssumeRoleWithWebIdentity'
const context: Context = new Map([
  ['issuer.example:sub', ['repo:octo-org/octo-repo:ref:refs/heads/main']],
  ['issuer.example:aud', ['sts.amazonaws.com']],
  ['issuer.example:amr', ['authenticated', 'mfa']],
  ['sts:rolesessionname', ['deploy-octocat']],
  ['aws:requesttag/team', ['platform']],
  ['aws:federatedprovider', [providerArn]],
  ['aws:securetransport', ['true']],
])

type Statement = Record<string, unknown>
const statement = (over: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { Federated: providerArn },
  Action: action,
  ...over,
})
const ask = (...statements: Statement[]): boolean =>
  allows({ Version: '2012-10-17', Statement: statements }, { action, providerArn, context })
const when = (operator: string, key: string, value: unknown): boolean =>
  ask(statement({ Condition: { [operator]: { [key]: value } } }))

const sub = 'issuer.example:sub'
const aud = 'issuer.example:aud'
const amr = 'issuer.example:amr'
const main = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const absent = 'issuer.example:environment'

describe('conditions', () => {
  test.each<[string, string, unknown, boolean]>([
    ['StringEquals', sub, main, true],
    ['StringEquals', sub, ['other', main], true],
    ['StringEquals', sub, main.toUpperCase(), false],
    ['StringEquals', sub, 'repo:octo-org/octo-repo:*', false],
    ['StringEquals', 'ISSUER.example:SUB', main, true],
    ['StringEquals', absent, 'production', false],
    ['StringNotEquals', sub, main, false],
    ['StringNotEquals', sub, ['other', 'another'], true],
    ['StringNotEquals', absent, 'production', true],
    ['StringEqualsIgnoreCase', sub, main.toUpperCase(), true],
    ['StringNotEqualsIgnoreCase', sub, main.toUpperCase(), false],
    ['StringLike', sub, 'repo:octo-org/*', true],
    ['StringLike', sub, 'repo:octo-org/octo-rep?:ref:*/main', true],
    ['StringLike', sub, 'repo:octo-org/octo-repo', false],
    ['StringLike', sub, 'repo:Octo-org/*', false],
    ['StringNotLike', sub, 'repo:other/*', true],
    ['StringNotLike', sub, 'repo:octo-org/*', false],
    ['StringEqualsIfExists', absent, 'production', true],
    ['StringEqualsIfExists', sub, 'other', false],
    ['StringLikeIfExists', sub, 'repo:*', true],
    ['Null', absent, 'true', true],
    ['Null', absent, true, true],
    ['Null', sub, 'true', false],
    ['Null', sub, 'false', true],
    ['Bool', 'aws:SecureTransport', 'true', true],
    ['Bool', 'aws:SecureTransport', true, true],
    ['Bool', 'aws:SecureTransport', 'false', false],
    ['ArnEquals', 'aws:FederatedProvider', providerArn, true],
    ['ArnLike', 'aws:FederatedProvider', 'arn:aws:iam::*:oidc-provider/issuer.example', true],
    ['ArnLike', 'aws:FederatedProvider', 'arn:*issuer.example', false],
    ['ArnNotLike', 'aws:FederatedProvider', 'arn:aws:iam::*:saml-provider/*', true],
    ['ForAnyValue:StringEquals', amr, ['mfa'], true],
    ['ForAnyValue:StringEquals', amr, ['otp'], false],
    ['ForAnyValue:StringEquals', absent, ['mfa'], false],
    ['ForAllValues:StringEquals', amr, ['authenticated', 'mfa'], true],
    ['ForAllValues:StringEquals', amr, ['mfa'], false],
    ['ForAllValues:StringEquals', absent, ['mfa'], true],
    ['ForAnyValue:StringLike', amr, ['auth*'], true],
    ['StringEquals', 'sts:RoleSessionName', 'deploy-octocat', true],
    ['StringEquals', 'aws:RequestTag/Team', 'platform', true],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own policy variables
    ['StringLike', 'sts:RoleSessionName', 'deploy-${aws:RequestTag/Team}', false],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own policy variables
    ['StringEquals', 'aws:RequestTag/Team', '${aws:RequestTag/Team}', true],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own policy variables
    ['StringEquals', 'aws:RequestTag/Team', '${aws:username}', false],
    ['StringMatches', sub, main, false],
    ['NumericLessThan', aud, '1', false],
  ])('%s %s %j: %s', (operator, key, value, holds) => {
    expect(when(operator, key, value)).toBe(holds)
  })

  test('every operator and every key must hold', () => {
    const both = { StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: 'repo:*' } }
    expect(ask(statement({ Condition: both }))).toBe(true)
    const one = { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: 'other' } }
    expect(ask(statement({ Condition: one }))).toBe(false)
  })
})

describe('statements', () => {
  test.each<[string, Statement[], boolean]>([
    ['no statement', [], false],
    ['one that allows', [statement()], true],
    ['the second of two', [statement({ Action: 'sts:AssumeRole' }), statement()], true],
    ['a Deny beside it', [statement(), statement({ Effect: 'Deny' })], false],
    [
      'a Deny for others',
      [statement(), statement({ Effect: 'Deny', Action: 'sts:TagSession' })],
      true,
    ],
    ['a list of actions', [statement({ Action: ['sts:TagSession', action] })], true],
    ['an action with a wildcard', [statement({ Action: 'sts:AssumeRole*' })], true],
    ['an action in another case', [statement({ Action: 'STS:assumerolewithwebidentity' })], true],
    ['every action', [statement({ Action: '*' })], true],
    ['the usual slip', [statement({ Action: 'sts:AssumeRole' })], false],
    ['another provider', [statement({ Principal: { Federated: `${providerArn}/` } })], false],
    ['a list of providers', [statement({ Principal: { Federated: ['x', providerArn] } })], true],
    ['everyone of AWS', [statement({ Principal: { AWS: '*' } })], false],
    ['everyone', [statement({ Principal: '*' })], false],
    ['everyone denied', [statement(), statement({ Effect: 'Deny', Principal: '*' })], false],
    ['no principal', [statement({ Principal: undefined })], false],
    ['another effect', [statement({ Effect: 'allow' })], false],
  ])('%s', (_name, statements, allowed) => {
    expect(ask(...statements)).toBe(allowed)
  })

  test('one statement may stand without its list', () => {
    expect(allows({ Statement: statement() }, { action, providerArn, context })).toBe(true)
  })

  test.each([undefined, null, 'text', [], {}])('%j is no policy', (policy) => {
    expect(allows(policy, { action, providerArn, context })).toBe(false)
  })
})

describe('like', () => {
  test('a pattern of many stars comes to an end', () => {
    expect(like('a'.repeat(2000), '*a'.repeat(40).concat('b'))).toBe(false)
  })

  test.each<[string, string, boolean]>([
    ['', '', true],
    ['', '*', true],
    ['abc', 'a*c', true],
    ['abc', 'a?c', true],
    ['ac', 'a?c', false],
    ['a.c', 'a.c', true],
    ['abc', 'a.c', false],
    ['abcabc', '*abc', true],
    ['abc', 'abc*', true],
  ])('%j like %j: %s', (actual, pattern, matches) => {
    expect(like(actual, pattern)).toBe(matches)
  })
})
