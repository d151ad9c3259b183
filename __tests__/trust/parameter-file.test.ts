// Files with the parameters of a template: the forms that AWS's tools take, and what is none of them.
import { describe, expect, test } from '@jest/globals'
import { LARGEST_PARAMETER_FILE } from '../../src/aws/limits.js'
import { parseParameters } from '../../src/trust/parameter-file.js'

function given(text: string, path = 'parameters.json'): unknown {
  const parsed = parseParameters(text, path)
  return parsed.ok ? Object.fromEntries(parsed.value) : parsed.reason
}

const BOTH = { Org: 'octo-org', Stage: 'live' }

describe('JSON and YAML', () => {
  test.each<[string, string]>([
    [
      'the list of CloudFormation',
      '[{"ParameterKey": "Org", "ParameterValue": "octo-org"}, {"ParameterKey": "Stage", "ParameterValue": "live"}]',
    ],
    ['texts of a list', '["Org=octo-org", "Stage=live"]'],
    ['CodePipeline', '{"Parameters": {"Org": "octo-org", "Stage": "live"}, "Tags": {"a": "b"}}'],
    [
      'a list under Parameters',
      '{"Parameters": [{"ParameterKey": "Org", "ParameterValue": "octo-org"}, {"ParameterKey": "Stage", "ParameterValue": "live"}]}',
    ],
    ['plain JSON', '{"Org": "octo-org", "Stage": "live"}'],
    ['plain YAML', 'Org: octo-org\nStage: live\n'],
    ['YAML of CloudFormation', 'Parameters:\n  Org: octo-org\n  Stage: live\n'],
    [
      'samconfig in YAML',
      'version: 0.1\ndefault:\n  deploy:\n    parameters:\n      parameter_overrides:\n        - Org=octo-org\n        - Stage=live\n',
    ],
  ])('%s', (_name, text) => {
    expect(given(text)).toEqual(BOTH)
  })

  test('numbers, truth values and lists become text', () => {
    expect(given('{"A": 1, "B": true, "C": ["x", "y"]}')).toEqual({ A: '1', B: 'true', C: 'x,y' })
  })

  test('a list of what is no text is left out', () => {
    expect(given('{"A": ["x", {}], "B": "y"}')).toEqual({ B: 'y' })
  })

  test('is what has no other ending, whatever stands before it', () => {
    expect(given('{"Org": "octo-org", "Stage": "live"}', 'x.toml.json')).toEqual(BOTH)
  })

  test('of a value that stays as it was, nothing is known', () => {
    const text = '[{"ParameterKey": "Org", "UsePreviousValue": true}]'
    expect(given(text)).toEqual({ Org: undefined })
  })
})

