// The condition language, operator by operator: what holds, what does not, and what nobody but AWS can say.
import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/model.js'
import { aud, HOST, type Json, MAIN, sub } from './fixtures.js'
import { evaluated, knownFor, policyOf, statement } from './support.js'

const TAGS = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['platform'] } } }

function when(
  operator: string,
  key: string,
  wanted: unknown,
  claims: Json = {},
  version = '2012-10-17',
): Verdict {
  const policy = { ...policyOf(statement({ [operator]: { [key]: wanted } })), Version: version }
  const { statements } = evaluated(policy, knownFor(claims))
  return statements[0]?.conditions[0]?.holds ?? 'undecided'
}

const environment = `${HOST}:environment`
const ref = `${HOST}:ref`
const amr = `${HOST}:amr`
const id = `${HOST}:repository_id`

describe('text', () => {
  test.each<[string, string, unknown, Verdict]>([
    ['StringEquals', sub, MAIN, true],
    ['StringEquals', sub, ['other', MAIN], true],
    ['StringEquals', sub, [], false],
    ['StringEquals', sub, MAIN.toUpperCase(), false],
    ['StringEquals', sub, 'repo:octo-org/octo-repo:*', false],
    ['StringEquals', sub.toUpperCase(), MAIN, true],
    ['stringequals', sub, MAIN, true],
    ['StringEquals', environment, 'production', false],
    ['StringNotEquals', sub, MAIN, false],
    ['StringNotEquals', sub, ['a', 'b'], true],
    ['StringNotEquals', sub, [], true],
    ['StringNotEquals', environment, 'production', true],
    ['StringEqualsIgnoreCase', sub, MAIN.toUpperCase(), true],
    ['StringNotEqualsIgnoreCase', sub, MAIN.toUpperCase(), false],
    ['StringLike', sub, 'repo:octo-org/*', true],
    ['StringLike', sub, 'repo:octo-org/octo-rep?:ref:*/main', true],
    ['StringLike', sub, 'repo:octo-org/octo-repo', false],
    ['StringLike', sub, 'repo:Octo-org/*', false],
    ['StringNotLike', sub, 'repo:other/*', true],
    ['StringNotLike', sub, ['repo:other/*', 'repo:octo-org/*'], false],
    ['StringEqualsIfExists', environment, 'production', true],
    ['StringEqualsIfExists', sub, 'other', false],
    ['StringNotEqualsIfExists', environment, 'production', true],
    ['StringEquals', id, 456789, true],
  ])('%s on %s with %j: %s', (operator, key, wanted, holds) => {
    expect(when(operator, key, wanted)).toBe(holds)
  })
})

describe('sets and Null', () => {
  const many = { amr: ['authenticated', 'mfa'] }
  test.each<[string, string, unknown, Verdict]>([
    ['ForAnyValue:StringEquals', amr, 'mfa', true],
    ['ForAnyValue:StringEquals', amr, 'otp', false],
    ['ForAnyValue:StringEquals', environment, 'x', false],
    ['ForAnyValue:StringEqualsIfExists', environment, 'x', 'undecided'],
    ['ForAnyValue:StringNotEquals', amr, 'mfa', true],
    ['ForAnyValue:StringNotEquals', environment, 'mfa', false],
    ['ForAllValues:StringEquals', amr, ['authenticated', 'mfa'], true],
    ['ForAllValues:StringEquals', amr, 'mfa', false],
    ['ForAllValues:StringEquals', environment, 'x', true],
    ['ForAllValues:StringLike', amr, ['auth*', '?fa'], true],
    ['ForAllValues:StringNotEquals', amr, 'mfa', false],
    // Keys of several values require a set operator: what they do without one, AWS does not say.
    ['StringEquals', amr, 'mfa', 'undecided'],
    ['StringEquals', amr, 'otp', 'undecided'],
    ['StringLike', amr, '*', 'undecided'],
    ['StringNotEquals', amr, 'otp', 'undecided'],
    ['NumericEquals', amr, '1', 'undecided'],
    ['Null', environment, 'true', true],
    ['Null', environment, false, false],
    ['Null', sub, true, false],
    ['Null', sub, 'false', true],
    ['Null', `${HOST}:event_name`, 'true', true],
    ['Null', sub, 'maybe', 'undecided'],
    ['Null', sub, 'untrue', 'undecided'],
    ['Null', sub, 'falsely', 'undecided'],
    ['ForAllValues:Null', sub, 'false', 'undecided'],
    ['Null', 'aws:SourceVpce', 'true', 'undecided'],
  ])('%s on %s with %j: %s', (operator, key, wanted, holds) => {
    expect(when(operator, key, wanted, many)).toBe(holds)
  })
})

