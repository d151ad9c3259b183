// Values with open parts, in every form of file: what stands around a part decides what it decides, and nothing is said that hangs on it.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Verdict } from '../../src/model.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { HOST, MAIN, PROVIDER } from './fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from './support.js'

const role = knownWith().inputs?.role
// A variable, in the notation of most tools.
const v = (name: string): string => `$${`{${name}}`}`
const ofSubject = (sub: unknown, over: object = {}) =>
  policyOf(
    statement(
      {
        StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${HOST}:sub`]: sub },
      },
      over as Record<string, unknown>,
    ),
  )
const serverless = (
  document: unknown,
  { name = 'deploy', ...more }: Record<string, unknown> = {},
) => {
  const Properties = { RoleName: name, AssumeRolePolicyDocument: document }
  const Resources = { Deploy: { Type: 'AWS::IAM::Role', Properties } }
  return { service: 'shop', provider: { name: 'aws' }, resources: { Resources, ...more } }
}
const manifest = (name: string, document: unknown) => ({
  apiVersion: 'iam.services.k8s.aws/v1alpha1',
  kind: 'Role',
  metadata: { name: 'a' },
  spec: { name, assumeRolePolicyDocument: JSON.stringify(document) },
})
const configuration = (name: string, document: unknown) => ({
  resource: { aws_iam_role: { a: { name, assume_role_policy: JSON.stringify(document) } } },
})

describe('a placeholder may be any text, and what stands around it is fixed', () => {
  const FORMS: readonly (readonly [string, (document: unknown) => unknown])[] = [
    ['a policy', (document) => document],
    ['serverless.yml', (document) => serverless(document)],
    ['serverless.yml, as text', (document) => serverless(JSON.stringify(document))],
    ['a manifest', (document) => manifest('deploy', document)],
    ['Terraform configuration', (document) => configuration('deploy', document)],
  ]
  const ORGS = ['<org>', v('org'), '$ORG', '{{ org }}', '__ORG__', '#{org}']
  const cases = FORMS.flatMap(([form, make]) => ORGS.map((org) => ({ form, make, org })))

  test.each(cases)('$org in $form', ({ make, org }) => {
    const verdict = (end: string): Verdict =>
      evaluated(make(ofSubject(`repo:${org}${end}`))).allowed
    expect(verdict('/octo-repo:ref:refs/heads/main')).toBe('undecided')
    expect(verdict('/octo-repo:ref:refs/heads/*')).toBe('undecided')
    expect(verdict('/octo-repo:environment:production')).toBe(false)
    expect(verdict('/another:ref:refs/heads/main')).toBe(false)
  })

  test.each(ORGS)('%s: a denial says what the job would need beside it', (org) => {
    const wanted = `repo:${org}/octo-repo:environment:production`
    const denial = found(examined(ofSubject(wanted)), 'trust-denial')
    expect(denial.problem).toBe('subject-environment')
    expect(denial.open).toBe(true)
    expect(denial.nearest).toMatchObject({ wanted, wantedAt: wanted.indexOf('environment') })
    expect(denial.suggestion?.diff).toContain(`"${wanted}"`)
  })

  test.each(ORGS)('%s: a change takes nothing away that it may be filled in with', (org) => {
    const cases: readonly [wanted: string, sub: string][] = [
      [`repo:${org}/octo-repo:ref:refs/heads/main`, 'repo:a@1/octo-repo@2:ref:refs/heads/main'],
      [`repo:${org}/Octo-Repo:ref:refs/heads/main`, MAIN],
    ]
    for (const [wanted, sub] of cases) {
      const { suggestion } = found(examined(ofSubject(wanted), knownFor({ sub })), 'trust-denial')
      expect(suggestion?.statement).toContain(`"${wanted}"`)
      expect(suggestion?.statement).toContain(`"${sub}"`)
    }
  })

  test('not where it holds another, whose end nobody knows', () => {
    const nested = `repo:octo-org/$${`{opt:a, ${v('self:b')}}`}:environment:x`
    expect(evaluated(serverless(ofSubject(nested))).allowed).toBe('undecided')
    expect(evaluated(serverless(ofSubject({ 'Fn::Sub': nested }))).allowed).toBe('undecided')
  })

  test('of a template are those alone that CloudFormation does not take as text', () => {
    const Properties = (sub: unknown) => ({
      RoleName: 'deploy',
      AssumeRolePolicyDocument: ofSubject(sub),
    })
    const template = (sub: unknown) => ({
      Parameters: { Stage: { Type: 'String' } },
      Resources: { A: { Type: 'AWS::IAM::Role', Properties: Properties(sub) } },
    })
    const verdict = (sub: unknown): Verdict => evaluated(template(sub)).allowed
    // Fn::Sub was forgotten.
    expect(verdict(`repo:${v('Org')}/octo-repo:ref:refs/heads/main`)).toBe(false)
    expect(verdict('repo:<org>/octo-repo:ref:refs/heads/main')).toBe('undecided')
    // A dynamic reference that a function makes.
    const secret = {
      'Fn::Sub': `repo:octo-org/{{resolve:ssm:/${v('Stage')}/repo}}:ref:refs/heads/main`,
    }
    expect(verdict(secret)).toBe('undecided')
    expect(verdict({ 'Fn::Join': ['', ['repo:{{resolve:', 'ssm:/a}}:ref:refs/heads/main']] })).toBe(
      'undecided',
    )
  })
})

describe('functions of CloudFormation', () => {
  const ours = { 'Fn::Sub': `arn:aws:iam::${v('AWS::AccountId')}:oidc-provider/${HOST}` }
  const copied = (sub: unknown) => ofSubject(sub, { Principal: { Federated: ours } })

  test.each<[string, (document: unknown) => unknown]>([
    ['in a policy', (document) => document],
    ['in one without its template', (AssumeRolePolicyDocument) => ({ AssumeRolePolicyDocument })],
    ['in serverless.yml', (document) => serverless(document)],
  ])('%s are evaluated', (_form, make) => {
    const verdict = (sub: unknown): Verdict => evaluated(make(copied(sub))).allowed
    expect(verdict(MAIN)).toBe(true)
    expect(verdict({ 'Fn::Sub': `repo:octo-org/${v('Repo')}:ref:refs/heads/main` })).toBe(
      'undecided',
    )
    expect(verdict({ 'Fn::Sub': `repo:octo-org/${v('Repo')}:pull_request` })).toBe(false)
  })

  test('stay as they are in a change of what was copied out of a template', () => {
    const { suggestion } = found(
      examined(copied('repo:octo-org/octo-repo:pull_request')),
      'trust-denial',
    )
    expect(JSON.parse(suggestion?.statement ?? '').Principal).toEqual({ Federated: ours })
  })

  test('of serverless.yml know its conditions', () => {
    const sub = { 'Fn::If': ['IsLive', MAIN, 'repo:octo-org/octo-repo:pull_request'] }
    const when = (one: string, other: string): unknown =>
      serverless(ofSubject(sub), { Conditions: { IsLive: { 'Fn::Equals': [one, other] } } })
    expect(evaluated(when('a', 'a')).allowed).toBe(true)
    expect(evaluated(when('a', 'b')).allowed).toBe(false)
    expect(evaluated(when(v('sls:stage'), 'live')).allowed).toBe('undecided')
  })

  test('one of two texts is shown as both', () => {
    const sub = { 'Fn::If': ['IsLive', 'repo:octo-org/a:*', 'repo:octo-org/b:*'] }
    const { condition, problem, open } = found(examined(serverless(ofSubject(sub))), 'trust-denial')
    expect(condition?.wanted).toEqual(['repo:octo-org/a:*', 'repo:octo-org/b:*'])
    expect(problem).toBe('subject-mismatch')
    expect(open).toBe(true)
    expect(found(examined(ofSubject('repo:octo-org/a:*')), 'trust-denial').open).toBeUndefined()
  })

  test('take the account of Serverless from the role', () => {
    const arn = PROVIDER.replace('111122223333', v('aws:accountId'))
    for (const Federated of [arn, { 'Fn::Sub': arn }])
      expect(evaluated(serverless(ofSubject(MAIN, { Principal: { Federated } }))).allowed).toBe(
        true,
      )
  })
})

describe('a role of another name', () => {
  const named = (make: (name: string) => unknown, name: string) =>
    parseTrustPolicy(JSON.stringify(make(name)), role)
  const document = ofSubject(MAIN)

  test.each<[string, (name: string) => unknown]>([
    ['IAM', (RoleName) => ({ Role: { RoleName, AssumeRolePolicyDocument: document } })],
    ['serverless.yml', (name) => serverless(document, { name })],
    ['a manifest', (name) => manifest(name, document)],
    ['Terraform', (name) => configuration(name, document)],
    [
      'Pulumi',
      (name) => ({
        deployment: {
          manifest: {},
          resources: [{ type: 'aws:iam/role:Role', outputs: { name, assumeRolePolicy: document } }],
        },
      }),
    ],
  ])('alone, of %s', (_form, make) => {
    expect(named(make, 'deploy').ok).toBe(true)
    expect(named(make, 'other')).toMatchObject({ reason: { problem: 'other-role', name: 'other' } })
  })

  test.each<[string, (name: string) => unknown]>([
    ['serverless.yml', (name) => serverless(document, { name })],
    ['a manifest', (name) => manifest(name, document)],
    ['Terraform', (name) => configuration(name, document)],
  ])('with a placeholder in it, of %s', (_form, make) => {
    for (const name of [v('x'), `dep${v('x')}`]) expect(named(make, name).ok).toBe(true)
    const name = `${v('x')}-ci`
    expect(named(make, name)).toMatchObject({ reason: { problem: 'other-role', name } })
  })

  test('beside one for a service that nobody signs in to', () => {
    const Worker = {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: { Statement: { Principal: { Service: 'lambda.amazonaws.com' } } },
      },
    }
    const Other = {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: 'other', AssumeRolePolicyDocument: document },
    }
    expect(parseTrustPolicy(JSON.stringify({ Resources: { Worker, Other } }), role)).toMatchObject({
      reason: { problem: 'other-role', name: 'other' },
    })
  })
})

describe('a policy as text in a template', () => {
  const inTemplate = (AssumeRolePolicyDocument: unknown) =>
    parseTrustPolicy(
      JSON.stringify({
        Resources: {
          A: {
            Type: 'AWS::IAM::Role',
            Properties: { RoleName: 'deploy', AssumeRolePolicyDocument },
          },
        },
      }),
      role,
    )

  test('whose open part is more than a value is known later', () => {
    const sub = { 'Fn::Sub': `{"Statement": ${v('Statements')}}` }
    expect(inTemplate(sub)).toMatchObject({ reason: { problem: 'known-later' } })
  })

  test('that is no JSON beside its open part says where', () => {
    const sub = { 'Fn::Sub': `{"Statement": ["${v('One')}",]}` }
    expect(inTemplate(sub)).toMatchObject({
      reason: { problem: 'not-json', place: { line: 1 } },
    })
  })
})

test('an object where a text belongs crashes nothing', () => {
  const object = { a: 1 }
  const template = {
    Parameters: { A: { Type: object, NoEcho: object, Default: object } },
    Resources: {
      A: {
        Type: object,
        Condition: object,
        Properties: {
          RoleName: { Ref: 'A' },
          AssumeRolePolicyDocument: ofSubject([
            { Ref: 'A' },
            { 'Fn::GetAtt': object },
            { 'Fn::GetAtt': [object, object] },
            { 'Fn::If': [object, 'a', 'b'] },
            { 'Fn::FindInMap': [object, object, object] },
          ]),
        },
      },
    },
  }
  expect(evaluated(template).allowed).toBe('undecided')
  expect(evaluated(template, knownFor({ aud: 'another' })).allowed).toBe(false)
})
