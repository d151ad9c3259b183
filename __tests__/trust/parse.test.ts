// From text to a policy: the shapes that people have at hand, and everything that is none of them.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { LARGEST_POLICY, LONGEST_TRUST_POLICY } from '../../src/aws/limits.js'
import type { DocumentKind, FailureOf, JsonError, PolicyAddress } from '../../src/model.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { ACTION, aud, HOST, MAIN, PINNED, PROVIDER, sub } from './fixtures.js'
import { evaluated, knownFor, policyOf, statement } from './support.js'

const role = knownWith().inputs?.role
const policy = policyOf(statement(PINNED))
const other = policyOf(statement({ StringEquals: { [sub]: 'other' } }))
const refusal = (text: string) => {
  const result = parseTrustPolicy(text, role)
  return result.ok ? 'ok' : result.reason.problem
}
/** Where the policy was found, or why it was not; undefined where the text is the policy. */
const address = (value: unknown): PolicyAddress | string | undefined => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const result = parseTrustPolicy(text, role)
  return result.ok ? result.value.address : result.reason.problem
}
/** The right one of two roles was taken: this one lets the token in. */
const allowed = (value: unknown): unknown => evaluated(value).allowed

describe('the output of AWS', () => {
  const encoded = encodeURIComponent(JSON.stringify(policy))
  test.each<[string, unknown]>([
    [
      'get-role',
      { Role: { RoleName: 'deploy', Arn: role?.text, AssumeRolePolicyDocument: policy } },
    ],
    ['get-role, URL-encoded', { Role: { RoleName: 'deploy', AssumeRolePolicyDocument: encoded } }],
    ['get-role, as text', { Role: { AssumeRolePolicyDocument: JSON.stringify(policy) } }],
    ['get-role --query Role', { RoleName: 'deploy', AssumeRolePolicyDocument: policy }],
    ['get-role --query Role.AssumeRolePolicyDocument', policy],
    [
      'list-roles',
      {
        Roles: [
          { RoleName: 'build', AssumeRolePolicyDocument: other },
          { RoleName: 'deploy', AssumeRolePolicyDocument: policy },
        ],
      },
    ],
    ['with a byte order mark', `\ufeff${JSON.stringify(policy)}`],
  ])('%s', (_name, value) => {
    expect(allowed(value)).toBe(true)
  })

  test('the role of another name is not taken for ours', () => {
    const value = {
      Role: {
        RoleName: 'build',
        Arn: 'arn:aws:iam::111122223333:role/build',
        AssumeRolePolicyDocument: policy,
      },
    }
    expect(address(value)).toBe('other-role')
  })
})

const template = (principal: string, more = '') => `
AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Branch: { Type: String, Default: main }
Resources:
  GithubOidc:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://${HOST}
  Deploy:
    Type: AWS::IAM::Role
    Properties:
      RoleName: deploy
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Federated: ${principal}
            Action: ${ACTION}
            Condition:
              StringEquals:
                ${aud}: sts.amazonaws.com
                ${sub}: ${MAIN}
${more}`

