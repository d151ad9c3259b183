// Whole policies: principals, actions, Deny over Allow, and statements that IAM would not take.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Verdict } from '../../src/model.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, sub } from './fixtures.js'
import { evaluated, knownFor, policyOf, statement } from './support.js'

const allowed = (...statements: readonly unknown[]): Verdict =>
  evaluated(policyOf(...statements)).allowed

describe('principals', () => {
  test.each<[string, Json, Verdict]>([
    ['the provider', {}, true],
    ['a list with the provider', { Principal: { Federated: ['x', PROVIDER] } }, true],
    ['a slash too many', { Principal: { Federated: `${PROVIDER}/` } }, false],
    ['other letters', { Principal: { Federated: PROVIDER.replace('token', 'Token') } }, false],
    ['another account', { Principal: { Federated: PROVIDER.replace('1111', '9999') } }, false],
    [
      'another partition',
      { Principal: { Federated: PROVIDER.replace('arn:aws:', 'arn:aws-cn:') } },
      false,
    ],
    ['everyone of AWS', { Principal: { AWS: '*' } }, false],
    ['everyone', { Principal: '*' }, false],
    ['a service', { Principal: { Service: 'ec2.amazonaws.com' } }, false],
    ['a wildcard as provider', { Principal: { Federated: '*' } }, 'undecided'],
    ['all but another', { Principal: undefined, NotPrincipal: { Federated: 'x' } }, 'undecided'],
    ['none', { Principal: undefined }, 'undecided'],
    ['a number', { Principal: 7 }, 'undecided'],
  ])('Allow for %s: %s', (_name, over, verdict) => {
    expect(allowed(statement(PINNED, over))).toBe(verdict)
  })

  test.each<[string, Json, Verdict]>([
    ['everyone', { Principal: '*' }, false],
    ['everyone of AWS', { Principal: { AWS: '*' } }, false],
    ['another provider', { Principal: { Federated: 'x' } }, true],
    [
      'all but this provider',
      { Principal: undefined, NotPrincipal: { Federated: PROVIDER } },
      true,
    ],
    ['all but another', { Principal: undefined, NotPrincipal: { Federated: 'x' } }, false],
    ['all but everyone', { Principal: undefined, NotPrincipal: '*' }, true],
    ['all but everyone of AWS', { Principal: undefined, NotPrincipal: { AWS: '*' } }, true],
    ['the account of the role', { Principal: { AWS: '111122223333' } }, 'undecided'],
    ['its root', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 'undecided'],
    ['another account', { Principal: { AWS: 'arn:aws:iam::999999999999:root' } }, true],
  ])('Deny for %s: %s', (_name, over, verdict) => {
    expect(allowed(statement(PINNED), statement(undefined, { Effect: 'Deny', ...over }))).toBe(
      verdict,
    )
  })

  test.each(['accounts.google.com', 'cognito-identity.amazonaws.com'])(
    '%s, which IAM knows by itself, is named by its host',
    (host) => {
      const own = statement(undefined, { Principal: { Federated: host } })
      expect(allowed(own)).toBe(false)
      const known = knownFor({ repository: null }, `https://${host}`)
      expect(evaluated(policyOf(own), known).allowed).toBe(true)
      const url = statement(undefined, { Principal: { Federated: `https://${host}` } })
      expect(evaluated(policyOf(url), known).allowed).toBe(false)
      const arn = `arn:aws:iam::111122223333:oidc-provider/${host}`
      const made = statement(undefined, { Principal: { Federated: arn } })
      expect(evaluated(policyOf(made), known).allowed).toBe('undecided')
    },
  )

  test('a pool of Cognito, its identity and how that signed in', () => {
    const host = 'cognito-identity.amazonaws.com'
    const pool = 'eu-west-1:11111111-2222-3333-4444-555555555555'
    const claims = { repository: null, sub: 'eu-west-1:9', aud: pool }
    const policy = policyOf(
      statement(
        {
          StringEquals: { [`${host}:aud`]: pool, [`${host}:sub`]: 'eu-west-1:9' },
          'ForAnyValue:StringLike': { [`${host}:amr`]: 'authenticated' },
        },
        { Principal: { Federated: host } },
      ),
    )
    const allowed = (amr: string[]) =>
      evaluated(policy, knownFor({ ...claims, amr }, `https://${host}`)).allowed
    expect(allowed(['authenticated', 'login.example'])).toBe(true)
    expect(allowed(['unauthenticated'])).toBe(false)
  })

  test('without a role, the account of the provider is not judged', () => {
    const known = knownWith({ inputs: { role: null } })
    expect(evaluated(policyOf(statement(PINNED)), known).allowed).toBe('undecided')
    const other = statement(PINNED, { Principal: { Federated: `${PROVIDER}/x` } })
    expect(evaluated(policyOf(other), known).allowed).toBe(false)
  })
})

describe('actions', () => {
  test.each<[string, Json, Verdict]>([
    ['the action', { Action: ACTION }, true],
    ['a list', { Action: ['sts:TagSession', ACTION] }, true],
    ['another case', { Action: 'STS:assumerolewithwebidentity' }, true],
    ['a wildcard', { Action: 'sts:AssumeRole*' }, true],
    ['every action', { Action: '*' }, true],
    ['the usual slip', { Action: 'sts:AssumeRole' }, false],
    ['an empty list', { Action: [] }, false],
    ['all but another', { Action: undefined, NotAction: 'sts:TagSession' }, true],
    ['all but this', { Action: undefined, NotAction: ['sts:AssumeRole*'] }, false],
    ['both', { NotAction: 'sts:TagSession' }, 'undecided'],
  ])('%s: %s', (_name, over, verdict) => {
    const { Action: _action, ...rest } = { ...statement(PINNED), ...over }
    expect(
      allowed({
        ...rest,
        ...('Action' in over && over['Action'] === undefined ? {} : { Action: _action }),
      }),
    ).toBe(verdict)
  })

  test('a token with session tags needs sts:TagSession, in whatever statement', () => {
    const known = knownFor({ 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } })
    const tag = statement(PINNED, { Action: 'sts:TagSession' })
    expect(evaluated(policyOf(statement(PINNED)), known).allowed).toBe(false)
    expect(evaluated(policyOf(statement(PINNED), tag), known).allowed).toBe(true)
    const denied = { ...tag, Effect: 'Deny' }
    expect(evaluated(policyOf(statement(PINNED), tag, denied), known).allowed).toBe(false)
  })
})

