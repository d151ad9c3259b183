// What IAM would not take of a policy, each with where it stands: nothing is then said about its statement.
import { expect, test } from '@jest/globals'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import type { Statement } from '../../src/trust/policy.js'
import { PROVIDER } from './fixtures.js'

function statementOf(text: string): Statement {
  const result = parseTrustPolicy(text, undefined)
  const [statement] = result.ok ? result.value.policy.statements : []
  if (!statement) throw new Error(JSON.stringify(result))
  return statement
}

/** The statement stands in the second line. */
const inPolicy = (statement: string): string =>
  `{"Version": "2012-10-17", "Statement":\n${statement}}`
const WHO = `"Principal": {"Federated": "${PROVIDER}"}`
const WHAT = '"Action": "a"'
const at = (column: number) => ({ line: 2, column })

test.each<[string, string, readonly object[]]>([
  ['nothing', `{"Effect": "Allow", ${WHO}, ${WHAT}}`, []],
  [
    'an effect',
    `{"Effect": 7, ${WHO}, ${WHAT}}`,
    [{ kind: 'unknown-effect', element: 'Effect', place: at(12) }],
  ],
  [
    'an element',
    `{"Effect": "Deny", "Who": 1, ${WHO}, ${WHAT}}`,
    [{ kind: 'unknown-element', element: 'Who', place: at(27) }],
  ],
  [
    'who is meant',
    `{"Effect": "Deny", ${WHAT}}`,
    [{ kind: 'not-one-of-two', element: 'Principal' }],
  ],
  [
    'what is meant',
    `{"Effect": "Deny", ${WHAT}, "NotAction": "b", ${WHO}}`,
    [{ kind: 'not-one-of-two', element: 'Action' }],
  ],
  [
    'an element that comes twice',
    `{${WHAT}, "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'duplicate', element: 'Action', place: at(WHO.length + 47) }],
  ],
  [
    'a principal',
    `{"Principal": "x", "Effect": "Deny", ${WHAT}}`,
    [{ kind: 'unknown-principal', element: 'Principal', place: at(15) }],
  ],
  [
    'a provider that is no text',
    `{"Principal": {"Federated": {}}, "Effect": "Deny", ${WHAT}}`,
    [{ kind: 'not-text', element: 'Federated', place: at(29) }],
  ],
  [
    'a provider that comes twice',
    `{"Principal": {"AWS": "a", "AWS": "b"}, "Effect": "Deny", ${WHAT}}`,
    [{ kind: 'duplicate', element: 'AWS', place: at(35) }],
  ],
  [
    'an action that is no text',
    `{"Action": [null], "Effect": "Deny", ${WHO}}`,
    [{ kind: 'not-text', element: 'Action', place: at(12) }],
  ],
  [
    'conditions',
    `{"Condition": "x", "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'not-an-object', element: 'Condition', place: at(15) }],
  ],
  [
    'keys of a condition',
    `{"Condition": {"Bool": "x"}, "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'no-condition-keys', element: 'Bool', place: at(24) }],
  ],
  [
    'an operator that comes twice',
    `{"Condition": {"Bool": {}, "Bool": {}}, "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'duplicate', element: 'Bool', place: at(36) }],
  ],
  [
    'a key that comes twice',
    `{"Condition": {"Bool": {"a": 1, "a": 2}}, "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'duplicate', element: 'a', place: at(38) }],
  ],
  [
    'an effect that only the deployment knows',
    `{"Effect": {"Ref": "X"}, ${WHO}, ${WHAT}}`,
    [{ kind: 'deployment', element: 'Effect' }],
  ],
  [
    'conditions that only the deployment knows',
    `{"Condition": {"Ref": "X"}, "Effect": "Deny", ${WHO}, ${WHAT}}`,
    [{ kind: 'deployment', element: 'Condition' }],
  ],
  ['a statement', '7', [{ kind: 'not-an-object' }]],
])('%s', (_what, statement, flaws) => {
  expect(statementOf(inPolicy(statement)).flaws).toEqual(flaws)
})

test.each<[string, readonly object[]]>([
  ['"Version": "2012-10-17"', []],
  ['"Version": "2008-10-17"', []],
  ['"Version": "2012-10-18"', [{ kind: 'unknown-version', value: '"2012-10-18"' }]],
  ['"Version": 2012', [{ kind: 'unknown-version', value: '2012' }]],
  ['"Id": "a", "Id": "b"', [{ kind: 'duplicate', element: 'Id', place: { line: 1, column: 19 } }]],
])('of a policy with %s each statement has its flaws', (member, flaws) => {
  const statement = `{"Effect": "Allow", ${WHO}, ${WHAT}}`
  expect(statementOf(`{${member}, "Statement": ${statement}}`).flaws).toEqual(flaws)
})

test('conditions that cannot be read are none', () => {
  for (const condition of ['"x"', '{"Ref": "X"}', '{"Bool": "x"}'])
    expect(statementOf(inPolicy(`{"Condition": ${condition}}`)).conditions).toEqual([])
})

test.each([
  ['"Version": "2012-10-17", ', true],
  ['"Version": "2008-10-17", ', false],
  ['', false],
])('with %j a policy has variables: %s', (version, variables) => {
  const result = parseTrustPolicy(`{${version}"Statement": []}`, undefined)
  expect(result.ok && result.value.policy.variables).toBe(variables)
})

test('more than twenty flaws are not told', () => {
  const ids = Array(22).fill('"Id": "a"')
  const text = `{"Version": 7, ${ids}, "Statement": {"Effect": "Allow", ${WHO}, ${WHAT}}}`
  expect(statementOf(text).flaws).toHaveLength(20)
  const odd = (count: number): string =>
    `{"Effect": "Deny", ${WHO}, ${WHAT}, ${Array.from({ length: count }, (_one, n) => `"x${n}": 1`)}}`
  expect(statementOf(inPolicy(odd(20))).flaws).toHaveLength(20)
  expect(statementOf(inPolicy(odd(21))).flaws).toHaveLength(20)
})

test.each<[string, Partial<Statement>]>([
  ['{"Sid": "One", "Effect": "Deny"}', { sid: 'One', effect: 'Deny' }],
  ['{"Sid": 7, "Effect": 7}', { effect: '' }],
  [
    '{"Action": "a", "NotAction": ["b", 7, true]}',
    { action: ['a'], notAction: ['b', '7', 'true'] },
  ],
])('%s is read as what it is', (statement, expected) => {
  const { sid, effect, action, notAction } = statementOf(inPolicy(statement))
  expect({ sid, effect, action, notAction }).toEqual({ effect: '', ...expected })
})
