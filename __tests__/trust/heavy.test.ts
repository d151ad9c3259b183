// Texts up to a megabyte that once held the event loop for seconds: read or refused at once, and said in a few words.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { probeSubjects } from '../../src/trust/probe-subjects.js'
import { members, Register } from '../../src/trust/tree.js'
import { replaced } from '../../src/trust/variables.js'

const role = knownWith().inputs?.role
const refusal = (text: string) => {
  const result = parseTrustPolicy(text, role)
  return result.ok ? 'ok' : result.problem
}
const flawsOf = (statement: string): readonly string[] => {
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
    expect(flaws.at(-1)).toBe('a is there twice (line 140002, column 5)')
  })

  test('80,000 names that IAM does not know', () => {
    const names = Array.from({ length: 80_000 }, (_one, at) => `"k${at}":1`)
    const flaws = flawsOf(`{${names.join(',\n')}}`)
    expect(flaws.length).toBe(20)
    expect(flaws[19]).toBe('IAM takes no k19 here (line 22, column 7)')
  })

  test.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [4, 3, 1],
    [6, 3, 3],
  ])('offset %d is line %d, column %d', (offset, line, column) => {
    expect(new Register('ab\n\ncd').place(offset)).toEqual({ line, column })
  })

  test('of names that came twice, twenty are kept', () => {
    const register = new Register('')
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
    expect(result).toMatchObject({ problem: 'not-yaml', detail: 'more than 100 levels of nesting' })
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
    expect(replaced(`\${a}${open}`, (name) => name.toUpperCase())).toBe(`A${open}`)
  })

  test('a subject of slashes', () => {
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    const house = { subject, workflow: '', repositoryId: '', github: true }
    const wanted = [`repo:a${'/'.repeat(900_000)}`]
    expect(probeSubjects({ ...house, wanted }).length).toBeGreaterThan(0)
  })
})
