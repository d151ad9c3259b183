// Which roles a template has, which of them may be meant, why one is not made, and what its name tells of the parameters.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { RoleArn } from '../../src/model.js'
import { readJson } from '../../src/trust/json.js'
import { rolesOfTemplate, whyNotMade, withNamed } from '../../src/trust/template.js'
import type { Members } from '../../src/trust/tree.js'

const read = (value: unknown): Members => readJson(JSON.stringify(value)).value as Members
const v = (name: string): string => `$${`{${name}}`}`
const named = (name: string): RoleArn => {
  const role = knownWith().inputs?.role
  if (!role) throw new Error('the baseline has a role')
  return { ...role, text: `arn:aws:iam::111122223333:role/${name}`, name }
}
const asking = (role?: string, given: readonly [string, string][] = []) => ({
  role: role === undefined ? undefined : named(role),
  given: new Map(given),
  placeholders: undefined,
})

const PROVIDERS = { Statement: { Principal: { Federated: 'x' } } }
const resource = (properties: object = {}, more: object = {}): object => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: PROVIDERS, ...properties },
  ...more,
})
const PARAMETERS = {
  Stage: { Type: 'String', Default: 'live' },
  App: { Type: 'String', Default: 'web' },
}
const templateOf = (One: unknown, more: object = {}): Members =>
  read({ Parameters: PARAMETERS, Resources: { One, ...more } })
const rolesOf = (template: Members, role = 'deploy') =>
  rolesOfTemplate({ template, kind: 'template' }, asking(role))

describe('a role', () => {
  test('is each resource that has a document, whatever stands beside it', () => {
    const template = templateOf(resource(), { A: null, B: 7, C: { Properties: {} }, D: resource() })
    const ids = rolesOf(template).map(({ logicalId }) => logicalId)
    expect(ids).toEqual(['One', 'D'])
    expect(rolesOf(read({ Resources: 7 }))).toEqual([])
  })

  test.each([
    ['AWS::Serverless::Function', 'OneRole'],
    ['AWS::IAM::Role', 'One'],
    ['My::AWS::Serverless::Function', 'One'],
  ])('of a %s is called after %s', (Type, logicalId) => {
    expect(rolesOf(templateOf(resource({}, { Type })))).toMatchObject([{ logicalId }])
  })
})

describe('without a name is hardly meant', () => {
  const isUnlikely = (document: unknown, properties: object = {}): boolean => {
    const [role] = rolesOf(
      templateOf(resource({ AssumeRolePolicyDocument: document, ...properties })),
    )
    return role?.unlikely === true
  }
  const about = (Principal: unknown) => ({ Statement: [{ Principal }] })
  const SERVICE = { Service: 'lambda.amazonaws.com' }

  test.each<[string, unknown]>([
    ['a service', about(SERVICE)],
    ['two services', about({ ...SERVICE, AWS: 'x' })],
    ['nobody', { Statement: [] }],
    ['a word that ends like a provider', about({ NotFederated: 'x' })],
    ['a word that begins like a provider', about({ FederatedUser: 'x' })],
    ['a word that begins like a function', about({ Reference: 'x' })],
    ['a word that ends like a function', about({ 'My::Fn::If': 'x' })],
  ])('if it is about %s', (_what, document) => {
    expect(isUnlikely(document)).toBe(true)
    expect(isUnlikely(document, { RoleName: 'deploy' })).toBe(false)
  })

  test.each<[string, unknown]>([
    ['a provider', about({ Federated: 'x' })],
    ['a provider, too', about({ ...SERVICE, Federated: 'x' })],
    [
      'a provider in one statement of two',
      { Statement: [{ Principal: SERVICE }, { Principal: { Federated: 'x' } }] },
    ],
    ['what a function makes', about({ 'Fn::If': ['A', SERVICE, 'x'] })],
    ['a parameter', about({ Ref: 'Stage' })],
    ['everyone', about('*')],
    ['a statement that a function makes', { Statement: { 'Fn::If': ['A', 'x', 'y'] } }],
    ['a text', JSON.stringify(about(SERVICE))],
  ])('but not if it may be about %s', (_what, document) => {
    expect(isUnlikely(document)).toBe(false)
  })
})

