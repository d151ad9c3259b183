// What is named of a policy that keeps a token out, and what is suggested: nothing broader than this sign-in.
import { describe, expect, test } from '@jest/globals'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { evaluated, examined, found, knownFor, parsed, policyOf, statement } from './support.js'

const OTHER = MAIN.replace('main', 'dev')
const TAGS = { 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } }
const denial = (policy: Json, claims: Json = {}) =>
  found(examined(policy, knownFor(claims)), 'trust-denial')

describe('a token with session tags', () => {
  const tagging = statement(undefined, { Action: 'sts:TagSession' })

  test('before a statement for another subject: that is it, not the action which is there', () => {
    expect(denial(policyOf(statement(pinned(OTHER))), TAGS)).toMatchObject({
      problem: 'subject-mismatch',
      statement: { index: 0 },
    })
  })

  test('beside a statement for tags alone: that one is not opened to everybody', () => {
    const {
      problem,
      statement: place,
      suggestion,
    } = denial(policyOf(statement(pinned(OTHER)), tagging), TAGS)
    expect({ problem, place }).toEqual({ problem: 'subject-mismatch', place: { index: 0 } })
    expect(JSON.parse(suggestion?.statement ?? '')).toHaveProperty('Condition')
  })

  test('where the sign-in may be allowed: the right to tag is missing', () => {
    const asked = { ...PINNED, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }
    expect(denial(policyOf(statement(asked)), TAGS)).toMatchObject({
      problem: 'action-missing',
      actions: { has: [ACTION], needs: 'sts:TagSession' },
    })
  })
})

test.each<[string, Json]>([
  ['an account', { Principal: { Federated: PROVIDER.replace('1111', '9999') } }],
  ['the action', { Action: 'sts:AssumeRole' }],
])(
  'a slip in %s of a statement without `sub` is not mended by letting in all of GitHub',
  (_what, over) => {
    const { suggestion } = denial(
      policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com' } }, over)),
    )
    expect(JSON.parse(suggestion?.statement ?? '')).toMatchObject({
      Action: ACTION,
      Condition: { StringEquals: { [sub]: MAIN } },
    })
  },
)

test('of two statements that deny, the second is named beside the first, and the first is changed', () => {
  const deny = (Sid: string) =>
    statement({ StringNotEquals: { [sub]: OTHER } }, { Effect: 'Deny', Sid })
  const { problem, denied, suggestion } = denial(policyOf(statement(PINNED), deny('A'), deny('B')))
  expect({ problem, denied }).toEqual({ problem: 'denied', denied: { index: 2, sid: 'B' } })
  expect(JSON.parse(suggestion?.statement ?? '')).toMatchObject({ Effect: 'Deny', Sid: 'A' })
})

test('a provider of another cluster is somebody else’s, and stays in its statement', () => {
  const issuer = 'https://oidc.eks.eu-west-1.amazonaws.com/id/AAAA'
  const theirs = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/BBBB'
  const claims = { sub: 'system:serviceaccount:default:app', repository: null }
  const policy = policyOf(statement(undefined, { Principal: { Federated: theirs } }))
  const { suggestion } = found(examined(policy, knownFor(claims, issuer)), 'trust-denial')
  expect(suggestion?.diff).toBe('')
  expect(suggestion?.statement).not.toContain('BBBB')
})

describe('whom a Deny spares', () => {
  const verdict = (over: Json) =>
    evaluated(
      policyOf(
        statement(PINNED),
        statement(undefined, { Effect: 'Deny', Principal: undefined, ...over }),
      ),
    ).allowed

  test('the account of the role: no source says whether that means its web identities', () => {
    const NotPrincipal = { AWS: 'arn:aws:iam::111122223333:root' }
    expect(verdict({ NotPrincipal })).toBe('undecided')
  })

  test('and what only the deployment knows is not taken for everyone', () => {
    const template = {
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: policyOf(
              statement(PINNED),
              statement(undefined, {
                Effect: 'Deny',
                Principal: undefined,
                NotPrincipal: { Ref: 'Somebody' },
              }),
            ),
          },
        },
      },
    }
    expect(examined(template).allowed).toBe('undecided')
  })
})

test.each<[string, Json]>([
  ['a whole statement', { 'Fn::If': ['Prod', statement(PINNED), { Ref: 'AWS::NoValue' }] }],
  ['a condition', statement(undefined, { Condition: { 'Fn::If': ['Prod', PINNED, {}] } })],
  ['an effect', statement(PINNED, { Effect: { 'Fn::If': ['Prod', 'Allow', 'Deny'] } })],
])('%s that only the deployment knows is no fault of the form', (_what, one) => {
  const template = {
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: policyOf(one) } },
    },
  }
  const { allowed, found: said } = examined(template)
  expect(allowed).toBe('undecided')
  expect(said.map(({ kind }) => kind)).toEqual(['trust-undecided'])
  expect(said[0]).toMatchObject({ undecided: [{ what: 'flaw', flaw: { kind: 'deployment' } }] })
})