describe('other types', () => {
  test.each<[string, string, unknown, Verdict]>([
    ['Bool', 'aws:SecureTransport', 'true', true],
    ['Bool', 'aws:SecureTransport', false, false],
    ['Bool', 'aws:SecureTransport', 'yes', 'undecided'],
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true', 'undecided'],
    ['NumericEquals', id, '456789', true],
    ['NumericEquals', id, 456_789, true],
    ['NumericNotEquals', id, 1, true],
    ['NumericLessThan', 'sts:DurationSeconds', '3601', true],
    ['NumericLessThanEquals', 'sts:DurationSeconds', '3600', true],
    ['NumericGreaterThan', 'sts:DurationSeconds', '3600', false],
    ['NumericGreaterThanEquals', 'sts:DurationSeconds', '3600', true],
    ['NumericEquals', sub, '1', false],
    ['NumericEquals', id, 'many', 'undecided'],
    ['DateLessThan', 'aws:CurrentTime', '2030-01-01T00:00:00Z', true],
    ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01', true],
    ['DateGreaterThan', 'aws:CurrentTime', '1577836800', true],
    ['DateLessThan', 'aws:CurrentTime', '2026-09-11T10:04:00Z', 'undecided'],
    ['DateLessThan', 'aws:CurrentTime', 'tomorrow', 'undecided'],
    ['DateEquals', sub, '2030-01-01', false],
    ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', 'undecided'],
    ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8', 'undecided'],
    ['IpAddress', environment, '10.0.0.0/8', false],
    ['NotIpAddress', environment, '10.0.0.0/8', true],
    ['IpAddress', sub, '10.0.0.0/8', false],
    ['IpAddress', sub, 'nowhere', 'undecided'],
    // A value that is not of the operator's type matches nothing; whether it then "does not match", AWS does not say.
    ['NumericNotEquals', sub, '1', 'undecided'],
    ['DateNotEquals', sub, '2030-01-01', 'undecided'],
    ['NotIpAddress', sub, '10.0.0.0/8', 'undecided'],
    ['ArnNotLike', sub, 'arn:aws:iam::*:oidc-provider/*', 'undecided'],
    ['ForAllValues:NumericNotEquals', sub, '1', 'undecided'],
    ['NumericNotEqualsIfExists', environment, '1', true],
    // Digits are an address to some readers, and in no standard format.
    ['IpAddress', id, '0.0.0.0/0', 'undecided'],
    ['NotIpAddress', id, '0.0.0.0/0', 'undecided'],
    ['IpAddress', id, '456789', 'undecided'],
    ['ArnEquals', 'aws:userid', `arn:aws:iam::111122223333:oidc-provider/${HOST}`, true],
    ['ArnLike', 'aws:FederatedProvider', 'arn:aws:iam::*:oidc-provider/*', true],
    ['ArnLike', 'aws:FederatedProvider', `arn:*${HOST}`, 'undecided'],
    ['ArnNotLike', 'aws:FederatedProvider', 'arn:aws:iam::*:saml-provider/*', true],
    ['ArnLike', sub, 'arn:aws:iam::*:oidc-provider/*', false],
    ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/x', false],
    ['BinaryEquals', sub, 'cmVwbw==', 'undecided'],
    ['StringMatches', sub, MAIN, 'undecided'],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-1', 'undecided'],
    ['StringLike', 'aws:SourceIp', '*', 'undecided'],
  ])('%s on %s with %j: %s', (operator, key, wanted, holds) => {
    expect(when(operator, key, wanted)).toBe(holds)
  })

  test.each<[string, Verdict]>([
    ['192.0.2.7', true],
    ['198.51.100.1', false],
    ['2001:db8::1', false],
    ['no address', false],
  ])('an address in a claim, %s, is compared as one: %s', (actor, holds) => {
    expect(when('IpAddress', `${HOST}:actor`, '192.0.2.0/24', { actor })).toBe(holds)
  })
})