describe('statements together', () => {
  const deny = statement(undefined, { Effect: 'Deny' })
  const unknown = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
  const other = { StringEquals: { [sub]: 'other' } }
  test.each<[string, unknown[], Verdict]>([
    ['none', [], false],
    ['the second of two', [statement(other), statement(PINNED)], true],
    ['a Deny beside it', [statement(PINNED), deny], false],
    ['a Deny for another action', [statement(PINNED), { ...deny, Action: 'sts:TagSession' }], true],
    [
      'a Deny that only AWS can decide',
      [statement(PINNED), { ...deny, Condition: unknown }],
      'undecided',
    ],
    ['an Allow that only AWS can decide', [statement({ ...PINNED, ...unknown })], 'undecided'],
    ['the same, and a condition that fails', [statement({ ...other, ...unknown })], false],
    ['the same, and another that allows', [statement(unknown), statement(PINNED)], true],
    ['another effect', [statement(PINNED, { Effect: 'allow' })], 'undecided'],
    ['an element that IAM does not have', [statement(PINNED, { condition: {} })], 'undecided'],
    ['a resource', [statement(PINNED), statement(PINNED, { Resource: '*' })], true],
    ['a condition without keys', [statement({ StringEquals: 'x' })], 'undecided'],
    ['a condition that is a list', [statement([] as unknown as Json)], 'undecided'],
    ['a value that is an object', [statement({ StringEquals: { [sub]: { a: 1 } } })], 'undecided'],
    ['no object', ['text'], 'undecided'],
  ])('%s: %s', (_name, statements, verdict) => {
    expect(allowed(...statements)).toBe(verdict)
  })

  test('one statement may stand without its list', () => {
    expect(evaluated({ Version: '2012-10-17', Statement: statement(PINNED) }).allowed).toBe(true)
  })

  test('a version that IAM does not have makes all of it undecided', () => {
    expect(evaluated({ ...policyOf(statement(PINNED)), Version: '2026-01-01' }).allowed).toBe(
      'undecided',
    )
  })

  test('a name that is there twice makes its statement undecided, with the place', () => {
    const text = `{"Statement": [{"Effect": "Allow", "Principal": {"Federated": "${PROVIDER}"},
      "Action": "${ACTION}",
      "Condition": {"StringLike": {"${sub}": "repo:octo-org/*"}, "StringLike": {"${aud}": "*"}}}]}`
    const { allowed: verdict, statements } = evaluated(text)
    expect(verdict).toBe('undecided')
    const column = (text.split('\n')[2] ?? '').lastIndexOf(`{"${aud}`) + 1
    expect(statements[0]?.flaws).toEqual([
      { kind: 'duplicate', element: 'StringLike', place: { line: 3, column } },
    ])
  })
})

test('each condition says what was wanted, what is there, and whether it holds', () => {
  const condition = {
    StringEquals: { [sub]: ['a', 'b'] },
    StringLike: { [`${HOST}:event_name`]: 'push' },
  }
  expect(evaluated(policyOf(statement(condition, { Sid: 'One' }))).statements).toEqual([
    {
      index: 0,
      sid: 'One',
      effect: 'Allow',
      matched: false,
      principal: true,
      action: true,
      flaws: [],
      conditions: [
        {
          operator: 'StringEquals',
          key: sub,
          wanted: ['a', 'b'],
          actual: [MAIN],
          state: 'present',
          holds: false,
        },
        {
          operator: 'StringLike',
          key: `${HOST}:event_name`,
          wanted: ['push'],
          state: 'not-offered',
          holds: false,
        },
      ],
    },
  ])
})

describe('what is told of a statement', () => {
  const tagged = knownFor({ 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } })
  const told = (...statements: readonly unknown[]) =>
    evaluated(policyOf(...statements), tagged).statements

  test('an Allow fits where it allows the sign-in itself, and its action where it names all that are needed', () => {
    expect(told(statement(PINNED))[0]).toMatchObject({ matched: true, action: false })
    const tags = statement(PINNED, { Action: 'sts:TagSession' })
    expect(told(tags)[0]).toMatchObject({ matched: false, action: false })
    const both = statement(PINNED, { Action: [ACTION, 'sts:TagSession'] })
    expect(told(both)[0]).toMatchObject({ matched: true, action: true })
  })

  test('a Deny fits where it denies any of what is needed', () => {
    const deny = statement(undefined, { Effect: 'Deny', Action: 'sts:TagSession' })
    expect(told(deny)[0]).toMatchObject({ matched: true, action: true })
    const other = statement({ StringEquals: { [sub]: 'x' } }, { Effect: 'Deny' })
    expect(told(other)[0]).toMatchObject({ matched: false, action: true })
  })

  test('a name only where it has one', () => {
    expect(told(statement(PINNED))[0]).not.toHaveProperty('sid')
    expect(told(statement(PINNED, { Sid: 'One' }))[0]?.sid).toBe('One')
  })
})