describe('which role of a file', () => {
  const role = (Arn: string) => ({
    Role: { RoleName: 'deploy', Arn, AssumeRolePolicyDocument: policyOf() },
  })

  test('its ARN outranks its name', () => {
    expect(parsed(role('arn:aws:iam::111122223333:role/deploy')).policy.statements).toEqual([])
    expect(() => parsed(role('arn:aws:iam::999999999999:role/deploy'))).toThrow()
    expect(() => parsed(role('arn:aws:iam::111122223333:role/ci/deploy'))).toThrow()
  })

  test('one without a name that is about no provider is not taken for it', () => {
    const of = (Principal: Json) => ({
      Resources: {
        FnRole: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: policyOf({
              Effect: 'Allow',
              Principal,
              Action: 'sts:AssumeRole',
            }),
          },
        },
      },
    })
    expect(() => parsed(of({ Service: 'lambda.amazonaws.com' }))).toThrow()
    expect(parsed(of({ Federated: PROVIDER })).policy.statements).toHaveLength(1)
  })
})

test('of a list under ForAllValues, the value that fits none is the one that is compared', () => {
  const claims = {
    'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'], Stage: ['b'] } },
  }
  const asked = { ...PINNED, 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team', 'Cost'] } }
  const both = { Action: [ACTION, 'sts:TagSession'] }
  const { problem, nearest } = denial(policyOf(statement(asked, both)), claims)
  expect({ problem, actual: nearest?.actual }).toEqual({
    problem: 'condition-mismatch',
    actual: 'Stage',
  })
})