// IAM's own notation, which looks like a template's.
const v = (name: string): string => `$${`{${name}}`}`

describe('policy variables', () => {
  test.each<[string, string, string, Verdict]>([
    ['StringEquals', sub, `repo:${v('aws:RequestTag/Team')}`, false],
    ['StringEquals', 'aws:RequestTag/Team', v('aws:RequestTag/Team'), true],
    ['StringLike', 'sts:RoleSessionName', `${v('aws:RequestTag/team')}*`, false],
    ['StringLike', sub, `repo:octo-org/*:ref:${v(ref)}`, true],
    ['StringEquals', 'aws:RequestTag/Team', v("aws:RequestTag/None, 'platform'"), true],
    ['StringEquals', 'aws:RequestTag/Team', v('aws:RequestTag/None'), false],
    ['StringNotEquals', 'aws:RequestTag/Team', v('aws:RequestTag/None'), 'undecided'],
    ['StringEquals', 'aws:RequestTag/Team', v('aws:SourceIp'), 'undecided'],
    ['StringLike', sub, `repo:octo-org/${v('*')}`, false],
    ['NumericEquals', id, v('aws:EpochTime'), 'undecided'],
  ])('%s on %s with %s: %s', (operator, key, wanted, holds) => {
    expect(when(operator, key, wanted, TAGS)).toBe(holds)
  })

  test('an escaped star is a star, and no wildcard', () => {
    const starred = { actor: 'a*b' }
    expect(when('StringLike', `${HOST}:actor`, `a${v('*')}b`, starred)).toBe(true)
    expect(when('StringLike', `${HOST}:actor`, `a${v('?')}b`, starred)).toBe(false)
    expect(when('StringEquals', `${HOST}:actor`, `a${v('*')}b`, starred)).toBe(true)
    expect(when('StringLike', `${HOST}:actor`, 'a?b', starred)).toBe(true)
    expect(when('StringLike', `${HOST}:actor`, `a${v('*')}b`, { actor: 'axb' })).toBe(false)
  })

  test('a dollar that is meant is written as a variable of its own', () => {
    const dollars = { actor: v('x') }
    expect(when('StringEquals', `${HOST}:actor`, `${v('$')}{x}`, dollars)).toBe(true)
    expect(when('StringEquals', `${HOST}:actor`, `${v('$')}x`, dollars)).toBe(false)
  })

  test('without a colon are none, but a placeholder: nobody knows what it becomes', () => {
    for (const text of [v('x'), v('var.actor'), `$${v('aws:username')}`])
      expect(when('StringEquals', `${HOST}:actor`, text, { actor: 'y' })).toBe('undecided')
  })

  test.each(['__tests__', '<b>', '$x'])(
    'what looks like a placeholder is a name where the token has it: %s',
    (actor) => {
      expect(when('StringLike', `${HOST}:actor`, `${actor}*`, { actor })).toBe(true)
      expect(when('StringNotEquals', `${HOST}:actor`, actor, { actor })).toBe(false)
      expect(when('StringEquals', `${HOST}:actor`, actor, { actor: 'y' })).toBe('undecided')
    },
  )

  test('a key that holds a placeholder is not known', () => {
    expect(when('StringEquals', `${v('provider')}:actor`, 'y', { actor: 'y' })).toBe('undecided')
  })

  test.each(['2008-10-17', undefined])('are plain text in version %s', (version) => {
    const policy = policyOf(statement({ StringEquals: { [sub]: v(sub) } }))
    const { Version: _version, ...rest } = policy
    const old = version === undefined ? rest : { ...rest, Version: version }
    expect(evaluated(old).allowed).toBe(false)
    expect(evaluated(policy).allowed).toBe(true)
  })
})

