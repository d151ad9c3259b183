// The least change: it lets the token in, and nobody else whom the policy did not let in before.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { knownWith } from '../../evidence/baseline.js'
import { allEvidence } from '../../evidence/read.js'
import { isOtherOwner } from '../../src/aws/github-subject.js'
import { diagnose } from '../../src/causes/index.js'
import { wordsOf } from '../causes/tester.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from './support.js'

/** The policy with the suggested statement in place of the one that was diagnosed, or beside the others. */
function mended(policy: Json, known = knownFor()): Json {
  const { suggestion, statement: place } = found(examined(policy, known), 'trust-denial')
  if (!suggestion) throw new Error('no suggestion')
  const made = JSON.parse(suggestion.statement) as unknown
  const statements = policy['Statement'] as unknown[]
  const changed =
    suggestion.diff === ''
      ? [...statements, made]
      : statements.map((one, at) => (at === place?.index ? made : one))
  return { ...policy, Statement: changed }
}

describe('the change', () => {
  const environment = {
    sub: 'repo:octo-org/octo-repo:environment:production',
    environment: 'production',
  }
  const immutable = { sub: 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main' }
  test.each<[string, Json, Json]>([
    ['an environment', policyOf(statement(pinned(MAIN))), environment],
    [
      'a pull request',
      policyOf(statement(pinned([MAIN]))),
      { sub: 'repo:octo-org/octo-repo:pull_request' },
    ],
    ['ids', policyOf(statement({ StringLike: { [sub]: 'repo:octo-org/octo-repo:*' } })), immutable],
    ['letter case', policyOf(statement(pinned(MAIN.toUpperCase()))), {}],
    ['a wildcard', policyOf(statement(pinned('repo:octo-org/*'))), {}],
    ['the audience', policyOf(statement(pinned(MAIN, { [aud]: 'x' }))), {}],
    [
      'the provider',
      policyOf(statement(pinned(MAIN), { Principal: { Federated: `${PROVIDER}/` } })),
      {},
    ],
    [
      'one provider of two',
      policyOf(statement(pinned(MAIN), { Principal: { Federated: ['x', `${PROVIDER}/`] } })),
      {},
    ],
    [
      'another host',
      policyOf(
        statement(pinned(MAIN), {
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
        }),
      ),
      {},
    ],
    ['the action', policyOf(statement(pinned(MAIN), { Action: 'sts:AssumeRole' })), {}],
    [
      'a claim that is no key',
      policyOf(statement({ StringEquals: { [`${HOST}:event_name`]: 'push' } })),
      {},
    ],
    [
      'a key of another prefix',
      policyOf(statement({ StringEquals: { 'vstoken.example:sub': 'x' } })),
      {},
    ],
    [
      'a claim that is not there',
      policyOf(statement(pinned(MAIN, { [`${HOST}:environment`]: 'production' }))),
      {},
    ],
    [
      'an operator that negates',
      policyOf(statement({ StringNotLike: { [sub]: 'repo:octo-org/*' } })),
      {},
    ],
    [
      'a Deny that lists',
      policyOf(
        statement(pinned(MAIN)),
        statement({ StringNotLike: { [sub]: 'x' } }, { Effect: 'Deny' }),
      ),
      {},
    ],
    [
      'a Deny of all',
      policyOf(statement(pinned(MAIN)), statement(undefined, { Effect: 'Deny', Principal: '*' })),
      {},
    ],
    [
      'several things at once',
      policyOf(statement(pinned('x', { [aud]: 'x' }), { Action: 'sts:AssumeRole' })),
      {},
    ],
    ['no statement', policyOf(), {}],
    [
      'a statement for a service',
      policyOf({
        Effect: 'Allow',
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      {},
    ],
    [
      'session tags',
      policyOf(statement(pinned(MAIN))),
      { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } },
    ],
    [
      'a subject with signs of IAM in it',
      policyOf(statement({ StringLike: { [sub]: 'x' } })),
      { sub: 'repo:o/r:ref:refs/heads/$' + '{a}*?' },
    ],
  ])('%s: lets the token in', (_name, policy, claims) => {
    const known = knownFor(claims)
    expect(evaluated(policy, known).allowed).toBe(false)
    expect(evaluated(mended(policy, known), known).allowed).toBe(true)
  })

  test('keeps the value of the branch beside that of the environment, and shows both as a diff', () => {
    const { suggestion } = found(
      examined(policyOf(statement(pinned(MAIN))), knownFor(environment)),
      'trust-denial',
    )
    expect(suggestion?.diff).toContain(`-   "${sub}": "${MAIN}"`)
    expect(suggestion?.diff).toContain(`+     "${environment.sub}"`)
    expect(JSON.parse(suggestion?.statement ?? '')).toEqual(
      statement(pinned([MAIN, environment.sub])),
    )
  })

  test('takes away what can never match', () => {
    const wild = policyOf(statement(pinned(['repo:octo-org/octo-repo:*', 'other'])))
    expect(JSON.parse(found(examined(wild), 'trust-denial').suggestion?.statement ?? '')).toEqual(
      statement(pinned(['other', MAIN])),
    )
  })

  test.each([' ', '\n', '\t'])('takes away white space that nobody sees: %j', (space) => {
    const policy = policyOf(statement(pinned([`${MAIN}${space}`, 'other'])))
    expect(JSON.parse(found(examined(policy), 'trust-denial').suggestion?.statement ?? '')).toEqual(
      statement(pinned(['other', MAIN])),
    )
  })

  test('adds a statement of its own where no other is about this provider', () => {
    const { suggestion } = found(examined(policyOf()), 'trust-denial')
    expect(suggestion?.diff).toBe('')
    expect(JSON.parse(suggestion?.statement ?? '')).toEqual({
      Effect: 'Allow',
      Principal: { Federated: PROVIDER },
      Action: ACTION,
      Condition: pinned(MAIN),
    })
  })
})

describe('a statement of its own, and that there as it was', () => {
  const environment = { sub: `${MAIN}:x`, environment: 'production' }
  test.each<[string, Json, Json]>([
    ['subject and the name of the session', pinned('x', { 'sts:RoleSessionName': 'a' }), {}],
    ['subject and audience', pinned('x', { [aud]: 'x' }), {}],
    ['a value beside a pattern', { ...pinned(['repo:octo-org/a', MAIN], { [aud]: 'x' }) }, {}],
    ['further audiences', pinned('x', { [aud]: ['sts.amazonaws.com', 'x'] }), {}],
    [
      'an audience that may be missing',
      { StringEqualsIfExists: { [aud]: 'sts.amazonaws.com' }, StringEquals: { [sub]: 'x' } },
      {},
    ],
    [
      'letter case that does not count',
      { StringEqualsIgnoreCase: { [sub]: 'x' }, StringEquals: { [aud]: 'sts.amazonaws.com' } },
      {},
    ],
    [
      'ForAllValues',
      { 'ForAllValues:StringLike': { [sub]: 'x' }, StringEquals: { [aud]: 'sts.amazonaws.com' } },
      {},
    ],
    ['a negative condition', { ...PINNED, StringNotLike: { [`${HOST}:ref`]: '*' } }, {}],
    [
      'Null',
      { ...PINNED, Null: { [`${HOST}:environment`]: 'true' } },
      { ...environment, sub: MAIN },
    ],
    ['a date', { ...PINNED, DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, {}],
  ])('%s', (_what, condition, claims) => {
    const known = knownFor(claims)
    const before = statement(condition)
    expect(mended(policyOf(before), known)['Statement']).toEqual([before, statement(PINNED)])
  })

  const CALLED = 'octo-org/shared/.github/workflows/deploy.yml@refs/tags/v'
  const workflow = `${HOST}:job_workflow_ref`
  const SHARED = { [aud]: 'sts.amazonaws.com', [workflow]: `${CALLED}1` }
  test.each<[string, Json, Json, Json?]>([
    [
      'a subject and a person',
      pinned('x', { [`${HOST}:actor`]: 'mona' }),
      { [`${HOST}:actor`]: 'octocat' },
    ],
    [
      'the workflow of a job',
      { StringEquals: SHARED, StringLike: { [sub]: 'repo:octo-org/*' } },
      { [workflow]: `${CALLED}2` },
    ],
    [
      'the workflow of a job, by a pattern that fits, and an audience',
      { StringEquals: { [aud]: 'x' }, StringLike: { [workflow]: `${CALLED}*`, [sub]: 'repo:o*' } },
      {},
      { StringLike: { [workflow]: `${CALLED}*` } },
    ],
    ['a key that STS does not have', pinned('x', { [`${HOST}:event_name`]: 'release' }), {}],
    ['a key of another issuer', pinned('x', { 'gitlab.com:actor': 'mona' }), {}],
  ])('keeps what is asked of the token besides: %s', (_what, condition, more, others = {}) => {
    const known = knownFor({ job_workflow_ref: `${CALLED}2` })
    const { StringEquals } = PINNED as { StringEquals: Json }
    const own = statement({ StringEquals: { ...StringEquals, ...more }, ...others })
    const before = statement(condition)
    expect(mended(policyOf(before), known)['Statement']).toEqual([before, own])
  })

  test('an action beside a pattern for the subject', () => {
    const before = statement(
      { StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: 'repo:octo-org/*' } },
      { Action: 'sts:AssumeRole' },
    )
    expect(mended(policyOf(before))['Statement']).toEqual([before, statement(PINNED)])
  })
})

test.each<[string, string, string, readonly string[]]>([
  ['an owner', 'repo:Octo-Org/octo-repo:ref:refs/heads/main', MAIN, [MAIN]],
  ['a repository under a pattern', 'repo:octo-org/Octo-Repo:*', MAIN, [MAIN]],
  ['a branch', MAIN.replace('main', 'Main'), MAIN, [MAIN.replace('main', 'Main'), MAIN]],
  [
    'an environment of any repository',
    'repo:octo-org/*:environment:Production',
    'repo:octo-org/octo-repo:environment:production',
    ['repo:octo-org/*:environment:Production', 'repo:octo-org/octo-repo:environment:production'],
  ],
])('letter case of %s: only what nobody can have gives way', (_what, wanted, subject, values) => {
  const known = knownFor({ sub: subject })
  const of = (value: unknown): Json =>
    statement({ StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: value } })
  const policy = policyOf(of(wanted))
  expect(found(examined(policy, known), 'trust-denial').problem).toBe('subject-case')
  const [one, second] = values
  expect(mended(policy, known)['Statement']).toEqual([of(second === undefined ? one : values)])
})

test('a slip of the action beside another principal takes no right from that one', () => {
  const Principal = { AWS: 'arn:aws:iam::111122223333:root', Federated: PROVIDER }
  const [after] = mended(policyOf(statement(PINNED, { Principal, Action: 'sts:AssumeRole' })))[
    'Statement'
  ] as Json[]
  expect(after?.['Action']).toEqual(['sts:AssumeRole', ACTION])
})

test('a value that only the deployment knows stays what it is', () => {
  const Properties = {
    AssumeRolePolicyDocument: policyOf(
      statement({
        StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: 'x' },
        StringLike: { [`${HOST}:ref`]: { Ref: 'Branch' } },
      }),
    ),
  }
  const template = { Resources: { Role: { Type: 'AWS::IAM::Role', Properties } } }
  const { suggestion } = found(examined(template), 'trust-denial')
  expect(suggestion?.diff).toContain(`+     "${MAIN}"`)
  expect(suggestion?.statement).toContain('"Ref": "Branch"')
})