describe('samconfig.toml', () => {
  const sam = (overrides: string): string =>
    `version = 0.1\n[default.deploy.parameters]\nstack_name = "ci"\nparameter_overrides = ${overrides}\n`

  test.each([
    `"Org=octo-org Stage=live"`,
    `'Org="octo-org" Stage="live"'`,
    String.raw`"Org=\"octo-org\" Stage=\"live\""`,
    String.raw`"\"Org\"=\"octo-org\" \"Stage\"=\"live\""`,
    `"ParameterKey=Org,ParameterValue=octo-org ParameterKey=Stage,ParameterValue=live"`,
    '["Org=octo-org", "Stage=live"]',
    `['Org="octo-org"', 'ParameterKey=Stage,ParameterValue=live']`,
    '{ Org = "octo-org", Stage = "live" }',
  ])('%s', (overrides) => {
    expect(given(sam(overrides), 'samconfig.toml')).toEqual(BOTH)
  })

  test('a value with signs in it', () => {
    const overrides = `'Subject="repo:octo-org/octo repo:ref:refs/heads/*" Query=a=b Empty=""'`
    expect(given(sam(overrides), 'x/SAMCONFIG.TOML')).toEqual({
      Subject: 'repo:octo-org/octo repo:ref:refs/heads/*',
      Query: 'a=b',
      Empty: '',
    })
    expect(given(sam('["Subject=a b = c"]'), 'samconfig.toml')).toEqual({ Subject: 'a b = c' })
  })

  test.each<[string, string, unknown]>([
    ['single quotes', `"Org='octo org' Empty=''"`, { Org: 'octo org', Empty: '' }],
    ['quotes within a value', `["A=it's 'x'", 'B=say "x"']`, { A: "it's 'x'", B: 'say "x"' }],
    ['quotes before more', `["A='a' b", 'B="a" b']`, { A: "'a' b", B: '"a" b' }],
    ['blanks around a name', '["Org =a"]', { Org: 'a' }],
    ['a pair in a value', '["Query=a ParameterKey=b"]', { Query: 'a ParameterKey=b' }],
    ['what is no pair', '["Org", "=x", "A=b", 1]', { A: 'b' }],
  ])('%s', (_name, overrides, value) => {
    expect(given(sam(overrides), 'samconfig.toml')).toEqual(value)
  })

  test('what is said for all commands holds if deploy says nothing', () => {
    const text = `[default.global.parameters]\nparameter_overrides = "Org=x"\n[default.deploy.parameters]\nstack_name = "a"\n`
    expect(given(text, 'samconfig.toml')).toEqual({ Org: 'x' })
  })

  test('where environments differ, nobody knows which is deployed', () => {
    const text = `${sam('"Org=octo-org Stage=live Own=x"')}[test.deploy.parameters]\nparameter_overrides = "Org=octo-org Stage=test"\n`
    expect(given(text, 'samconfig.toml')).toEqual({
      Org: 'octo-org',
      Stage: undefined,
      Own: undefined,
    })
  })

  test('what deploy says comes before what is said for all commands', () => {
    const text = `[default.global.parameters]\nparameter_overrides = "Org=x"\n[default.deploy.parameters]\nparameter_overrides = "Org=y"\n`
    expect(given(text, 'samconfig.toml')).toEqual({ Org: 'y' })
  })
})

const NONE = expect.objectContaining({ problem: 'not-parameters' })

test.each<[string, string, unknown]>([
  ['x.json', '[1]', { problem: 'not-parameters', found: { type: 'array' } }],
  [
    'x.json',
    '{"A": {"b": 1}}',
    { problem: 'not-parameters', found: { type: 'object', names: ['A'] } },
  ],
  ['x.json', '{"A": "b", "C": {"d": 1}}', NONE],
  ['x.yaml', 'A: b\nC:\n', NONE],
  ['x.json', '{}', NONE],
  ['x.json', '[null]', NONE],
  ['x.json', '["A=b", 1]', NONE],
  ['x.json', '[{"ParameterKey": 1, "ParameterValue": "a"}]', NONE],
  ['x.json', `${' '.repeat(LARGEST_PARAMETER_FILE - 2)}{}`, NONE],
  ['x.json', '"text"', { problem: 'not-parameters', found: { type: 'string' } }],
  ['x.json', '{', { problem: 'not-json', error: 'brace-expected', place: { line: 1, column: 2 } }],
  ['x.toml', 'a = \n', { problem: 'not-toml', place: { line: 1, column: 5 } }],
  [
    'x.toml',
    `a = ${'['.repeat(5000)}`,
    { problem: 'not-toml', place: expect.objectContaining({ line: 1 }) },
  ],
  [
    'x.toml',
    `a = ${'['.repeat(30)}${']'.repeat(30)}`,
    { problem: 'not-toml', place: expect.objectContaining({ line: 1 }) },
  ],
  ['x.toml', '[default.deploy.parameters]\nstack_name = "x"\n', NONE],
  [
    'x.json',
    ' '.repeat(LARGEST_PARAMETER_FILE + 1),
    { problem: 'too-large', size: LARGEST_PARAMETER_FILE + 1, unit: 'characters' },
  ],
])('%s: %.40j is none', (path, text, reason) => {
  expect(given(text, path)).toEqual(reason)
})

test('texts of a hundred thousand signs', () => {
  const heavy = ['"', '="', 'a="', "a='", 'a', 'a=', 'ParameterKey=', '\\"', 'a="\\']
  for (const sign of heavy) {
    const text = JSON.stringify([sign.repeat(100_000 / sign.length)])
    expect(parseParameters(text, 'x.json').ok).toBe(true)
  }
})