test('a pattern of many stars comes to an end', () => {
  const actor = 'a'.repeat(2000)
  expect(when('StringLike', `${HOST}:actor`, `${'*a'.repeat(40)}b`, { actor })).toBe(false)
})

test.each<[string, unknown, Verdict]>([
  ['StringEquals', 'mfa', 'undecided'],
  ['ForAnyValue:StringEquals', 'mfa', true],
  ['StringEqualsIfExists', 'mfa', 'undecided'],
])('a list of one is a list all the same: %s', (operator, wanted, holds) => {
  expect(when(operator, amr, wanted, { amr: ['mfa'] })).toBe(holds)
})

test.each<[string, unknown, Verdict]>([
  ['1e3', '1000', 'undecided'],
  ['0x10', '16', 'undecided'],
  ['9007199254740993', '9007199254740992', 'undecided'],
  ['-7.5', '-7.5', true],
])('the number %s beside %s: %s', (actor, wanted, holds) => {
  expect(when('NumericEquals', `${HOST}:actor`, wanted, { actor })).toBe(holds)
})

test('a key of several values is no variable', () => {
  const many = { amr: ['mfa'], actor: 'mfa' }
  expect(when('StringEquals', `${HOST}:actor`, v(amr), many)).toBe('undecided')
})

test('aud is azp, where the token has one', () => {
  expect(when('StringEquals', aud, 'client-b', { aud: 'sts.amazonaws.com', azp: 'client-b' })).toBe(
    true,
  )
})

describe('a key that some sources have and others have not', () => {
  const email = `${HOST}:email`
  test.each<[string, string, Verdict]>([
    ['StringEquals', 'a@b', 'undecided'],
    ['StringEquals', 'x', false],
    ['StringNotEquals', 'x', true],
    ['StringNotEquals', 'a@b', 'undecided'],
    ['StringEqualsIfExists', 'a@b', true],
  ])('%s with %s is what both ways give: %s', (operator, wanted, holds) => {
    expect(when(operator, email, wanted, { email: 'a@b' })).toBe(holds)
  })

  test('is shown with what the token has', () => {
    const policy = policyOf(statement({ StringEquals: { [email]: 'x' } }))
    const [only] = evaluated(policy, knownFor({ email: 'a@b' })).statements
    expect(only?.conditions).toMatchObject([{ state: 'disputed', actual: ['a@b'] }])
  })
})

describe('a placeholder in a value', () => {
  test.each<[string, string, unknown, Verdict]>([
    ['StringEqualsIgnoreCase', sub, 'REPO:Octo-org/<REPOSITORY>:ref:refs/heads/main', 'undecided'],
    ['StringEqualsIgnoreCase', sub, 'repo:other/<REPOSITORY>:ref:refs/heads/main', false],
    ['StringEquals', sub, 'repo:octo-org/<REPOSITORY>:ref:refs/heads/main', 'undecided'],
    ['StringEquals', sub, 'REPO:octo-org/<REPOSITORY>:ref:refs/heads/main', false],
    ['StringEquals', sub, 'repo:octo-org/<REPOSITORY>:*', false],
    ['StringLike', sub, 'repo:octo-org/<REPOSITORY>:*', 'undecided'],
    ['StringLike', sub, 'repo:other/<REPOSITORY>:*', false],
    ['StringNotLike', sub, 'repo:other/<REPOSITORY>:*', true],
    ['NumericEquals', id, '<REPOSITORY_ID>', 'undecided'],
    ['StringEquals', sub, ['repo:other/<REPOSITORY>:x', MAIN], true],
  ])('%s on %s with %j: %s', (operator, key, wanted, holds) => {
    expect(when(operator, key, wanted)).toBe(holds)
  })

  test('beside a value that is written out, both are shown, and the open one is told', () => {
    const wanted = ['x', 'repo:octo-org/<REPOSITORY>:*']
    const policy = policyOf(statement({ StringLike: { [sub]: wanted } }))
    const [only] = evaluated(policy).statements
    expect(only?.conditions).toMatchObject([{ wanted, open: true, holds: 'undecided' }])
  })
})
