// GitHub's expressions in a text: which of them must have been empty, and what each reads.
import { describe, expect, test } from '@jest/globals'
import {
  emptyExpressions,
  loneExpression,
  mayRead,
  namesIn,
  readOf,
} from '../../src/aws/github-expression.js'

describe('emptyExpressions', () => {
  test.each<[string, string, string[] | undefined]>([
    [`\${{ secrets.A }}`, '', ['secrets.A']],
    [` \${{secrets.A}}\n`, '', ['secrets.A']],
    [`\${{ a }}\${{ b }}`, '', ['a', 'b']],
    [`\${{ a }}\${{ b }}`, 'x', []],
    [`arn:aws:iam::\${{ vars.A }}:role/\${{ vars.B }}`, 'arn:aws:iam:::role/x', ['vars.A']],
    [`arn:aws:iam::\${{ vars.A }}:role/\${{ vars.B }}`, 'arn:aws:iam::1:role/', ['vars.B']],
    [`arn:aws:iam::\${{ vars.A }}:role/x`, 'arn:aws:iam::1:role/x', []],
    // Of another version of the file.
    [`arn:aws:iam::\${{ vars.A }}:role/x`, 'arn:aws:iam:::role/y', undefined],
    ['arn:aws:iam::111122223333:role/x', '', undefined],
    [`$\${{ secrets.A }}`, '$arn:x', []],
    [`$\${{ secrets.A }}`, '$', ['secrets.A']],
    [`\${{ format('{0}}}', 'x') }}`, '', ["format('{0}}}', 'x')"]],
    [`\${{ a }`, '', undefined],
    // A star would be a pattern.
    [`*\${{ a }}`, '*', undefined],
    ['', '', []],
    [`a\${{ b }}`, 'xa', undefined],
    [`\${{ a }}b`, 'bx', undefined],
    [`\${{ a }}}`, '}', ['a']],
  ])('%j as %j', (written, given, empty) => {
    expect(emptyExpressions(written, given)).toEqual(empty)
  })

  test('nothing is said of what nobody writes', () => {
    expect(emptyExpressions(`\${{ a }}`.repeat(17), '')).toBeUndefined()
    expect(emptyExpressions(`\${{ a }}`.repeat(16), '')).toHaveLength(16)
    expect(emptyExpressions(`\${{ ${'a'.repeat(5000)} }}`, '')).toBeUndefined()
    expect(emptyExpressions(`\${{ ${'a'.repeat(4089)} }}`, '')).toHaveLength(1)
    expect(emptyExpressions(`\${{ ${'a'.repeat(4090)} }}`, '')).toBeUndefined()
    expect(emptyExpressions(`\${{ a }}`, 'x'.repeat(4096))).toEqual([])
    expect(emptyExpressions(`\${{ a }}`, 'x'.repeat(4097))).toBeUndefined()
  })
})

test.each<[string, ReturnType<typeof readOf>]>([
  ['secrets.AWS_ROLE', { context: 'secrets', name: 'AWS_ROLE' }],
  ["Secrets['AWS_ROLE']", { context: 'secrets', name: 'AWS_ROLE' }],
  ['needs.a.outputs.role-arn', { context: 'needs', name: 'role-arn' }],
  ['secrets.A || secrets.B', undefined],
  ["vars[ 'A' ]", { context: 'vars', name: 'A' }],
  ["steps['a']['b']", { context: 'steps', name: 'b' }],
  ['my-secrets.A', undefined],
  ['secrets.A ', undefined],
  ['github.actor', undefined],
  ['github.event.inputs.role', { context: 'dispatch', name: 'role' }],
  ['github.event.ref', undefined],
  ['fromJSON(vars.A).b', undefined],
  ['secrets', undefined],
])('%s reads %j', (expression, read) => {
  expect(readOf(expression)).toEqual(read)
})

test.each<[string, string[], string[]]>([
  ['secrets.A', ['A'], []],
  ["SECRETS['A'] || vars.B && secrets.C || secrets.A", ['A', 'C'], ['B']],
  ["format('{0}', secrets.A_1)", ['A_1'], []],
  ['steps.secrets.outputs.x || my-secrets.A', [], []],
  ["secrets[format('{0}_ROLE', matrix.env)]", [], []],
  ['secrets.GITHUB_TOKEN', [], []],
])('%s names the secrets %j and the variables %j', (expression, secrets, variables) => {
  expect(namesIn(expression, 'secrets')).toEqual(secrets)
  expect(namesIn(expression, 'vars')).toEqual(variables)
})

test.each<[string, string | undefined]>([
  [`\${{ secrets.A }}`, 'secrets.A'],
  [` \${{secrets.A}} `, 'secrets.A'],
  [`x\${{ secrets.A }}`, undefined],
  [`\${{ a }}\${{ b }}`, undefined],
  [`\${{ ${'a'.repeat(4090)} }}`, undefined],
  ['', undefined],
])('the only expression of %j: %s', (text, expression) => {
  expect(loneExpression(text)).toBe(expression)
})

test.each<[string, boolean, boolean]>([
  ['secrets.A', true, true],
  ['vars.A', false, true],
  ['inputs.a', true, true],
  ['env.A', true, true],
  ['needs.a.outputs.b', false, false],
  ['matrix.a', false, false],
  ["github.ref == 'x' && secrets.A", true, true],
  ["vars.A || 'x'", false, true],
])('%s may be empty for want of secrets: %s, or of variables too: %s', (text, secrets, both) => {
  expect(mayRead(text, ['secrets'])).toBe(secrets)
  expect(mayRead(text, ['secrets', 'vars'])).toBe(both)
})
