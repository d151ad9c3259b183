// Conditions of which only a part is known, or which are too much to compare: what is settled all the same, and how they are shown.
import { describe, expect, test } from '@jest/globals'
import type { ConditionResult, Verdict } from '../../src/model.js'
import { type Json, MAIN, sub } from './fixtures.js'
import { AUD, key } from './opened.js'
import { evaluated, examined, knownFor, policyOf, statement } from './support.js'

const v = (name: string): string => `$${`{${name}}`}`
const template = (condition: Json) => ({
  Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
  Parameters: { Stage: { Type: 'String' } },
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'deploy',
        AssumeRolePolicyDocument: policyOf(statement(condition)),
      },
    },
  },
})
function result(operator: string, name: string, wanted: unknown): ConditionResult {
  const { statements } = evaluated(template({ [operator]: { [name]: wanted } }))
  const [condition] = statements[0]?.conditions ?? []
  if (!condition) throw new Error('no condition')
  return condition
}
const holds = (operator: string, name: string, wanted: unknown): Verdict =>
  result(operator, name, wanted).holds
const either = (one: string, other: string) => ({ 'Fn::If': ['IsLive', one, other] })

describe('a value with an open part', () => {
  const variable = {
    'Fn::Sub': `repo:${v('Owner')}/${v('!aws:RequestTag/Repo')}:ref:refs/heads/main`,
  }

  test('and a variable of IAM’s may be any text at both', () => {
    expect(holds('StringLike', sub, variable)).toBe('undecided')
    expect(holds('StringEquals', sub, variable)).toBe('undecided')
    const elsewhere = { 'Fn::Sub': `repo:${v('Owner')}/${v('!aws:RequestTag/Repo')}:pull_request` }
    expect(holds('StringLike', sub, elsewhere)).toBe(false)
    expect(holds('StringEquals', sub, elsewhere)).toBe(false)
    expect(holds('StringEqualsIgnoreCase', sub, elsewhere)).toBe(false)
  })

  test('that is no text is not compared as one', () => {
    const number = { 'Fn::Sub': `1${v('Digits')}` }
    expect(holds('NumericEquals', key('repository_id'), number)).toBe('undecided')
    expect(holds('StringEquals', key('repository_id'), number)).toBe(false)
    expect(holds('ArnLike', 'aws:userid', { 'Fn::Sub': `x${v('Digits')}` })).toBe('undecided')
  })

  test('beside one that is known makes the condition one that is not settled, unless that one holds', () => {
    expect(result('StringEquals', sub, ['x', { Ref: 'Subject' }])).toMatchObject({
      state: 'unresolved',
      holds: 'undecided',
    })
    expect(result('StringEquals', sub, [MAIN, { Ref: 'Subject' }])).toMatchObject({
      state: 'present',
      holds: true,
    })
    expect(result('StringEquals', sub, ['x', 'y'])).toMatchObject({
      state: 'present',
      holds: false,
    })
  })
})

describe('one of two values', () => {
  test('holds where both do, and not where neither does', () => {
    expect(holds('StringLike', sub, either('repo:octo-org/*', '*:ref:*'))).toBe(true)
    expect(holds('StringLike', sub, either('repo:octo-org/*', 'x'))).toBe('undecided')
    expect(holds('StringLike', sub, either('y', 'x'))).toBe(false)
    expect(holds('StringNotLike', sub, either('y', 'x'))).toBe(true)
  })

  test('lets in those whom both let in', () => {
    const condition = {
      StringEquals: AUD,
      StringLike: { [sub]: either('repo:*', 'repo:octo-org/*') },
    }
    const told = examined(template(condition)).found.flatMap((one) =>
      one.kind === 'trust-open' ? one.openings.map(({ who, of }) => [who, of]) : [],
    )
    expect(told[0]).toEqual(['organisation', { owner: 'octo-org' }])
  })

  test.each<[string, unknown, string[]]>([
    ['by itself is shown as both', either('x', 'y'), ['x', 'y']],
    [
      'within a text is shown by its name',
      { 'Fn::Join': ['', ['repo:', either('x', 'y'), '/z']] },
      [`repo:${v('If IsLive')}/z`],
    ],
    [
      'at the end of a text is shown by its name',
      { 'Fn::Join': ['', ['repo:', either('x', 'y')]] },
      [`repo:${v('If IsLive')}`],
    ],
    [
      'at the beginning of a text is shown by its name',
      { 'Fn::Join': ['', [either('x', 'y'), ':z']] },
      [`${v('If IsLive')}:z`],
    ],
    ['is no parameter', { Ref: 'Subject' }, [v('Subject')]],
  ])('%s', (_what, value, shown) => {
    expect(result('StringLike', sub, value).wanted).toEqual(shown)
  })
})

test('a claim that is a list needs an operator for sets, even where it is usually a text', () => {
  const policy = policyOf(statement({ StringEquals: { [key('actor')]: 'a' } }))
  const verdict = (actor: unknown): Verdict => evaluated(policy, knownFor({ actor })).allowed
  expect([verdict(['a', 'b']), verdict(['a']), verdict('a')]).toEqual(['undecided', true, true])
})

test('of values that have to be read first, fewer are compared than of texts', () => {
  const many = (operator: string, count: number): Verdict => {
    const condition = { [operator]: { [key('repository_id')]: Array(count).fill('1') } }
    return evaluated(policyOf(statement(condition))).allowed
  }
  expect(many('StringEquals', 900)).toBe(false)
  expect(many('StringLike', 900)).toBe(false)
  expect(many('NumericEquals', 300)).toBe(false)
  expect(many('NumericEquals', 900)).toBe('undecided')
})