test('a change too long to show is a statement of its own', () => {
  const values = Array.from({ length: 400 }, (_none, n) => `repo:octo-org/app-${n}:ref:x`)
  const { suggestion } = found(examined(policyOf(statement(pinned(values)))), 'trust-denial')
  expect(suggestion).toEqual({
    diff: '',
    statement: JSON.stringify(statement(PINNED), null, 2),
  })
})

describe('a Deny', () => {
  const deny = statement(undefined, { Effect: 'Deny' })

  test('is opened to this subject where the Allow asks for the audience', () => {
    const [, after] = mended(policyOf(statement(PINNED), deny))['Statement'] as Json[]
    expect(after?.['Condition']).toEqual({ StringNotEquals: { [sub]: MAIN } })
  })

  test.each<[string, Json]>([
    ['no audience', { StringLike: { [sub]: 'repo:octo-org/*' } }],
    ['further audiences', pinned(MAIN, { [aud]: ['sts.amazonaws.com', 'x'] })],
  ])('stays where the Allow has %s, which would come in as well', (_what, condition) => {
    const denial = found(examined(policyOf(statement(condition), deny)), 'trust-denial')
    expect(denial.suggestion).toBeUndefined()
  })
})

describe('never broader', () => {
  const owner = fc.constantFrom('octo-org', 'other', 'octo-org@123456')
  const context = fc.constantFrom(
    'ref:refs/heads/main',
    'ref:refs/heads/dev',
    'environment:production',
    'pull_request',
  )
  const subject = fc
    .tuple(owner, fc.constantFrom('octo-repo', 'b'), context)
    .map(([o, r, c]) => `repo:${o}/${r}:${c}`)
  const wanted = fc.oneof(
    subject,
    fc.constantFrom(
      'repo:octo-org/*',
      'repo:octo-org/octo-repo:*',
      '*:environment:*',
      'repo:Octo-Org/octo-repo:pull_request',
      'x',
    ),
  )
  const one = fc.record({
    operator: fc.constantFrom(
      'StringEquals',
      'StringLike',
      'StringEqualsIgnoreCase',
      'ForAnyValue:StringLike',
    ),
    values: fc.array(wanted, { minLength: 1, maxLength: 3 }),
  })

  test('no subject gets in that did not before, but that of the token', () => {
    let denials = 0
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 3 }),
        subject,
        subject,
        (rows, mine, theirs) => {
          const policy = policyOf(
            ...rows.map(({ operator, values }) =>
              statement({
                StringEquals: { [aud]: 'sts.amazonaws.com' },
                [`${operator}`]: {
                  ...(operator === 'StringEquals' ? { [aud]: 'sts.amazonaws.com' } : {}),
                  [sub]: values,
                },
              }),
            ),
          )
          const known = knownFor({ sub: mine })
          fc.pre(evaluated(policy, known).allowed === false && theirs !== mine)
          denials++
          const after = mended(policy, known)
          expect(evaluated(after, known).allowed).toBe(true)
          const stranger = knownFor({ sub: theirs })
          // The old name of an owner goes, and the reader is asked first whether it is one.
          const before = isOtherOwner(theirs, mine) ? [true, false] : []
          const was = evaluated(policy, stranger).allowed
          const is = evaluated(after, stranger).allowed
          if (was !== is) expect([was, is]).toEqual(before)
        },
      ),
      { numRuns: 1500 },
    )
    expect(denials).toBeGreaterThan(500)
  })

  test('no wildcard is suggested that was not there', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 2 }), subject, (rows, mine) => {
        const policy = policyOf(
          ...rows.map(({ operator, values }) => statement({ [operator]: { [sub]: values } })),
        )
        const known = knownFor({ sub: mine })
        fc.pre(evaluated(policy, known).allowed === false)
        const count = (value: unknown): number => JSON.stringify(value).split('*').length
        expect(count(mended(policy, known))).toBeLessThanOrEqual(count(policy))
      }),
      { numRuns: 500 },
    )
  })
})

