// Which texts hold a placeholder, which are IAM's own, and where one stands in the way of JSON.
import { describe, expect, test } from '@jest/globals'
import {
  beginsPlaceholder,
  hasPlaceholder,
  markPlaceholders,
} from '../../src/trust/placeholders.js'
import { Unresolved } from '../../src/trust/tree.js'

const d = (inner: string): string => `$${`{${inner}}`}`

describe('a placeholder', () => {
  test.each([
    d('account_id'),
    `arn:aws:iam::${d('var.account')}:oidc-provider/x`,
    d('data.aws_caller_identity.current.account_id'),
    d('jsonencode("a:b")'),
    d('ACCOUNT:-111122223333'),
    d('ACCOUNT:?missing'),
    d('AWS::AccountId'),
    d('self:custom.account'),
    d("opt:stage, 'dev'"),
    d('env:ACCOUNT'),
    d('file(./vars.yml):account'),
    d('param:account'),
    d('aws:accountId'),
    d('cf.eu-west-1:stack.output'),
    `$${d('aws:username')}`,
    `$${'{{ vars.ACCOUNT }}'}`,
    '$ACCOUNT',
    'arn:aws:iam::AWS_ACCOUNT_ID:oidc-provider/token.actions.githubusercontent.com',
    'arn:aws:iam::XXXXXXXXXXXX:oidc-provider/token.actions.githubusercontent.com',
    'repo:octo-org/$repository:*',
    '<ACCOUNT_ID>',
    '<your account>',
    '{{ .Values.account }}',
    '{{account}}',
    '__ACCOUNT__',
    '#{Account}',
    '{{resolve:ssm:/account}}',
  ])('is in %s', (text) => {
    expect(hasPlaceholder(text)).toBe(true)
  })

  test.each([
    d('aws:username'),
    d("aws:username, 'nobody'"),
    d('token.actions.githubusercontent.com:sub'),
    d('oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub'),
    d('aws:PrincipalTag/cost center'),
    d('*'),
    d('?'),
    d('$'),
    'repo:octo-org/octo-repo:ref:refs/heads/main',
    'repo:octo-org/octo_repo__x:*',
    'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    '12 < 13 and 14 > 13',
    'a$',
    '$1',
    '{a}',
    '__init',
    `$${'{open'}`,
    '',
  ])('is not in %j', (text) => {
    expect(hasPlaceholder(text)).toBe(false)
  })

  test('of a template is none where Fn::Sub was forgotten: that is text', () => {
    expect(hasPlaceholder(d('AWS::AccountId'), 'template')).toBe(false)
    expect(hasPlaceholder(d('Account'), 'template')).toBe(false)
    expect(hasPlaceholder(d('self:custom.account'), 'template')).toBe(true)
    expect(hasPlaceholder('{{resolve:ssm:/account}}', 'template')).toBe(true)
  })
})

test('values are marked where they stand, names of statements are not', () => {
  const condition = Object.assign(Object.create(null), { sub: ['<a>', 'b'] })
  const statement = Object.assign(Object.create(null), { Sid: '<a>', Condition: condition })
  expect(markPlaceholders(statement, 'all')).toBe(statement)
  expect(statement).toEqual({ Sid: '<a>', Condition: condition })
  expect(condition.sub).toEqual([new Unresolved('<a>'), 'b'])
})

test.each<[string, number, boolean]>([
  [`"Statement": ${d('x')}`, 14, true],
  ['"Statement": $STATEMENT', 14, true],
  ['"Statement": {{ x }}', 15, true],
  ['{% if x %}', 2, true],
  ['  %{ if x }', 3, true],
  ['"a": <x>', 6, true],
  ['"a": __X__', 6, true],
  ['"a": #{x}', 6, true],
  ['"a": "b" "c"', 10, false],
  ['{"a": 1, }', 10, false],
  ['{{', 1, true],
  ['# a comment', 1, false],
  ['"a": < 1', 6, false],
])('%s in column %d: %s', (line, column, begins) => {
  expect(beginsPlaceholder(line, column)).toBe(begins)
})
