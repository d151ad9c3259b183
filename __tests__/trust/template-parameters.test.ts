// What a parameter of a template comes to: what is given, its default if that may be used, or any text.
import { expect, test } from '@jest/globals'
import { readJson } from '../../src/trust/json.js'
import { OpenText } from '../../src/trust/open-text.js'
import { type ParameterValues, parameterValue } from '../../src/trust/template-parameters.js'
import { type Members, Unresolved } from '../../src/trust/tree.js'

/** The parameter is `P`. Its value, and whose defaults were used. */
function valueOfP(parameter: unknown, more: Partial<ParameterValues> = {}): readonly unknown[] {
  const template = readJson(JSON.stringify({ Parameters: { P: parameter } })).value as Members
  const used = new Set<string>()
  const values: ParameterValues = { given: new Map(), defaults: 'all', ...more }
  const made = parameterValue('P', template, values, used)
  const shown =
    made instanceof OpenText ? made.forms : made instanceof Unresolved ? { list: made.shown } : made
  return [shown, ...used]
}

/** Any text. */
const OPEN = [[[{ of: 'P', parameter: true }]]]
/** Any list. */
const OPEN_LIST = [{ list: expect.objectContaining({ Ref: 'P' }) }]

test.each<[string, unknown, readonly unknown[]]>([
  ['a default', { Type: 'String', Default: 'a' }, ['a', 'P']],
  ['a default without a type', { Default: 7 }, ['7', 'P']],
  ['no default', { Type: 'String' }, OPEN],
  ['a default that is no text', { Type: 'String', Default: ['a'] }, OPEN],
  ['a list', { Type: 'CommaDelimitedList', Default: 'a, b' }, [['a', 'b'], 'P']],
  ['a list of a type', { Type: 'List<AWS::EC2::VPC::Id>', Default: 'a,b' }, [['a', 'b'], 'P']],
  ['an empty list', { Type: 'CommaDelimitedList', Default: '' }, [[], 'P']],
  ['a list without a default', { Type: 'CommaDelimitedList', AllowedValues: ['a'] }, OPEN_LIST],
  [
    'a type that is longer than that of a list',
    { Type: 'CommaDelimitedLists', Default: 'a,b' },
    ['a,b', 'P'],
  ],
  [
    'a type that ends like that of a list',
    { Type: 'MyCommaDelimitedList', Default: 'a,b' },
    ['a,b', 'P'],
  ],
  [
    'a list in Systems Manager',
    { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/a' },
    OPEN,
  ],
  ['a secret', { NoEcho: true, Default: 'a' }, OPEN],
  ['a secret, as text', { NoEcho: 'True', Default: 'a' }, OPEN],
  ['no secret', { NoEcho: 'false', Default: 'a' }, ['a', 'P']],
  ['allowed values', { AllowedValues: ['a', 'b'] }, [[['a'], ['b']]]],
  ['one allowed value', { AllowedValues: ['a'] }, ['a']],
  ['what is no parameter', 7, [undefined]],
])('%s', (_what, parameter, value) => {
  expect(valueOfP(parameter)).toEqual(value)
})

test.each<[string, Partial<ParameterValues>, readonly unknown[]]>([
  ['what is given', { given: new Map([['P', 'x']]) }, ['x']],
  ['what is given, and nobody knows as what', { given: new Map([['P', undefined]]) }, OPEN],
  ['one of what is allowed, without its default', { defaults: new Set() }, [[['a'], ['b']]]],
  ['its default, if that may be used', { defaults: new Set(['P']) }, ['a', 'P']],
  ['anything, whatever is allowed', { defaults: new Set(), unlisted: true }, OPEN],
])('it is %s', (_what, more, value) => {
  expect(valueOfP({ Default: 'a', AllowedValues: ['a', 'b'] }, more)).toEqual(value)
})

test('a list that is given is cut at its commas', () => {
  const given = new Map([['P', 'x ,y']])
  expect(valueOfP({ Type: 'CommaDelimitedList', Default: 'a' }, { given })).toEqual([['x', 'y']])
})

test('an open one is told as it is written', () => {
  const template = readJson('{"Parameters": {"P": {"Type": "String"}}}').value as Members
  const made = parameterValue('P', template, { given: new Map(), defaults: 'all' }, new Set())
  expect(JSON.stringify(made)).toBe('{"Ref":"P"}')
})