test('Google is named by its host, and no provider is to be made', () => {
  const known = knownFor({ repository: null }, 'https://accounts.google.com')
  const other = policyOf(statement({ StringEquals: { 'accounts.google.com:sub': MAIN } }))
  const denial = found(examined(other, known), 'trust-denial')
  expect(denial.principals?.needs).toBe('accounts.google.com')
  expect(evaluated(mended(other, known), known).allowed).toBe(true)
  const { fix } = wordsOf(diagnose(denial, known))
  expect(fix.join('\n')).not.toContain('open-id-connect-provider')
})

describe('what is pasted', () => {
  const pieces = allEvidence().flatMap(({ id, piece }) =>
    piece.failure.kind === 'trust-denial' && piece.failure.suggestion
      ? [[`${id}: ${piece.what}`, piece, piece.failure] as const]
      : [],
  )

  test.each(pieces)('asks for the audience: %s', (_name, piece, { problem, suggestion }) => {
    if (problem === 'denied') return expect(suggestion?.statement).toContain('"Deny"')
    const policy = policyOf(JSON.parse(suggestion?.statement ?? ''))
    const opened = examined(policy, knownWith(piece.known)).found.flatMap((one) =>
      one.kind === 'trust-open' ? one.openings.map(({ who }) => who) : [],
    )
    expect(opened).not.toContain('any-audience')
  })
})