describe('the one root cause', () => {
  const denialOf = (policy: unknown, known = knownFor()) =>
    found(examined(policy, known), 'trust-denial')
  const TAGGED = knownFor({ 'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } } })
  const wrong = pinned('repo:other/x:ref:x')
  const actor = `${HOST}:actor`

  test('is a Deny where one of several statements allows', () => {
    const deny = statement(undefined, { Effect: 'Deny' })
    expect(denialOf(policyOf(statement(wrong), statement(PINNED), deny))).toMatchObject({
      problem: 'denied',
      statement: { index: 2 },
    })
    const none = denialOf(policyOf(statement(wrong), deny))
    expect(none).toMatchObject({ problem: 'subject-mismatch', denied: { index: 1 } })
  })

  test('is an action that is missing beside the statement that allows the sign-in', () => {
    expect(denialOf(policyOf(statement(wrong), statement(PINNED)), TAGGED)).toMatchObject({
      problem: 'action-missing',
      statement: { index: 1 },
      actions: { has: [ACTION], needs: 'sts:TagSession' },
    })
    const tagsAlone = statement(PINNED, { Action: 'sts:TagSession' })
    expect(denialOf(policyOf(tagsAlone), TAGGED).actions).toEqual({
      has: ['sts:TagSession'],
      needs: ACTION,
    })
  })

  test('is the key that is none, before the subject, and that before all others', () => {
    const all = { [actor]: 'x', [sub]: 'x', [`${HOST}:event_name`]: 'push' }
    const { condition, more } = denialOf(policyOf(statement(pinned(MAIN, all))))
    expect(condition?.key).toBe(`${HOST}:event_name`)
    expect(more.map(({ key }) => key)).toEqual([sub, actor])
    const two = denialOf(
      policyOf(
        statement({ StringEquals: { [actor]: 'x', [sub]: 'x', [aud]: 'sts.amazonaws.com' } }),
      ),
    )
    expect([two.condition?.key, two.more.map(({ key }) => key)]).toEqual([sub, [actor]])
  })

  test.each([
    ['the action', { Action: 'sts:AssumeRole' }, 'action-missing'],
    ['the provider', { Principal: { Federated: `${PROVIDER}/` } }, 'provider-mismatch'],
  ])(
    'is %s before conditions, of which those that fail are told besides',
    (_what, over, problem) => {
      const denial = denialOf(policyOf(statement(wrong, over)))
      expect(denial).toMatchObject({ problem })
      expect(denial.more.map(({ key }) => key)).toEqual([sub])
    },
  )

  test.each([
    ['ForAllValues:StringEquals', ['mfa'], 'otp'],
    ['ForAnyValue:StringEquals', ['x'], 'mfa'],
  ])('of a list under %s is the value that does not fit', (operator, wanted, culprit) => {
    const condition = { ...PINNED, [operator]: { [`${HOST}:amr`]: wanted } }
    const denial = denialOf(policyOf(statement(condition)), knownFor({ amr: ['mfa', 'otp'] }))
    expect(denial).toMatchObject({ problem: 'condition-mismatch', nearest: { actual: culprit } })
  })
})

describe('the statement that allows the sign-in', () => {
  const TAGGED = knownFor(TAGS)

  test('is the one that does so for certain, where others only may', () => {
    const office = statement({ ...PINNED, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } })
    const { problem, statement: place } = found(
      examined(policyOf(office, statement(PINNED)), TAGGED),
      'trust-denial',
    )
    expect({ problem, place }).toEqual({ problem: 'action-missing', place: { index: 1 } })
  })

  test('lacks what none of the others allows', () => {
    const sourced = knownFor({ ...TAGS, 'https://aws.amazon.com/source_identity': 'x' })
    const tagging = statement(PINNED, { Action: 'sts:TagSession' })
    expect(
      found(examined(policyOf(tagging, statement(PINNED)), sourced), 'trust-denial'),
    ).toMatchObject({
      statement: { index: 1 },
      actions: { has: [ACTION], needs: 'sts:SetSourceIdentity' },
    })
  })

  test('is not the one for another action, which lacks the sign-in itself', () => {
    const spared = { ...statement(PINNED, { NotAction: ACTION }), Action: undefined }
    expect(found(examined(policyOf(spared)), 'trust-denial')).toMatchObject({
      problem: 'action-missing',
      actions: { has: [], needs: ACTION },
    })
  })
})

describe('the value that is compared', () => {
  const amr = `${HOST}:amr`
  const many = { amr: ['octocat', 'mfa'] }

  test('under a variable, too, is the one that does not fit', () => {
    const condition = {
      ...PINNED,
      'ForAllValues:StringEquals': { [amr]: `$${`{${HOST}:actor}`}` },
    }
    expect(denial(policyOf(statement(condition)), many).nearest?.actual).toBe('mfa')
  })

  test('is none of a claim that is no key', () => {
    const one = denial(policyOf(statement(pinned(MAIN, { [`${HOST}:event_name`]: 'push' }))))
    expect(one).toMatchObject({ problem: 'claim-not-a-key', more: [] })
    expect(one).not.toHaveProperty('nearest')
  })

  test('is none where the token has none, and where the condition negates', () => {
    const environment = { [`${HOST}:environment`]: 'live' }
    const absent = denial(policyOf(statement(pinned(MAIN, environment))))
    expect(absent).toMatchObject({ problem: 'condition-mismatch' })
    expect(absent).not.toHaveProperty('nearest')
    const negated = denial(policyOf(statement({ ...PINNED, StringNotEquals: { [sub]: MAIN } })))
    expect(negated).toMatchObject({ problem: 'condition-mismatch' })
    expect(negated).not.toHaveProperty('nearest')
  })

  test('of the audience is its own problem', () => {
    const one = denial(policyOf(statement(pinned(MAIN, { [aud]: ['x', 'sts'] }))))
    expect(one).toMatchObject({
      problem: 'audience-mismatch',
      nearest: { wanted: 'sts', actual: 'sts.amazonaws.com', wantedAt: 3, actualAt: 3 },
    })
  })
})

describe('what is there in place of it', () => {
  test('is what every statement names, if none is about a web identity', () => {
    const service = {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }
    const everyone = { ...service, Principal: '*' }
    const { problem, statement: place, principals, more } = denial(policyOf(service, everyone))
    expect(more).toEqual([])
    expect({ problem, place }).toEqual({ problem: 'provider-mismatch', place: undefined })
    expect(principals).toEqual({ has: ['ec2.amazonaws.com', '*'], needs: PROVIDER })
  })

  test('is what the nearest statement names, with the conditions that fail besides', () => {
    const theirs = `${PROVIDER}/x`
    const one = statement(pinned(OTHER), { Principal: { AWS: '1', Federated: ['a', theirs] } })
    expect(denial(policyOf(one))).toMatchObject({
      problem: 'provider-mismatch',
      principals: { has: ['1', 'a', theirs], needs: PROVIDER },
      more: [{ key: sub }],
    })
  })

  test('is the Deny with all of its conditions, the first before the others', () => {
    const deny = statement(
      { StringNotEquals: { [sub]: OTHER }, StringEquals: { [aud]: 'sts.amazonaws.com' } },
      { Effect: 'Deny' },
    )
    const { problem, condition, more } = denial(policyOf(statement(PINNED), deny))
    expect(problem).toBe('denied')
    expect([condition?.key, more.map(({ key }) => key)]).toEqual([sub, [aud]])
    const bare = denial(policyOf(statement(PINNED), statement(undefined, { Effect: 'Deny' })))
    expect(bare).not.toHaveProperty('condition')
    expect(bare.more).toEqual([])
  })
})