describe('a CloudFormation template', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
  const [account, partition] = ['${AWS::AccountId}', '${AWS::Partition}']
  test.each([
    `arn:aws:iam::111122223333:oidc-provider/${HOST}`,
    `!Sub arn:aws:iam::${account}:oidc-provider/${HOST}`,
    `!Sub 'arn:${partition}:iam::${account}:oidc-provider/${HOST}'`,
    `!Join ['', ['arn:aws:iam::', !Ref AWS::AccountId, ':oidc-provider/${HOST}']]`,
    '!Ref GithubOidc',
    '!GetAtt GithubOidc.Arn',
    '{ "Fn::GetAtt": [GithubOidc, Arn] }',
  ])('with the provider as %s', (principal) => {
    expect(allowed(template(principal))).toBe(true)
    expect(address(template(principal))).toEqual({ in: 'template', logicalId: 'Deploy' })
  })

  test.each([
    '!Ref Provider',
    '!If [Has, !Ref GithubOidc, x]',
    '!ImportValue provider',
    '!GetAtt Other.Arn',
  ])('with %s, nobody knows', (principal) => {
    expect(allowed(template(principal))).toBe('undecided')
  })

  test('what fails anyway is settled, whatever is not known', () => {
    const text = template('!Ref Provider').replace(MAIN, 'repo:octo-org/other:*')
    expect(allowed(text)).toBe(false)
  })

  test('in JSON, and beside other roles', () => {
    const resource = (RoleName: unknown, document: unknown) => ({
      Type: 'AWS::IAM::Role',
      Properties: { ...(RoleName ? { RoleName } : {}), AssumeRolePolicyDocument: document },
    })
    const Resources = { Build: resource('build', other), Deploy: resource('deploy', policy) }
    expect(allowed({ Resources })).toBe(true)
    expect(
      address({ Resources: { Build: resource('', other), Deploy: resource('', policy) } }),
    ).toBe('several-roles')
    const arn = {
      text: 'arn:aws:iam::111122223333:role/stack-Deploy-1A2B',
      partition: 'aws',
      account: '111122223333',
      name: 'stack-Deploy-1A2B',
    }
    const named = parseTrustPolicy(
      JSON.stringify({ Resources: { Build: resource('', other), Deploy: resource('', policy) } }),
      arn,
    )
    expect(named).toMatchObject({
      ok: true,
      value: { address: { in: 'template', logicalId: 'Deploy' } },
    })
  })

  test('of SAM, with a function that has a trust policy of its own', () => {
    const text = template('!Ref GithubOidc').replace('AWS::IAM::Role', 'AWS::Serverless::Function')
    expect(allowed(text)).toBe(true)
  })

  test('anchors are followed', () => {
    const text = template('!Ref GithubOidc').replace(`Action: ${ACTION}`, `Action: &a ${ACTION}`)
    expect(allowed(text)).toBe(true)
  })

  test('a plain policy may be YAML', () => {
    const [, , own = ''] = /(AssumeRolePolicyDocument:\n)(.*)$/s.exec(template(PROVIDER)) ?? []
    expect(allowed(own)).toBe(true)
  })
})

describe('Terraform', () => {
  const resource = (name: string, document: unknown, more = {}) => ({
    address: `aws_iam_role.${name}`,
    mode: 'managed',
    type: 'aws_iam_role',
    name,
    values: {
      name,
      arn: `arn:aws:iam::111122223333:role/${name}`,
      assume_role_policy: JSON.stringify(document),
      ...more,
    },
  })
  const module = {
    resources: [resource('build', other)],
    child_modules: [{ resources: [resource('deploy', policy)] }],
  }
  test.each<[string, unknown]>([
    ['a state', { format_version: '1.0', values: { root_module: module } }],
    ['a plan', { format_version: '1.2', planned_values: { root_module: module }, prior_state: {} }],
    [
      'a state file',
      {
        version: 4,
        terraform_version: '1.9.4',
        resources: [
          {
            mode: 'managed',
            type: 'aws_iam_role',
            name: 'deploy',
            instances: [
              { attributes: { name: 'deploy', assume_role_policy: JSON.stringify(policy) } },
            ],
          },
        ],
      },
    ],
  ])('%s', (_name, value) => {
    expect(allowed(value)).toBe(true)
    expect(address(value)).toEqual({ in: 'terraform', resource: 'aws_iam_role.deploy' })
  })

  test('a policy that is known after the deployment only', () => {
    const plan = {
      planned_values: {
        root_module: { resources: [resource('deploy', policy, { assume_role_policy: undefined })] },
      },
    }
    expect(parseTrustPolicy(JSON.stringify(plan), role)).toEqual({
      ok: false,
      reason: { problem: 'known-later' },
      address: { in: 'terraform', resource: 'aws_iam_role.deploy' },
    })
  })

  test('no role in it', () => {
    expect(address({ values: { root_module: { resources: [] } } })).toBe('no-role')
  })
})

describe('comments', () => {
  const text = JSON.stringify(policy, null, 2)
  test.each([
    ['in front', `// who may deploy\n/* and\n   from where */ ${text}`],
    ['in front, behind a byte order mark', `\ufeff// who may deploy\n${text}`],
    ['inside', text.replaceAll(',\n', ', // see the wiki\n')],
    ['behind', `${text} // the end`],
  ])('%s are passed over', (_where, commented) => {
    expect(allowed(commented)).toBe(true)
  })

  test('in a text are text', () => {
    const condition = { StringEquals: { [sub]: `${MAIN}//x` } }
    expect(allowed(policyOf(statement(condition)))).toBe(false)
  })
})

