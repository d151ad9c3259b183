// What kind of document a text is: which parts of an answer or of a template are enough, and what is none of them.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { PINNED } from './fixtures.js'
import { evaluated, policyOf, statement } from './support.js'

const role = knownWith().inputs?.role
const parse = (value: unknown) => parseTrustPolicy(JSON.stringify(value), role)
const policy = policyOf(statement(PINNED))
const resource = (Type: string): object => ({
  Type,
  Properties: { AssumeRolePolicyDocument: policy },
})

describe('a resource of a template', () => {
  test.each<[string, unknown, string]>([
    ['alone', resource('AWS::IAM::Role'), 'Role'],
    ['under its name', { Deploy: resource('AWS::IAM::Role') }, 'Deploy'],
  ])('%s is a template', (_what, value, logicalId) => {
    expect(parse(value)).toMatchObject({ value: { address: { in: 'template', logicalId } } })
    expect(evaluated(value).allowed).toBe(true)
  })

  test.each<[string, unknown]>([
    ['beside what is none', { Deploy: resource('AWS::IAM::Role'), Note: 7 }],
    ['of a type that is longer', { Deploy: resource('AWS::IAM::Role::MODULE') }],
    ['of a type that begins otherwise', { Deploy: resource('My::AWS::IAM::Role') }],
    ['without properties', { Deploy: { Type: 'AWS::IAM::Role' } }],
  ])('%s is none', (_what, value) => {
    expect(parse(value)).toMatchObject({ reason: { problem: 'not-a-policy' } })
  })
})

describe('a list', () => {
  test.each<[string, unknown]>([
    ['of one policy', [policy]],
    ['of statements', [statement(PINNED), statement({})]],
  ])('%s is a policy', (_what, value) => {
    expect(evaluated(value).allowed).toBe(true)
  })

  test.each<[string, unknown]>([
    ['of two policies', [policy, policy]],
    ['with what is no statement', [statement(PINNED), 7]],
    ['of null', [null]],
  ])('%s is none', (_what, value) => {
    const reason = { problem: 'not-a-policy', found: { type: 'array' } }
    expect(parse(value)).toEqual({ ok: false, reason })
  })
})

describe("IAM's answer", () => {
  test('is read past what is no role in it', () => {
    const Roles = [null, 7, { RoleName: 'deploy', AssumeRolePolicyDocument: policy }]
    expect(parse({ Roles })).toMatchObject({ value: { address: { in: 'iam', role: 'deploy' } } })
  })

  test('without a name names none', () => {
    const made = parse({ RoleName: '', AssumeRolePolicyDocument: policy })
    expect(made.ok && made.value.address).toStrictEqual({ in: 'iam' })
  })

  test('with a number, or null, is no answer', () => {
    for (const value of [7, null])
      expect(parse(value)).toMatchObject({ reason: { problem: 'not-a-policy' } })
  })
})
