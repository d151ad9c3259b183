// The policy that the blocks of a data source make, and what of it is known later: what a plan leaves out.
import { describe, expect, test } from '@jest/globals'
import { readJson } from '../../../src/trust/json.js'
import { documentOf } from '../../../src/trust/shapes/terraform-document.js'
import { type Members, Unresolved } from '../../../src/trust/tree.js'

/** What is known later is `later`. */
function made(values: object, unknown = false): unknown {
  const document = documentOf(readJson(JSON.stringify(values)).value as Members, unknown)
  return JSON.parse(
    JSON.stringify(document, (_name, value) => (value === '(known after apply)' ? 'later' : value)),
  )
}
const isLater = (values: object): boolean =>
  documentOf(readJson(JSON.stringify(values)).value as Members, false) instanceof Unresolved

/** The one statement that a block makes. */
function statementOf(block: unknown, unknown = false): unknown {
  const { Statement } = made({ statement: [block] }, unknown) as { Statement: unknown[] }
  return Statement[0]
}
const v = (name: string): string => `$${`{${name}}`}`

describe('a document', () => {
  const statement = [{ actions: ['a'] }]
  const Statement = [{ Effect: 'Allow', Action: ['a'] }]
  test.each<[string, object, unknown]>([
    ['that Terraform has made is that', { json: '{"a":1}', statement }, '{"a":1}'],
    [
      'without a text is made of its blocks',
      { json: '', statement },
      { Version: '2012-10-17', Statement },
    ],
    [
      'whose text is an expression, too',
      { json: v('x'), statement },
      { Version: '2012-10-17', Statement },
    ],
    [
      'has its own version',
      { version: '2008-10-17', statement },
      { Version: '2008-10-17', Statement },
    ],
    ['may have one block alone', { statement: statement[0] }, { Version: '2012-10-17', Statement }],
    ['may have no block', { statement: [] }, { Version: '2012-10-17', Statement: [] }],
    [
      'may have lists of other documents, without any',
      { statement, source_policy_documents: [], override_json: null },
      { Version: '2012-10-17', Statement },
    ],
  ])('%s', (_what, values, document) => {
    expect(made(values)).toEqual(document)
    expect(isLater(values)).toBe(false)
  })

  test.each<[string, object]>([
    ['without blocks', {}],
    ['whose blocks are null', { statement: null }],
    ['of other documents, too', { statement, source_json: '{}' }],
    ['under other documents', { statement, override_policy_documents: ['{}'] }],
  ])('%s is known later', (_what, values) => {
    expect(isLater(values)).toBe(true)
  })
})

describe('a block', () => {
  const deny = { effect: 'Deny' }
  const Deny = { Effect: 'Deny' }
  test.each<[string, unknown, unknown]>([
    ['with a name', { ...deny, sid: 'One' }, { ...Deny, Sid: 'One' }],
    ['without a name', { ...deny, sid: '' }, Deny],
    ['without an effect', {}, { Effect: 'Allow' }],
    [
      'about all but some',
      { ...deny, not_actions: ['a'], not_principals: [{ type: 'AWS', identifiers: ['b'] }] },
      { ...Deny, NotAction: ['a'], NotPrincipal: { AWS: ['b'] } },
    ],
    [
      'about resources',
      { ...deny, resources: ['a'], not_resources: ['b'] },
      { ...Deny, Resource: ['a'], NotResource: ['b'] },
    ],
    [
      'with what is not set',
      { ...deny, actions: [], principals: null, resources: [], condition: [] },
      Deny,
    ],
    [
      'with variables of IAM',
      { ...deny, actions: ['&{a}/&{b}', null, 7] },
      { ...Deny, Action: [`${v('a')}/${v('b')}`, 'later', 7] },
    ],
    ['that is none', 7, 7],
  ])('%s', (_what, block, statement) => {
    expect(statementOf(block)).toEqual(statement)
  })

  test.each<[string, unknown, unknown]>([
    [
      'one type, in two blocks',
      [
        { type: 'AWS', identifiers: ['a'] },
        { type: 'AWS', identifiers: ['b', 'c'] },
      ],
      { AWS: ['a', 'b', 'c'] },
    ],
    [
      'two types',
      [
        { type: 'AWS', identifiers: ['a'] },
        { type: 'Federated', identifiers: ['b'] },
      ],
      { AWS: ['a'], Federated: ['b'] },
    ],
    ['everyone', [{ type: '*', identifiers: ['*'] }], '*'],
    ['a type of any, and one identifier', [{ type: '*', identifiers: ['a'] }], { '*': ['a'] }],
    ['any of a type', [{ type: 'AWS', identifiers: ['*'] }], { AWS: ['*'] }],
    ['a type without identifiers', [{ type: 'AWS' }], { AWS: ['later'] }],
    ['no type', [{ identifiers: ['a'] }], 'later'],
    ['no block', ['a'], 'later'],
  ])('for %s', (_what, principals, Principal) => {
    expect(statementOf({ ...deny, principals })).toEqual({ ...Deny, Principal })
  })

  const is = (variable: unknown, values: unknown, named: unknown = 'Bool') => ({
    test: named,
    variable,
    values,
  })
  test.each<[string, unknown, unknown]>([
    ['two keys', [is('a', ['1']), is('b', ['2'])], { Bool: { a: ['1'], b: ['2'] } }],
    [
      'two tests',
      [is('a', ['1']), is('a', ['2'], 'Null')],
      { Bool: { a: ['1'] }, Null: { a: ['2'] } },
    ],
    ['one key twice', [is('a', ['1']), is('a', ['2'])], { Bool: { a: ['1', '2'] } }],
    ['a key without values', [is('a', null)], { Bool: { a: ['later'] } }],
    ['no key', [is(null, ['1'])], 'later'],
    ['no test', [is('a', ['1'], null)], 'later'],
    ['no block', ['a'], 'later'],
  ])('with conditions on %s', (_what, condition, Condition) => {
    expect(statementOf({ ...deny, condition })).toEqual({ ...Deny, Condition })
  })
})

describe('of a plan', () => {
  const whole = { effect: null, actions: null, principals: null, condition: null }
  test('what is left out is known later, and what is null is not set', () => {
    const later = { Effect: 'later', Action: 'later', Principal: 'later', Condition: 'later' }
    expect(statementOf({}, true)).toEqual(later)
    expect(statementOf(whole, true)).toEqual({ Effect: 'Allow' })
    expect(statementOf({}, false)).toEqual({ Effect: 'Allow' })
  })

  test('what is left out on one side is not asked for if the other is given', () => {
    const { actions: _actions, ...rest } = whole
    expect(statementOf({ ...rest, not_actions: ['a'] }, true)).toEqual({
      Effect: 'Allow',
      NotAction: ['a'],
    })
    expect(statementOf({ ...whole, actions: ['a'] }, true)).toEqual({
      Effect: 'Allow',
      Action: ['a'],
    })
  })
})