describe('bad input', () => {
  const deep = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n)
  test.each<[string, string, string]>([
    ['nothing', ' \n', 'empty'],
    ['too much', `${' '.repeat(LARGEST_POLICY)}{}`, 'too-large'],
    ['text', 'hello', 'not-json'],
    ['HCL', 'data "aws_iam_policy_document" "x" {\n  statement {}\n}', 'other-form'],
    ['half a document', '{"Statement": [', 'not-json'],
    ['a comma too many', '{"Statement": [],}', 'not-json'],
    ['a comma too few', '{"a": 1 "b": 2}', 'not-json'],
    ['single quotes', "{'Statement': []}", 'not-json'],
    ['a comment that does not end', '{"Statement": [] /* none }', 'not-json'],
    ['a comment of another language', '{"Statement": [] # none\n}', 'not-json'],
    ['a comma too many in a list', '{"Statement": [{},]}', 'not-json'],
    ['more after the end', '{"Statement": []} {}', 'not-json'],
    ['a raw line break in a string', '{"a": "b\nc"}', 'not-json'],
    ['a bad escape', '{"a": "\\x"}', 'not-json'],
    ['a number that is none', '{"a": 01}', 'not-json'],
    ['deep nesting of lists', deep('[', ']', 100_000), 'not-json'],
    ['deep nesting of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'not-json'],
    ['deep nesting in YAML', `a: ${deep('[', ']', 50_000)}`, 'not-yaml'],
    ['broken YAML', 'Resources:\n  A: [1\n', 'not-yaml'],
    ['a list', '[]', 'not-a-policy'],
    ['a string', '"text"', 'not-a-policy'],
    ['null in YAML', 'a:\n', 'not-a-policy'],
    ['an empty object', '{}', 'not-a-policy'],
    ['JSON of another kind', '{"name": "octo-repo"}', 'not-a-policy'],
    ['a policy inside that is a number', '{"AssumeRolePolicyDocument": 7}', 'not-a-policy'],
    ['a policy inside that is no JSON', '{"AssumeRolePolicyDocument": "%7Bnope"}', 'not-json'],
    ['a policy inside with a bad escape', '{"AssumeRolePolicyDocument": "%7B%ZZ"}', 'not-json'],
    [
      'a permissions policy',
      '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}',
      'permissions-policy',
    ],
  ])('%s: %s is refused as %s', (_name, text, problem) => {
    expect(refusal(text)).toBe(problem)
  })

  test('the place is told', () => {
    expect(parseTrustPolicy('{\n  "Statement": [\n    {},\n  ]\n}', role)).toEqual({
      ok: false,
      reason: { problem: 'not-json', error: 'value-expected', place: { line: 4, column: 3 } },
    })
  })

  test.each<[string, JsonError, number]>([
    ['hello', 'symbol', 1],
    ["{'a': 1}", 'symbol', 2],
    ['{"a": 1.}', 'number', 7],
    ['{"a": 1, }', 'name-expected', 10],
    ['{"a": }', 'value-expected', 7],
    ['{"a" 1}', 'colon-expected', 6],
    ['{"a": 1 "b": 2}', 'comma-expected', 9],
    ['{"a": 1', 'brace-expected', 8],
    ['[1', 'bracket-expected', 3],
    ['{} {}', 'end-expected', 4],
    ['{"a": 1 /* x', 'endless-comment', 9],
    ['{"a": "b', 'endless-string', 7],
    ['{"a": "\\x"}', 'escape', 7],
    ['{"a": "\\u12"}', 'escape', 7],
    ['{"a": "\u0001"}', 'control-character', 7],
  ])('%s is told as %s, in column %d', (text, error, column) => {
    expect(parseTrustPolicy(text, role)).toEqual({
      ok: false,
      reason: { problem: 'not-json', error, place: { line: 1, column } },
    })
  })

  test('of a policy in a document the place is its own, and the role is told', () => {
    const inner = '{\n"Statement": [],}'
    const text = JSON.stringify({ RoleName: 'deploy', AssumeRolePolicyDocument: inner })
    expect(parseTrustPolicy(text, role)).toEqual({
      ok: false,
      reason: { problem: 'not-json', error: 'name-expected', place: { line: 2, column: 17 } },
      address: { in: 'iam', role: 'deploy' },
    })
  })

  test.each<[string, DocumentKind]>([
    ['[]', { type: 'array' }],
    ['"text"', { type: 'string' }],
    ['{}', { type: 'object', names: [] }],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}', { type: 'object', names: ['a', 'b', 'c', 'd', 'e'] }],
  ])('%s is told for what it is', (text, found) => {
    const reason = { problem: 'not-a-policy', found }
    expect(parseTrustPolicy(text, role)).toEqual({ ok: false, reason })
  })

  test.each<[string, unknown, unknown]>([
    ['Statement as an object', statement({ StringEquals: { [sub]: MAIN } }), true],
    ['Statement as a number', 7, 'undecided'],
    ['Statement as null', null, 'undecided'],
    ['Statement as a text', 'Allow', 'undecided'],
    ['no statement', [], false],
    ['an empty statement', [{}], 'undecided'],
    ['a statement in a list in a list', [[statement({})]], 'undecided'],
  ])('%s', (_name, Statement, verdict) => {
    expect(allowed({ Version: '2012-10-17', Statement })).toBe(verdict)
  })

  test('names that mean something elsewhere mean nothing here', () => {
    const text = `{"Statement": [{"Effect": "Allow", "__proto__": {"Principal": {"Federated": "${PROVIDER}"}, "Action": "*"}, "constructor": 1}]}`
    expect(allowed(text)).toBe('undecided')
    expect(evaluated('{"__proto__": {"Statement": []}, "Statement": []}').allowed).toBe(false)
  })

  test('aliases that multiply are cut off', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [at, name] of [...'bcdefghij'].entries()) {
      const last = 'abcdefghij'[at]
      lines.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`)
    }
    expect(refusal(lines.join('\n'))).toBe('too-large')
  })

  test('a line of 6,000 errors is told of by its first', () => {
    expect(refusal(`a: {${': '.repeat(6_000)}`)).toBe('not-yaml')
  })

  test('an alias of itself ends', () => {
    expect(refusal('a: &a\n  b: *a\n')).toBe('not-yaml')
  })

  test('nearly a megabyte is read', () => {
    const padding = { Comment: 'x'.repeat(900_000) }
    const whole = { ...padding, Role: { RoleName: 'deploy', AssumeRolePolicyDocument: policy } }
    expect(address(JSON.stringify(whole))).toEqual({ in: 'iam', role: 'deploy' })
  })

  test.each([
    '',
    'a',
    '{',
    '[',
    '{"',
    '{"a',
    '{"a"',
    '{"a":',
    '"\\',
    '{"a":"\\',
    '\u0000',
    '\ud800',
  ])('%j is refused and crashes nothing', (text) => {
    expect(refusal(text)).not.toBe('ok')
  })

  const object = { a: 1 }
  const statementOf = (Principal: unknown) => policyOf({ Effect: 'Deny', Principal, Action: '*' })
  const resource = (AssumeRolePolicyDocument: unknown) => ({
    Resources: { A: { Type: object, Properties: { AssumeRolePolicyDocument } } },
  })
  test.each<unknown>([
    resource({ 'Fn::GetAtt': object }),
    resource(statementOf({ Federated: { 'Fn::GetAtt': object } })),
    statementOf({ AWS: [object] }),
    statementOf({ AWS: null, Federated: [null] }),
    { A: { Type: object, Properties: {} } },
    { apiVersion: 'v1', kind: object },
    { apiVersion: object, kind: 'Role' },
    {
      apiVersion: 'iam.services.k8s.aws/v1',
      kind: 'Role',
      metadata: object,
      spec: { name: object },
    },
    { deployment: { resources: [{ type: object, urn: object, outputs: {} }] } },
    { deployment: { resources: [{ type: 'aws:iam/role:Role', urn: object, outputs: {} }] } },
    { deployment: { resources: [{ type: 'toString', outputs: object }] } },
    { format_version: '1', values: { root_module: { resources: [{ type: 'toString' }] } } },
    { format_version: '1', values: { root_module: { resources: [{ type: object, values: 1 }] } } },
    {
      data: {
        aws_iam_policy_document: { a: { statement: [{ principals: [1], condition: [1] }] } },
      },
    },
    { Role: { RoleName: object, Arn: object, AssumeRolePolicyDocument: object } },
    { service: object, resources: [object, { Resources: { A: { Properties: object } } }] },
  ])('an object where a text belongs crashes nothing: %j', (value) => {
    const result = parseTrustPolicy(JSON.stringify(value), role)
    if (result.ok) expect(evaluated(value).allowed).not.toBe(true)
    else
      expect(result.reason.problem).toMatch(
        /^(known-later|not-a-policy|no-role|other-role|other-form)$/,
      )
  })
})

/** A message of the YAML package is its own, and depends on how it was asked. */
const captured = evidenceOf('trust-policy-unreadable').filter(
  ({ captured: text, failure }) =>
    failure.kind === 'trust-policy' &&
    failure.problem !== 'not-yaml' &&
    (/^(\{|Resources:|service:)/.test(String(text)) || failure.problem === 'other-form'),
)

test.each(captured.map((piece) => [piece.what, piece] as const))(
  'the evidence is what comes of the captured text: %s',
  (_what, { captured: text, failure }) => {
    const result = parseTrustPolicy(String(text), role)
    if (result.ok) throw new Error('it was read')
    const { reason, address: place } = result
    const { source: given } = failure as FailureOf<'trust-policy'>
    const path = 'path' in given ? given.path : ''
    const source = { path, ...(place ? { address: place } : {}) }
    expect({ kind: 'trust-policy', source, ...reason }).toEqual(failure)
  },
)

test('knows no role: the only one is taken, of several none', () => {
  const one = JSON.stringify({ Role: { AssumeRolePolicyDocument: policy } })
  const two = JSON.stringify({
    Roles: [{ AssumeRolePolicyDocument: policy }, { AssumeRolePolicyDocument: other }],
  })
  expect(parseTrustPolicy(one, undefined).ok).toBe(true)
  expect(parseTrustPolicy(two, undefined)).toEqual({
    ok: false,
    reason: { problem: 'several-roles', roles: [{ in: 'iam' }, { in: 'iam' }] },
  })
  expect(knownFor().token).toBeDefined()
})

describe('a policy that a document has as text', () => {
  const inRole = (document: string) =>
    parseTrustPolicy(JSON.stringify({ AssumeRolePolicyDocument: document }), role)
  const address = { in: 'iam' }

  test('of AWS has no placeholders: what looks like one stands in the way', () => {
    const reason = { problem: 'placeholders', place: { line: 1, column: 1 } }
    expect(inRole('<policy>')).toEqual({ ok: false, reason, address })
  })

  test('of as many characters as IAM takes twice over is read, white space aside, and of one more not', () => {
    const sized = (size: number): string => {
      const bare = JSON.stringify({ Statement: [], Id: '' }).length
      return JSON.stringify({ Statement: [], Id: 'x'.repeat(size - bare) }, null, 2)
    }
    expect(inRole(sized(LONGEST_TRUST_POLICY)).ok).toBe(true)
    const size = LONGEST_TRUST_POLICY + 1
    const reason = { problem: 'too-large', size, unit: 'characters' }
    expect(inRole(sized(size))).toEqual({ ok: false, reason, address })
  })

  test('by the default of a parameter, which is none, is refused', () => {
    const text = JSON.stringify({
      Parameters: { Policy: { Type: 'String', Default: 'nope' } },
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: { Ref: 'Policy' } },
        },
      },
    })
    expect(parseTrustPolicy(text, role)).toEqual({
      ok: false,
      reason: { problem: 'not-json', error: 'symbol', place: { line: 1, column: 1 } },
      address: { in: 'template', logicalId: 'Role' },
    })
  })
})

test('a template that settles all hangs on nothing', () => {
  const made = parseTrustPolicy(template(PROVIDER), role)
  expect(made.ok && Object.keys(made.value)).toEqual(['policy', 'address'])
})

test('a policy in which one statement of two has a resource is a trust policy', () => {
  const more = statement(PINNED, { Resource: '*' })
  expect(parseTrustPolicy(JSON.stringify(policyOf(more, statement(PINNED))), role).ok).toBe(true)
})

test('a text of the largest size is read', () => {
  expect(refusal(`${' '.repeat(LARGEST_POLICY - 2)}{}`)).toBe('not-a-policy')
})

test('a role of another kind has no name to tell', () => {
  const named = (name: string) =>
    JSON.stringify({ Roles: [{ RoleName: name, Arn: 'arn:x', AssumeRolePolicyDocument: policy }] })
  const reason = { problem: 'other-role', role: { in: 'iam' } }
  expect(parseTrustPolicy(named(''), role)).toStrictEqual({ ok: false, reason })
})

test('a policy in YAML with words of Terraform in a comment is that policy', () => {
  const text = `# jsonencode(var.policy)\nStatement: []\n`
  expect(parseTrustPolicy(text, role).ok).toBe(true)
})
