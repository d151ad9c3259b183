// The whole examination: what is a denial, what stays undecided and by which parts, and what hangs on open values.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Known, TrustUndecided } from '../../src/model.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const TAGS = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }
/** Nobody but AWS knows the address. */
const OFFICE = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
const template = (...statements: readonly unknown[]) => ({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: 'deploy', AssumeRolePolicyDocument: policyOf(...statements) },
    },
  },
})
const kinds = (policy: unknown, known?: Known): string[] =>
  examined(policy, known).found.map(({ kind }) => kind)

describe('a key that some sources have and others have not', () => {
  const email = `${HOST}:email`
  const known = knownFor({ email: 'a@b' })
  const disputed = { ...pinned(MAIN, { [email]: 'a@b' }) }

  test('is the finding where all else holds, and gives way to nothing', () => {
    const denial = found(examined(policyOf(statement(disputed)), known), 'trust-denial')
    expect(denial).toMatchObject({
      problem: 'claim-not-a-key',
      disputed: true,
      more: [],
      condition: { key: email, state: 'disputed' },
    })
    expect(denial.suggestion?.diff).toContain(`- `)
    expect(JSON.parse(denial.suggestion?.statement ?? '')).toEqual(statement(PINNED))
    expect(denial).not.toHaveProperty('doubt')
  })

  test.each<[string, unknown]>([
    ['beside an address', policyOf(statement({ ...disputed, ...OFFICE }))],
    ['in a statement that IAM may not take', policyOf(statement(disputed, { Comment: 'x' }))],
    [
      'of a Deny',
      policyOf(
        statement(PINNED),
        statement({ StringEquals: { [email]: 'a@b' } }, { Effect: 'Deny' }),
      ),
    ],
    [
      'of another statement, which it keeps out for certain',
      policyOf(statement(pinned(MAIN, { [email]: 'other' })), statement({ ...PINNED, ...OFFICE })),
    ],
    [
      'for a principal that is no name',
      policyOf(statement(disputed, { Principal: { Federated: '*' } })),
    ],
    [
      'for an action that only the deployment knows',
      template(statement(disputed, { Action: { Ref: 'Action' } })),
    ],
    ['of a statement without it', policyOf(statement({ ...PINNED, ...OFFICE }))],
  ])('%s is none: that is undecided', (_what, policy) => {
    expect(kinds(policy, known)).toEqual(['trust-undecided'])
  })
})

