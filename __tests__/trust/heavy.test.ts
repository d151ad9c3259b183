// Texts up to a megabyte that once held the event loop for seconds: read or refused at once, and said in a few words.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import {
  LARGEST_YAML,
  LONGEST_TRUST_POLICY,
  MOST_JSON_VALUES,
  MOST_YAML_TOKENS,
} from '../../src/aws/limits.js'
import type { PolicyFlaw } from '../../src/model.js'
import { Resolver } from '../../src/trust/intrinsics.js'
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
  test('a name that is there 2,000 times', () => {
    const flaws = flawsOf(`{${Array(2_000).fill('"a":1').join(',\n')}}`)
    expect(flaws.length).toBe(20)
    const place = { line: 2_002, column: 5 }
    expect(flaws.at(-1)).toEqual({ kind: 'duplicate', element: 'a', place })
  })

  test('1,500 names that IAM does not know', () => {
    const names = Array.from({ length: 1_500 }, (_one, at) => `"k${at}":1`)
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
  test('4,000 aliases', () => {
    expect(refusal(`a: &a 1\nb:\n${'- *a\n'.repeat(4_000)}`)).toBe('not-a-policy')
  })

  test('an alias stands for the last anchor before it', () => {
    const text = 'x: &e Deny\ny: &e Allow\nStatement:\n- Effect: *e\nz: &e Deny\n'
    const result = parseTrustPolicy(text, role)
    expect(result.ok && result.value.policy.statements[0]?.effect).toBe('Allow')
  })

  test.each([
    ['lists', `a: ${'['.repeat(250_000)}`],
    ['maps', `a: ${'{a: '.repeat(60_000)}`],
    ['lists in one line', `a:\n${'- '.repeat(120_000)}`],
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

describe('too much for one look', () => {
  const reasonOf = (text: string) => {
    const result = parseTrustPolicy(text, role)
    return result.ok ? 'ok' : result.reason
  }

  test('JSON of more values than a plan has', () => {
    const list = (values: number): string =>
      `[${Array(values - 1)
        .fill('1')
        .join(',')}]`
    expect(refusal(list(MOST_JSON_VALUES))).toBe('not-a-policy')
    const reason = { problem: 'too-large', size: MOST_JSON_VALUES, unit: 'values', over: true }
    expect(reasonOf(list(MOST_JSON_VALUES + 1))).toEqual(reason)
  })

  test('YAML of more tokens than a template has, or more text', () => {
    const reason = { problem: 'too-large', size: MOST_YAML_TOKENS, unit: 'tokens', over: true }
    expect(refusal(`a:\n${'- a\n'.repeat(MOST_YAML_TOKENS / 5 - 2)}`)).toBe('not-a-policy')
    expect(reasonOf(`a:\n${'- a\n'.repeat(MOST_YAML_TOKENS / 5)}`)).toEqual(reason)
    const size = LARGEST_YAML + 1
    expect(refusal(`a: ${'x'.repeat(LARGEST_YAML - 3)}`)).toBe('not-a-policy')
    expect(reasonOf(`a: ${'x'.repeat(LARGEST_YAML - 2)}`)).toEqual({
      problem: 'too-large',
      size,
      unit: 'characters',
    })
  })

  test('YAML whose aliases stand for more values than it could write', () => {
    const text = `a: &a [${'1,'.repeat(2_000)}1]\nb:\n${'- *a\n'.repeat(60)}`
    expect(reasonOf(text)).toEqual({
      problem: 'too-large',
      size: 100_000,
      unit: 'values',
      over: true,
    })
  })

  test('a trust policy of twice what IAM takes, white space aside, and the role that it is of', () => {
    const policy = (length: number): string => {
      const bare = '{"Statement":[],"Id":""}'
      return bare.replace('""', `"${'x'.repeat(length - bare.length)}"`)
    }
    expect(refusal(`${policy(LONGEST_TRUST_POLICY)}${' '.repeat(9)}`)).toBe('ok')
    const result = parseTrustPolicy(
      `{"Role":{"RoleName":"deploy","AssumeRolePolicyDocument":${policy(LONGEST_TRUST_POLICY + 1)}}}`,
      role,
    )
    expect(result).toEqual({
      ok: false,
      reason: { problem: 'too-large', size: LONGEST_TRUST_POLICY + 1, unit: 'characters' },
      address: { in: 'iam', role: 'deploy' },
    })
  })
})

test('the YAML parser is left at the first of thousands of errors', () => {
  const { captureStackTrace } = Error
  let errors = 0
  Error.captureStackTrace = (...all) => {
    errors++
    captureStackTrace(...all)
  }
  try {
    const text = `a:\n- x\nb: [1${','.repeat(9_000)}1]\n`
    expect(parseTrustPolicy(text, role)).toMatchObject({
      reason: { problem: 'not-yaml', place: { line: 3, column: 7 } },
    })
    expect(refusal(`a:\n${'- }\n'.repeat(4_000)}`)).toBe('not-yaml')
  } finally {
    Error.captureStackTrace = captureStackTrace
  }
  expect(errors).toBeLessThan(10)
})

describe('functions of a template', () => {
  test('a provider that is named again and again is looked at once', () => {
    let looks = 0
    const provider = members()
    Object.assign(provider, { Type: 'AWS::IAM::OIDCProvider' })
    Object.defineProperty(provider, 'Properties', {
      get: () => {
        looks++
        return { Url: 'https://idp.example' }
      },
    })
    const resources = Object.assign(members(), { P: provider })
    const refs = Array.from({ length: 10_000 }, () => Object.assign(members(), { Ref: 'P' }))
    const template = Object.assign(members(), { Resources: resources })
    const made = new Resolver({ template, role, given: new Map(), defaults: 'all' }).resolve(refs)
    expect(new Set(made as string[])).toEqual(
      new Set([`arn:aws:iam::${role?.account}:oidc-provider/idp.example`]),
    )
    expect(looks).toBeLessThan(5)
  })

  test('providers whose URLs name each other end', () => {
    expect(refusal(template('{"Ref": "P"}', '{"Federated": {"Ref": "P"}}'))).toBe('ok')
  })

  test('gigabytes made of a few lines are not made', () => {
    const long = 'x'.repeat(300_000)
    const sub = { 'Fn::Sub': ['$'.concat('{X}').repeat(100_000), { X: long }] }
    const join = { 'Fn::Join': [long, Array(30_000).fill('')] }
    // As they were written they are longer than any policy.
    for (const value of [sub, join])
      expect(refusal(template('"u"', JSON.stringify({ Federated: value })))).toBe('too-large')
  })
})

describe('patterns', () => {
  test('variables that do not end are text', () => {
    const open = '${'.repeat(500_000)
    expect(replaceVariables(`\${a}${open}`, (name) => name.toUpperCase())).toBe(`A${open}`)
  })

  test('a subject of slashes', () => {
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    const house = {
      subject,
      claimed: {},
      own: {},
      github: true,
      issuer: 'token.actions.githubusercontent.com',
    }
    const wanted = [`repo:a${'/'.repeat(900_000)}`]
    expect(probeSubjects({ ...house, wanted }).length).toBeGreaterThan(0)
  })
})

describe('documents of other forms', () => {
  const big = (text: string): string => text.repeat(Math.floor(900_000 / text.length))

  test.each<[string, string, string]>([
    ['signs of placeholders', `{"a": ${big('<a__A${{$')}`, 'placeholders'],
    ['signs of a table', big('|||| | '), 'not-json'],
    ['tabs', `x${big('\t')}`, 'not-json'],
    ['beginnings of imports', `${big('import from aws-cd ')}`, 'not-json'],
    ['lines of imports', big('import "x from aws-cd\n'), 'not-json'],
    ['beginnings of blocks', big('resource "a" "b"\n'), 'not-json'],
    ['one block behind all', `${big('# resource "a" "b" {\n')}locals {\n`, 'other-form'],
    ['one line of a block', `resource "${big('a')}`, 'not-json'],
    ['spaces before a log', big(' ').concat('{"@level":1}'), 'not-a-policy'],
  ])('%s are refused at once', (_what, text, problem) => {
    expect(refusal(text)).toBe(problem)
  })

  test('thousands of roles that take thousands of data sources', () => {
    const name = (at: number): string => `data.aws_iam_policy_document.d${at}`
    const resources = Array.from({ length: 2_000 }, (_one, at) => ({
      address: `aws_iam_role.r${at}`,
      type: 'aws_iam_role',
      values: {},
    }))
    const changes = Array.from({ length: 1_000 }, (_one, at) => ({
      address: `${name(at)}[0]`,
      mode: 'data',
      type: 'aws_iam_policy_document',
      change: { after: { statement: [] } },
    }))
    const configured = resources.map(({ address }, at) => ({
      address,
      expressions: { assume_role_policy: { references: [name(at % 1_000)] } },
    }))
    const plan = {
      planned_values: { root_module: { resources } },
      resource_changes: changes,
      configuration: { root_module: { resources: configured } },
    }
    expect(refusal(JSON.stringify(plan))).toBe('several-roles')
  })

  test('thousands of roles that take one data source of thousands of statements', () => {
    const data = 'data.aws_iam_policy_document.d'
    const resources = Array.from({ length: 2_000 }, (_one, at) => ({
      address: `aws_iam_role.r[${at}]`,
      type: 'aws_iam_role',
      values: {},
    }))
    const after = { statement: Array(4_000).fill({ sid: 'a' }) }
    const role = {
      address: 'aws_iam_role.r',
      expressions: { assume_role_policy: { references: [data] } },
    }
    const plan = {
      planned_values: { root_module: { resources } },
      resource_changes: [
        { address: data, mode: 'data', type: 'aws_iam_policy_document', change: { after } },
      ],
      configuration: { root_module: { resources: [role] } },
    }
    expect(refusal(JSON.stringify(plan))).toBe('several-roles')
  })

  test('a data source of thousands of conditions on one key', () => {
    const condition = Array(5_000).fill({ test: 'StringEquals', variable: 'a', values: ['b'] })
    const values = {
      statement: [{ condition, principals: [{ type: 'Federated', identifiers: ['a'] }] }],
    }
    const resources = [
      { address: 'data.x.y', mode: 'data', type: 'aws_iam_policy_document', values },
    ]
    const state = { format_version: '1.0', values: { root_module: { resources } } }
    expect(refusal(JSON.stringify(state))).toBe('too-large')
  })

  test('a stream of thousands of YAML documents', () => {
    expect(refusal('---\na: 1\n'.repeat(1_500))).toBe('not-a-policy')
  })
})