describe('a key that STS does not have', () => {
  const dead = { [`${HOST}:event_name`]: 'push' }
  const PATTERN = 'repo:octo-org/octo-repo:*'

  const claims = {
    job_workflow_ref: 'octo-org/octo-repo/.github/workflows/x.yml@refs/heads/main',
    repository_id: '456789',
  }
  const conditions = (rest: Json): Json => ({
    StringEquals: { [aud]: 'sts.amazonaws.com', ...dead },
    ...rest,
  })

  test.each<[string, Json]>([
    ['a workflow', { StringLike: { [`${HOST}:job_workflow_ref`]: 'octo-org/octo-repo/*' } }],
    ['the repository', { StringLike: { [`${HOST}:repository_id`]: '456789' } }],
  ])('beside %s gives way to the subject', (_what, rest) => {
    const [after] = mended(policyOf(statement(conditions(rest))), knownFor(claims))[
      'Statement'
    ] as Json[]
    expect(after?.['Condition']).toEqual({
      StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN },
      ...rest,
    })
  })

  test('beside a pattern for the subject stays, for without it all who fit would come in', () => {
    const before = statement(conditions({ StringLike: { [sub]: PATTERN } }))
    const after = mended(policyOf(before), knownFor(claims))['Statement']
    expect(after).toEqual([before, statement(pinned(MAIN))])
  })

  test('overwrites no condition that has the right name', () => {
    const both = { 'vstoken.example:sub': MAIN, [sub]: 'repo:octo-org/octo-repo:*' }
    const before = statement({ StringLike: { ...both, [aud]: 'sts.amazonaws.com' } })
    const after = mended(policyOf(before))['Statement']
    expect(after).toEqual([before, statement(pinned(MAIN))])
  })

  test('is replaced by the subject where nothing else says who may come in', () => {
    const policy = policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com', ...dead } }))
    const [after] = mended(policy)['Statement'] as Json[]
    expect(after?.['Condition']).toEqual({
      StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN },
    })
  })
})