describe('what is undecided', () => {
  const undecided = (policy: unknown, known = knownFor()): readonly TrustUndecided[] =>
    found(examined(policy, known), 'trust-undecided').undecided

  test('is told of the statements that it is in, and of no other', () => {
    const office = { ...PINNED, ...OFFICE }
    const others = statement({ ...pinned('repo:other/x:ref:x'), ...OFFICE }, { Sid: 'Others' })
    expect(undecided(policyOf(others, statement(office, { Sid: 'Office' })))).toMatchObject([
      { statement: { index: 1, sid: 'Office' }, what: 'condition' },
    ])
  })

  test.each<[string, Json, Json]>([
    [
      'a principal with a wildcard',
      { Principal: { Federated: '*' } },
      { what: 'principal', json: '{"Federated":"*"}' },
    ],
    [
      'a Deny of the account',
      { Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
      { what: 'principal', json: '{"AWS":"arn:aws:iam::111122223333:root"}', denies: true },
    ],
    [
      'an Allow for all but one',
      { Principal: undefined, NotPrincipal: { Federated: 'x' } },
      { what: 'principal', json: '{"NotPrincipal":{"Federated":"x"}}' },
    ],
    [
      'a Deny of all but the account and a provider of its own',
      {
        Effect: 'Deny',
        Principal: undefined,
        NotPrincipal: { AWS: '111122223333', Federated: `${PROVIDER}/x` },
      },
      {
        what: 'principal',
        json: `{"NotPrincipal":{"AWS":"111122223333","Federated":"${PROVIDER}/x"}}`,
        denies: true,
        namesProvider: true,
      },
    ],
  ])('%s, as the policy has it', (_what, over, told) => {
    const first = 'Effect' in over ? [statement(PINNED)] : []
    const one = statement('Effect' in over ? undefined : PINNED, over)
    expect(undecided(policyOf(...first, one))).toEqual([
      { statement: { index: first.length }, ...told },
    ])
  })

  test('a provider, if the account of the role is not known', () => {
    const known = knownWith({ inputs: { role: null } })
    expect(undecided(policyOf(statement(PINNED)), known)).toEqual([
      {
        statement: { index: 0 },
        what: 'principal',
        json: `{"Federated":"${PROVIDER}"}`,
        namesProvider: true,
      },
    ])
  })

  test.each<[string, Json, Json]>([
    [
      'one action of a list',
      { Action: ['sts:AssumeRole', { Ref: 'Action' }] },
      { what: 'action', json: '["sts:AssumeRole",{"Ref":"Action"}]', unresolved: true },
    ],
    [
      'what a Deny spares',
      { Effect: 'Deny', Action: undefined, NotAction: { Ref: 'Action' } },
      { what: 'action', json: '{"NotAction":{"Ref":"Action"}}', unresolved: true, denies: true },
    ],
    [
      'a principal beside one that is written out',
      { Principal: { AWS: 'x', Federated: { Ref: 'Provider' } } },
      {
        what: 'principal',
        json: '{"AWS":"x","Federated":{"Ref":"Provider"}}',
        unresolved: true,
      },
    ],
    [
      'all of the principal',
      { Principal: { Ref: 'Principal' } },
      { what: 'principal', json: '{"Ref":"Principal"}', unresolved: true },
    ],
  ])('%s that only the deployment knows', (_what, over, told) => {
    const first = 'Effect' in over ? [statement(PINNED)] : []
    const one = statement('Effect' in over ? undefined : PINNED, over)
    expect(undecided(template(...first, one))).toEqual([
      { statement: { index: first.length }, ...told },
    ])
  })

  test('of a form that is not understood, nothing more is told', () => {
    const both = statement(PINNED, { NotAction: 'sts:TagSession', Principal: undefined })
    expect(undecided(policyOf(both)).map(({ what }) => what)).toEqual(['flaw', 'flaw'])
  })
})

describe('a denial of a template', () => {
  const open = statement(pinned('x', { [`${HOST}:actor`]: { Ref: 'Actor' } }))

  test('says that a value is open, in whichever statement', () => {
    const closed = statement(pinned('repo:octo-org/octo-repo:pull_request'))
    expect(found(examined(template(open, closed)), 'trust-denial').open).toBe(true)
    expect(found(examined(template(closed)), 'trust-denial').open).toBeUndefined()
  })

  const withDefault = (subject: string) => ({
    Parameters: { Subject: { Type: 'String', Default: subject } },
    ...template(statement(pinned({ Ref: 'Subject' }))),
  })

  test('says by which default it is one', () => {
    expect(found(examined(withDefault('x')), 'trust-denial').doubt).toEqual({
      defaults: ['Subject'],
    })
    expect(examined(withDefault(MAIN))).toMatchObject({
      allowed: true,
      doubt: { defaults: ['Subject'] },
      found: [],
    })
  })

  test('without any is one for every value', () => {
    const facts = examined(template(statement(pinned('x'))))
    expect(facts.doubt).toBeUndefined()
    expect(found(facts, 'trust-denial').doubt).toBeUndefined()
  })
})

describe('who else gets in by a template', () => {
  const of = (value: unknown) =>
    examined({
      Parameters: { Owner: { Type: 'String', Default: 'octo-org' } },
      ...template(
        statement({
          StringEquals: { [aud]: 'sts.amazonaws.com' },
          StringLike: { [sub]: value },
        }),
      ),
    })
  const made = { 'Fn::Sub': `repo:$${'{Owner}'}/*` }

  test('is told with the default on which it hangs, and which value no text of it has', () => {
    expect(found(of(made), 'trust-open')).toMatchObject({
      doubt: { defaults: ['Owner'] },
      made: ['repo:octo-org/*'],
    })
    const written = found(of('repo:octo-org/*'), 'trust-open')
    expect(written).not.toHaveProperty('doubt')
    expect(written).not.toHaveProperty('made')
  })

  test('so are wildcards in the place of ids', () => {
    const ids = { 'Fn::Sub': `repo:$${'{Owner}'}@*/octo-repo@*:ref:refs/heads/main` }
    const pattern = 'repo:octo-org@*/octo-repo@*:ref:refs/heads/main'
    expect(found(of(ids), 'trust-ids-open')).toMatchObject({
      doubt: { defaults: ['Owner'] },
      made: [pattern],
    })
    expect(found(of(pattern), 'trust-ids-open')).not.toHaveProperty('made')
  })
})

test('a statement for tags alone, which only AWS can decide, keeps a token with tags undecided', () => {
  const tagging = statement(OFFICE, { Action: 'sts:TagSession' })
  const facts = examined(policyOf(statement(PINNED), tagging), knownFor(TAGS))
  expect(found(facts, 'trust-undecided').undecided).toMatchObject([
    { statement: { index: 1 }, what: 'condition' },
  ])
  expect(
    kinds(policyOf(statement(PINNED, { Action: [ACTION, 'sts:TagSession'] })), knownFor(TAGS)),
  ).toEqual([])
})
