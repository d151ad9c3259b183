// A statement with patterns in place of the values that fit one run alone: all else in it means what it meant.
import { describe, expect, test } from '@jest/globals'
import { isAssumeRole, literalValue, statementFor, withPatterns } from '../../src/aws/statement.js'

const PATTERNS = new Map([
  ['a', 'a*'],
  ['b', 'b*'],
])
const changed = (Condition: unknown): unknown => {
  const code = withPatterns(JSON.stringify({ Effect: 'Allow', Condition }), PATTERNS)
  return code === undefined ? undefined : (JSON.parse(code) as { Condition: unknown }).Condition
}

test.each<[string, unknown, unknown]>([
  [
    'the key moves, the others stay',
    { StringEquals: { aud: 'x', sub: 'a' } },
    { StringEquals: { aud: 'x' }, StringLike: { sub: 'a*' } },
  ],
  [
    'with its other values',
    { StringEquals: { sub: ['main', 'a'] } },
    { StringLike: { sub: ['main', 'a*'] } },
  ],
  [
    'beside what is there',
    { StringLike: { ref: 'r*' }, StringEquals: { sub: 'a' } },
    { StringLike: { ref: 'r*', sub: 'a*' } },
  ],
  ['where it is', { StringLike: { sub: ['m*', 'a'] } }, { StringLike: { sub: ['m*', 'a*'] } }],
  [
    'beside functions of a template',
    { StringLike: { sub: [{ Ref: 'Sub' }, 'a'] } },
    { StringLike: { sub: [{ Ref: 'Sub' }, 'a*'] } },
  ],
  ['once', { StringLike: { sub: ['a', 'a*'] } }, { StringLike: { sub: 'a*' } }],
  ['of a Deny', { StringNotEquals: { sub: ['m', 'a'] } }, { StringNotLike: { sub: ['m', 'a*'] } }],
  [
    'of a set operator',
    { 'ForAnyValue:StringEqualsIfExists': { ref: 'b' } },
    { 'ForAnyValue:StringLikeIfExists': { ref: 'b*' } },
  ],
  ['two keys', { StringEquals: { sub: 'a', ref: 'b' } }, { StringLike: { sub: 'a*', ref: 'b*' } }],
])('%s', (_what, before, after) => {
  expect(changed(before)).toEqual(after)
})

test.each<[string, unknown]>([
  ['the key is under both', { StringEquals: { sub: 'a' }, StringLike: { sub: 'm*' } }],
  ['a plain asterisk would become a wildcard', { StringEquals: { sub: ['x*', 'a'] } }],
  ["a function's asterisk may become one", { StringEquals: { sub: [{ Ref: 'Sub' }, 'a'] } }],
  ['an operator only ends so', { 'x:StringEquals': { sub: 'a' } }],
  ['an operator only begins so', { StringEqualsX: { sub: 'a' } }],
  ['the operator knows no wildcards', { StringEqualsIgnoreCase: { sub: 'a' } }],
  ['the value is not there', { StringEquals: { sub: 'm' } }],
  ['there are no conditions', undefined],
])('nothing, where %s', (_what, before) => {
  expect(changed(before)).toBeUndefined()
})

test('a value that is no text is left where it is', () => {
  expect(changed({ NumericEquals: { sub: 7 }, StringEquals: { ref: 'b' } })).toEqual({
    NumericEquals: { sub: 7 },
    StringLike: { ref: 'b*' },
  })
})

describe('a statement for one subject', () => {
  const TOKEN = { issuer: 'https://idp.example.com/x', subject: `a\${b}`, claims: {} }
  const WHERE = { partition: 'aws-cn', account: '111122223333', audience: 'sts' }
  const told = (token: object = {}, where: object = {}): unknown =>
    JSON.parse(statementFor({ ...TOKEN, ...token }, { ...WHERE, ...where }))

  test('lets it in, and nobody else', () => {
    expect(told()).toEqual({
      Effect: 'Allow',
      Principal: {
        Federated: 'arn:aws-cn:iam::111122223333:oidc-provider/idp.example.com/x',
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'idp.example.com/x:aud': 'sts',
          'idp.example.com/x:sub': `a\${$}{b}`,
        },
      },
    })
    expect(statementFor(TOKEN, WHERE)).toContain('\n  "Effect": "Allow"')
  })

  test('has the text as it is where the policy knows no variables', () => {
    expect(told({}, { plain: true })).toHaveProperty(
      ['Condition', 'StringEquals', 'idp.example.com/x:sub'],
      TOKEN.subject,
    )
  })

  test.each<[object, string[]]>([
    [{ 'https://aws.amazon.com/tags': {} }, ['sts:TagSession']],
    [{ 'https://aws.amazon.com/source_identity': 'x' }, ['sts:SetSourceIdentity']],
    [
      { 'https://aws.amazon.com/tags': {}, 'https://aws.amazon.com/source_identity': 'x' },
      ['sts:TagSession', 'sts:SetSourceIdentity'],
    ],
  ])('allows what a token with %j needs besides', (claims, more) => {
    expect(told({ claims })).toHaveProperty('Action', ['sts:AssumeRoleWithWebIdentity', ...more])
  })
})

test('a dollar that begins a variable means itself', () => {
  expect(literalValue(`\${a} $b \${`)).toBe(`\${$}{a} $b \${$}{`)
})

test('the action of another sign-in, in any letter case', () => {
  const actions = ['sts:AssumeRole', 'STS:assumerole', 'sts:AssumeRoleWithSAML', 'AssumeRole']
  expect(actions.filter(isAssumeRole)).toEqual(actions.slice(0, 2))
})
