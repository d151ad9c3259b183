// Which texts hold a placeholder, which are IAM's own, and where one stands in the way of JSON.
import { describe, expect, test } from '@jest/globals'
import { OpenText } from '../../src/trust/open-text.js'
import {
  beginsPlaceholder,
  hasPlaceholder,
  markPlaceholders,
  type Placeholders,
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
    d('aws:region '),
    d(' self:custom.account'),
    d('var.a ? b:c'),
    d('a:"b"'),
    d('a*'),
    d('*a'),
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
    '__ACCOUNT_1__',
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
    d('aws:PrincipalTag/env:stage'),
    d(' aws:username'),
    d('aws:regional'),
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
    '__a b__',
    `$${'{open'}`,
    '',
  ])('is not in %j', (text) => {
    expect(hasPlaceholder(text)).toBe(false)
  })

  test('of a template is none where Fn::Sub was forgotten: that is text', () => {
    expect(hasPlaceholder(d('AWS::AccountId'), 'template')).toBe(false)
    expect(hasPlaceholder(d('Account'), 'template')).toBe(false)
    expect(hasPlaceholder(`$${d('aws:username')}`, 'template')).toBe(false)
    expect(hasPlaceholder('arn:aws:iam::ACCOUNT_ID:oidc-provider/x', 'template')).toBe(false)
    expect(hasPlaceholder(d('self:custom.account'), 'template')).toBe(true)
    expect(hasPlaceholder('{{resolve:ssm:/account}}', 'template')).toBe(true)
  })
})

describe('marked', () => {
  const holesIn = (text: string, which: Placeholders = 'all', account?: string): unknown => {
    const made = markPlaceholders(text, which, account)
    if (!(made instanceof OpenText)) return made
    const [form = [], another] = made.forms
    expect(another).toBeUndefined()
    expect(made.toJSON()).toBe(text)
    return form.map((part) => {
      if (typeof part === 'string') return part
      expect(part.written).toBe(true)
      return [part.of]
    })
  }

  test.each<[string, unknown[]]>([
    ['<a>', [['<a>']]],
    ['repo:<org>/<repo>:*', ['repo:', ['<org>'], '/', ['<repo>'], ':*']],
    [`repo:${d('ORG')}/a`, ['repo:', [d('ORG')], '/a']],
    [d('ACCOUNT:-1'), [[d('ACCOUNT:-1')]]],
    ['repo:o/$REPO:ref', ['repo:o/', ['$REPO'], ':ref']],
    ['repo:{{ org }}/{{ repo }}', ['repo:', ['{{ org }}'], '/', ['{{ repo }}']]],
    ['__A__/#{B}', [['__A__'], '/', ['#{B}']]],
    [`<a>/${d('aws:username')}/${d('*')}`, [['<a>'], `/${d('aws:username')}/${d('*')}`]],
  ])('%s: what stands around them stays', (text, form) => {
    expect(holesIn(text)).toEqual(form)
  })

  test.each([
    `a/$${`{opt:stage, ${d('self:custom.stage')}}`}`,
    `a/$${'{replace(var.a, "}", "")}'}`,
    `$${d('a')}/<b>`,
    'a{% if b %}c{% endif %}<d>',
    'a%{ if b }c%{ endif }<d>',
    '{{ if .a }}b{{ else }}c{{ end }}',
    '{{- range .a }}b{{ end }}',
    '{{-range .a }}<b>',
    '{{if .a}}<b>',
    '{{~#each a}}<b>',
    '<%= a %>/<b>',
    'arn:aws:iam::ACCOUNT_ID:oidc-provider/<host>',
  ])('%s: as a whole, since it is not plain what stays', (text) => {
    const made = markPlaceholders(text, 'all')
    expect(made).toBeInstanceOf(Unresolved)
    expect(made).not.toBeInstanceOf(OpenText)
    expect(JSON.stringify(made)).toBe(JSON.stringify(text))
  })

  test('what has none is itself', () => {
    expect(markPlaceholders('repo:a/b:*', 'all')).toBe('repo:a/b:*')
    expect(markPlaceholders(d('Account'), 'template')).toBe(d('Account'))
    expect(holesIn(`${d('Account')}/<b>`, 'template')).toEqual([`${d('Account')}/`, ['<b>']])
  })

  test("the account of Serverless is the role's", () => {
    const text = `x:${d('aws:accountId')}`
    expect(markPlaceholders(text, 'all', '111122223333')).toBe('x:111122223333')
    expect(holesIn(`${text}:${d('aws:region')}`, 'all', '1')).toEqual(['x:1:', [d('aws:region')]])
    for (const account of [undefined, ''])
      expect(holesIn(text, 'all', account)).toEqual(['x:', [d('aws:accountId')]])
    expect(holesIn(text, 'template', '1')).toEqual(['x:', [d('aws:accountId')]])
  })
})

test.each<[string, number, boolean]>([
  [`"Statement": ${d('x')}`, 14, true],
  ['"Statement": $STATEMENT', 14, true],
  ['"Statement": {{ x }}', 15, true],
  ['{% if x %}', 2, true],
  ['"a" {{ x }}', 5, true],
  ['"a" {x}', 5, false],
  ['  %{ if x }', 3, true],
  ['"a": <x>', 6, true],
  ['"a": __X__', 6, true],
  ['"a": #{x}', 6, true],
  ['"a": "b" "c"', 10, false],
  ['{"a": 1, }', 10, false],
  ['{"a": 1, } {% x %}', 10, false],
  [`"a" b ${d('x')}`, 5, false],
  ['{{', 1, true],
  ['# a comment', 1, false],
  ['"a": < 1', 6, false],
])('%s in column %d: %s', (line, column, begins) => {
  expect(beginsPlaceholder(line, column)).toBe(begins)
})