test('of an owner that has another name now, the old name goes', () => {
  const renamed = 'repo:new-org@123456/octo-repo@456789:ref:refs/heads/main'
  const other = 'repo:octo-org/another:ref:refs/heads/main'
  const policy = policyOf(statement(pinned([MAIN, other])))
  const denial = found(examined(policy, knownFor({ sub: renamed })), 'trust-denial')
  expect(denial.problem).toBe('subject-immutable')
  expect(denial.suggestion?.diff).toMatch(/^-.*repo:octo-org\/octo-repo:ref/m)
  const statementAfter = JSON.parse(denial.suggestion?.statement ?? '{}') as Json
  expect(JSON.stringify(statementAfter)).toContain(renamed)
  expect(JSON.stringify(statementAfter)).toContain(other)
  const { why, fix } = wordsOf(diagnose(denial, knownFor({ sub: renamed })))
  expect(why).toContain('uses immutable ids and owner `new-org`')
  expect(why).toContain('owner `octo-org`')
  expect(fix[0]).toMatch(
    /^If owner `octo-org` was renamed to `new-org`, and this job may use the role/,
  )
  expect(fix[0]).toContain('anyone may register `octo-org` now')
  expect(fix.join('\n')).toContain('If `octo-org` and `new-org` are two owners')
})

test.each<[string, object]>([
  [
    'a list of subjects',
    { StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: { Ref: 'Subjects' } } },
  ],
  [
    'a subject in another letter case',
    {
      StringEquals: {
        [aud]: 'sts.amazonaws.com',
        [sub]: { 'Fn::Sub': 'repo:$' + '{Owner}/octo-repo:ref:refs/heads/main' },
      },
    },
  ],
])('what another stack has under a parameter stays: %s', (_name, Condition) => {
  const template = {
    Parameters: {
      Subjects: { Type: 'CommaDelimitedList', Default: 'repo:octo-org/a:*,repo:octo-org/b:*' },
      Owner: { Type: 'String', Default: 'Octo-Org' },
    },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: policyOf({ ...statement(undefined), Condition }),
          RoleName: 'deploy',
        },
      },
    },
  }
  const { suggestion } = found(examined(template), 'trust-denial')
  expect(suggestion?.diff).toBe('')
  expect(suggestion?.statement).toContain(MAIN)
})
