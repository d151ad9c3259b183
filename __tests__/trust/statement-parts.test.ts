// Small questions about statements and conditions: what they name, and what they want.
import { expect, test } from '@jest/globals'
import {
  asksNull,
  isPositive,
  nameOf,
  principalsOf,
  takesWildcards,
} from '../../src/trust/statement-parts.js'
import type { Json } from './fixtures.js'
import { parsed, policyOf, statement } from './support.js'

test('the name of a statement has a Sid only where that has one', () => {
  expect(Object.keys(nameOf({ index: 1 }))).toEqual(['index'])
  const whole = { index: 1, sid: 'A', effect: 'Allow' }
  expect(nameOf(whole)).toEqual({ index: 1, sid: 'A' })
})

test.each<[operator: string, positive: boolean, wildcards: boolean]>([
  ['StringEquals', true, false],
  ['ForAnyValue:stringlike', true, true],
  ['StringNotLike', false, true],
  ['NotIpAddress', false, false],
  ['Null', false, false],
  ['ARNLIKE', true, true],
])('%s wants one of its values: %s; and takes wildcards: %s', (operator, positive, wildcards) => {
  expect([isPositive({ operator }), takesWildcards({ operator })]).toEqual([positive, wildcards])
})

test.each<[string, readonly string[], boolean, boolean]>([
  ['Null', ['true'], true, false],
  ['null', ['FALSE'], false, true],
  ['Null', ['true', 'false'], false, false],
  ['NullIfExists', ['true'], false, false],
  ['ForAllValues:Null', ['true'], false, false],
  ['Bool', ['true'], false, false],
])('%s with %j wants the key to be missing: %s; or there: %s', (operator, wanted, gone, there) => {
  const condition = { operator, wanted }
  expect([asksNull(condition, 'true'), asksNull(condition, 'false')]).toEqual([gone, there])
})

test.each<[string, Json, string[]]>([
  ['a text', { Principal: '*' }, ['*']],
  ['kinds', { Principal: { AWS: ['a', 'b'], Federated: 'c' } }, ['a', 'b', 'c']],
  ['none', { Principal: undefined, NotPrincipal: '*' }, []],
  ['a list of none', { Principal: { AWS: [] } }, []],
])('%s are its principals', (_what, over, principals) => {
  const [one] = parsed(policyOf(statement(undefined, over))).policy.statements
  expect(principalsOf(one)).toEqual(principals)
  expect(principalsOf(undefined)).toEqual([])
})

test('of a template, what only the deployment knows is a principal as it was written', () => {
  const of = (Principal: unknown): string[] => {
    const AssumeRolePolicyDocument = policyOf(statement(undefined, { Principal }))
    const Properties = { RoleName: 'deploy', AssumeRolePolicyDocument }
    const Resources = { Role: { Type: 'AWS::IAM::Role', Properties } }
    const [one] = parsed({ Resources }).policy.statements
    return principalsOf(one)
  }
  const sub = '$' + '{Host}-x'
  expect(of({ Federated: { 'Fn::Sub': sub }, AWS: { 'Fn::Split': [',', { Ref: 'A' }] } })).toEqual([
    sub,
    '{"Fn::Split":[",",{"Ref":"A"}]}',
  ])
  expect(of({ 'Fn::Split': [',', { Ref: 'A' }] })).toEqual(['{"Fn::Split":[",",{"Ref":"A"}]}'])
})
