// Texts up to a megabyte that once held the event loop for seconds: read or refused at once, and said in a few words.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { PolicyFlaw } from '../../src/model.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { probeSubjects } from '../../src/trust/probe-subjects.js'
import { members, PlaceRegister } from '../../src/trust/tree.js'
import { replaceVariables } from '../../src/trust/variables.js'

const role = knownWith().inputs?.role
const refusal = (text: string) => {
  const result = parseTrustPolicy(text, role)
  return result.ok ? 'ok' : result.reason.problem
}
const flawsOf = (statement: string): readonly PolicyFlaw[] => {
  const result = parseTrustPolicy(`{\n"Statement": [\n${statement}]}`, role)
  return result.ok ? (result.value.policy.statements[0]?.flaws ?? []) : []
}
const template = (url: string, principal: string): string =>
  JSON.stringify({
    Resources: {
      P: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: JSON.parse(url) } },
      R: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: [{ Principal: JSON.parse(principal) }] },
        },
      },
    },
  })

describe('JSON', () => {
  test('a name that is there 140,000 times', () => {
    const flaws = flawsOf(`{${Array(140_000).fill('"a":1').join(',\n')}}`)
    expect(flaws.length).toBe(20)
    const place = { line: 140_002, column: 5 }
    expect(flaws.at(-1)).toEqual({ kind: 'duplicate', element: 'a', place })
  })

  test('80,000 names that IAM does not know', () => {
    const names = Array.from({ length: 80_000 }, (_one, at) => `"k${at}":1`)
    const flaws = flawsOf(`{${names.join(',\n')}}`)
    expect(flaws.length).toBe(20)
    const place = { line: 22, column: 7 }
    expect(flaws[19]).toEqual({ kind: 'unknown-element', element: 'k19', place })
  })

  test.each([
    ['brackets', '['.repeat(500_000), 101],
    ['brackets that end', `${'['.repeat(500_000)}${']'.repeat(500_000)}`, 101],
    ['objects', '{"a":'.repeat(200_000), 501],
  ])('nested %s are refused for their nesting, where the 101st begins', (_name, text, column) => {
    const limit = { of: 'levels', most: 100 }
    const reason = { problem: 'not-json', limit, place: { line: 1, column } }
    expect(parseTrustPolicy(text, role)).toEqual({ ok: false, reason })
  })

  test('a hundred levels are read', () => {
    expect(refusal(`{"Statement": [], "x": ${'['.repeat(99)}${']'.repeat(99)}}`)).toBe('ok')
  })

  test.each([
    ['a name is missing', `{${': '.repeat(400_000)}`, 'name-expected', 2],
    ['a value is missing', `[${','.repeat(900_000)}`, 'value-expected', 2],
    ['words', 'x '.repeat(500_000), 'symbol', 1],
    ['slashes', `[${'/ '.repeat(500_000)}`, 'symbol', 2],
    ['a string of 1 MB that does not end', `"${'x'.repeat(1_000_000)}`, 'endless-string', 1],
    ['a comment of 1 MB that does not end', `/*${'x'.repeat(1_000_000)}`, 'endless-comment', 1],
  ])('400,000 errors or one: the first is told: %s', (_name, text, error, column) => {
    const reason = { problem: 'not-json', error, place: { line: 1, column } }
    expect(parseTrustPolicy(text, role)).toEqual({ ok: false, reason })
  })

  test.each([
    ['a string', `"${'x'.repeat(1_000_000)}"`],
    ['escapes', `{"a":"${'\\"'.repeat(500_000)}"}`],
    ['comments in front', `${'/**/'.repeat(250_000)}[]`],
    ['comments in a list', `[${'//\n'.repeat(340_000)}]`],
  ])('a megabyte of %s', (_name, text) => {
    expect(refusal(text)).toBe('not-a-policy')
  })

  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [6, 3, 3],
  ])('offset %d is line %d, column %d', (offset, line, column) => {
    expect(new PlaceRegister('ab\n\ncd').place(offset)).toEqual({ line, column })
  })

  test('of names that came twice, twenty are kept', () => {
    const register = new PlaceRegister('')
    const owner = members()
    for (let at = 0; at < 50; at++) register.note(owner, 'a', 0)
    expect(register.tree(owner).doubled(owner).length).toBe(20)
  })
})

describe('YAML', () => {
  test('90,000 aliases', () => {
    expect(refusal(`a: &a 1\nb:\n${'- *a\n'.repeat(90_000)}`)).toBe('not-a-policy')
  })

  test('an alias stands for the last anchor before it', () => {
    const text = 'x: &e Deny\ny: &e Allow\nStatement:\n- Effect: *e\nz: &e Deny\n'
    const result = parseTrustPolicy(text, role)
    expect(result.ok && result.value.policy.statements[0]?.effect).toBe('Allow')
  })

  test.each([
    ['lists', `a: ${'['.repeat(500_000)}`],
    ['maps', `a: ${'{a: '.repeat(200_000)}`],
    ['lists in one line', `a:\n${'- '.repeat(400_000)}`],
  ])('nested %s are refused for their nesting', (_name, text) => {
    const result = parseTrustPolicy(text, role)
    const reason = { problem: 'not-yaml', limit: { of: 'levels', most: 100 } }
    expect(result).toEqual({ ok: false, reason })
  })

  test('brackets in texts and comments nest nothing', () => {
    const open = '['.repeat(200)
    const text = `# ${open}\na: "${open}"\nb: |\n  ${open}\nStatement: []\n`
    expect(refusal(text)).toBe('ok')
  })

  test.each(['\n', '\r', ' ', '\u2028'])('a million of %j', (sign) => {
    expect(refusal(`x${sign.repeat(1_000_000)}x`)).toBe('not-json')
  })
})

describe('functions of a template', () => {
  test('providers whose URLs name each other end', () => {
    expect(refusal(template('{"Ref": "P"}', '{"Federated": {"Ref": "P"}}'))).toBe('ok')
  })

  test('gigabytes made of a few lines are not made', () => {
    const long = 'x'.repeat(300_000)
    const sub = { 'Fn::Sub': ['$'.concat('{X}').repeat(100_000), { X: long }] }
    const join = { 'Fn::Join': [long, Array(100_000).fill('')] }
    for (const value of [sub, join])
      expect(refusal(template('"u"', JSON.stringify({ Federated: value })))).toBe('ok')
  })
})

describe('patterns', () => {
  test('variables that do not end are text', () => {
    const open = '${'.repeat(500_000)
    expect(replaceVariables(`\${a}${open}`, (name) => name.toUpperCase())).toBe(`A${open}`)
  })

  test('a subject of slashes', () => {
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    const house = { subject, workflow: '', repositoryId: '', github: true }
    const wanted = [`repo:a${'/'.repeat(900_000)}`]
    expect(probeSubjects({ ...house, wanted }).length).toBeGreaterThan(0)
  })
})