describe('a role that is not made', () => {
  const CONDITIONS = {
    Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] },
    Both: { 'Fn::And': [{ 'Fn::Equals': [{ Ref: 'App' }, 'shop'] }, { Condition: 'Live' }] },
  }
  const why = (condition: unknown, given: readonly [string, string][] = []) => {
    const template = read({
      Parameters: PARAMETERS,
      Conditions: CONDITIONS,
      Resources: { One: resource({}, { Condition: condition }) },
    })
    const [role] = rolesOfTemplate({ template, kind: 'template' }, asking('deploy', given))
    return role?.notMade ? whyNotMade(role, template, asking('deploy', given)) : undefined
  }

  test('hangs on the defaults that its condition asks for', () => {
    expect(why('Live')).toEqual({ condition: 'Live', defaults: ['Stage'] })
  })

  test('hangs on no default if what is given settles it', () => {
    expect(why('Live', [['Stage', 'x']])).toEqual({ condition: 'Live', defaults: [] })
    expect(why('Both', [['App', 'x']])).toEqual({ condition: 'Both', defaults: [] })
    expect(why('Both', [['Stage', 'test']])).toEqual({ condition: 'Both', defaults: ['App'] })
  })

  test('has a condition that is false: another, or none, makes it', () => {
    expect(why('Live', [['Stage', 'test']])).toBeUndefined()
    expect(why(undefined)).toBeUndefined()
    expect(why(7)).toBeUndefined()
  })
})

describe('the name of a role tells', () => {
  const told = (
    RoleName: unknown,
    role: string | undefined,
    given: readonly [string, string][] = [],
  ): unknown => {
    const template = templateOf(resource({ RoleName }))
    const asked = asking(role, given)
    const [found] = rolesOfTemplate({ template, kind: 'template' }, asked)
    if (!found) throw new Error('no role')
    return Object.fromEntries(withNamed(asked, found, template).given)
  }
  const sub = (text: string, own?: object) => ({ 'Fn::Sub': own ? [text, own] : text })

  test.each<[string, unknown, string, unknown]>([
    ['the only parameter in it', sub(`a-${v('Stage')}-b`), 'a-test-b', { Stage: 'test' }],
    ['it, if it is all of the name', { Ref: 'Stage' }, 'test', { Stage: 'test' }],
    ['it, if it is the default', sub(`a-${v('Stage')}`), 'a-live', { Stage: 'live' }],
    ['nothing, if the defaults of two make it', sub(`${v('App')}-${v('Stage')}`), 'web-live', {}],
    [
      'that of two not all are their defaults',
      sub(`${v('App')}-${v('Stage')}`),
      'web-test',
      { App: undefined, Stage: undefined },
    ],
    ['nothing of what is no parameter', sub(`a-${v('AWS::Region')}`), 'a-eu-west-1', {}],
    [
      'that of two one is another than its default, and nothing of what is none',
      sub(`${v('AWS::Region')}-${v('Stage')}`),
      'eu-west-1-test',
      { Stage: undefined },
    ],
    [
      'nothing of a variable with the name of one',
      sub(`a-${v('Stage')}`, { Stage: { 'Fn::ImportValue': 'x' } }),
      'a-test',
      {},
    ],
    [
      'nothing, if it is one of two',
      { 'Fn::If': ['Nobody', sub(`a-${v('Stage')}`), sub(`b-${v('Stage')}`)] },
      'b-test',
      {},
    ],
    ['nothing, if it is known', 'deploy', 'deploy', {}],
  ])('%s', (_what, name, role, given) => {
    expect(told(name, role)).toEqual(given)
  })

  test('nothing, if no role is asked for', () => {
    expect(told(sub(`a-${v('Stage')}`), undefined)).toEqual({})
  })

  test('more than what is given', () => {
    const text = sub(`a-${v('Stage')}`)
    expect(told(text, 'a-test', [['App', 'x']])).toEqual({ App: 'x', Stage: 'test' })
  })
})
