// Terraform's plans and configuration: which data source is a role's policy, and when that is not known.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { parseTrustPolicy } from '../../../src/trust/parse.js'
import { ACTION, aud, type Json, MAIN, PINNED, PROVIDER, sub } from '../fixtures.js'
import { evaluated, policyOf, statement } from '../support.js'

const role = knownWith().inputs?.role
const verdict = (value: unknown): unknown => {
  const result = parseTrustPolicy(JSON.stringify(value), role)
  return result.ok ? evaluated(value).allowed : result.reason.problem
}

const DATA = 'data.aws_iam_policy_document.github'
const blocks = (over: Json = {}): Json => ({
  actions: [ACTION],
  condition: [
    { test: 'StringEquals', variable: aud, values: ['sts.amazonaws.com'] },
    { test: 'StringEquals', variable: sub, values: [MAIN] },
  ],
  effect: 'Allow',
  principals: [{ type: 'Federated', identifiers: [PROVIDER] }],
  ...over,
})

/** A plan in which the policy of `role` is not known yet, and neither are its data sources. */
function plan(sources: Json, references: readonly string[], at = 'aws_iam_role.deploy'): Json {
  const resource = { mode: 'managed', type: 'aws_iam_role', name: 'deploy' }
  return {
    format_version: '1.2',
    planned_values: {
      root_module: { resources: [{ ...resource, address: at, values: { name: 'deploy' } }] },
    },
    resource_changes: Object.entries(sources).map(([address, after]) => ({
      address,
      mode: 'data',
      type: 'aws_iam_policy_document',
      change: { actions: ['read'], after },
    })),
    configuration: {
      root_module: {
        resources: [
          {
            ...resource,
            address: 'aws_iam_role.deploy',
            expressions: { assume_role_policy: { references } },
          },
        ],
      },
    },
  }
}

const direct = [`${DATA}.json`, DATA]

describe('of a plan that leaves a policy open', () => {
  test('the blocks of its data source are read', () => {
    expect(verdict(plan({ [DATA]: { statement: [blocks()] } }, direct))).toBe(true)
    const other = blocks({ condition: [{ test: 'StringEquals', variable: sub, values: ['x'] }] })
    expect(verdict(plan({ [DATA]: { statement: [other] } }, direct))).toBe(false)
  })

  test.each<[string, Json, Json?]>([
    ['identifiers', { principals: [{ type: 'Federated' }] }],
    ['one identifier', { principals: [{ type: 'Federated', identifiers: [null] }] }],
    ['principals', { principals: undefined }],
    ['actions', { actions: undefined }],
    ['conditions', { condition: undefined }],
    ['a value', { condition: [{ test: 'StringEquals', variable: sub, values: [null] }] }],
    ['a key', { condition: [{ test: 'StringEquals', values: ['x'] }] }],
    ['the effect', { effect: undefined }],
  ])('without %s nobody knows', (_what, over) => {
    expect(verdict(plan({ [DATA]: { statement: [blocks(over)] } }, direct))).toBe('undecided')
  })

  test.each<[string, Json]>([
    ['statements', { statement: undefined }],
    ['other documents', { statement: [blocks()], source_policy_documents: ['{}'] }],
    ['documents over it', { statement: [blocks()], override_policy_documents: [null] }],
  ])('without its %s it is known later', (_what, values) => {
    expect(verdict(plan({ [DATA]: values }, direct))).toBe('known-later')
  })

  test.each<[string, readonly string[]]>([
    ['something else', ['local.policy']],
    ['something else too', [...direct, 'var.suffix']],
    ['two documents', [...direct, 'data.aws_iam_policy_document.other.json']],
    ['nothing', []],
  ])('made of %s it is known later', (_what, references) => {
    expect(verdict(plan({ [DATA]: { statement: [blocks()] } }, references))).toBe('known-later')
  })

  test('of one with instances, that of the same key is taken', () => {
    const wrong = blocks({ principals: [{ type: 'AWS', identifiers: ['*'] }] })
    const sources = {
      [`${DATA}["eu"]`]: { statement: [blocks()] },
      [`${DATA}["us"]`]: { statement: [wrong] },
    }
    const references = [...direct, 'each.key']
    expect(verdict(plan(sources, references, 'aws_iam_role.deploy["eu"]'))).toBe(true)
    expect(verdict(plan(sources, references, 'aws_iam_role.deploy["us"]'))).toBe(false)
    expect(verdict(plan(sources, references, 'aws_iam_role.deploy["ap"]'))).toBe('known-later')
  })
})

describe('blocks', () => {
  const state = (...statements: readonly unknown[]): Json => ({
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          {
            address: DATA,
            mode: 'data',
            type: 'aws_iam_policy_document',
            values: { statement: statements, version: '2012-10-17' },
          },
        ],
      },
    },
  })

  test.each<[string, unknown, unknown]>([
    ['without an effect allow', blocks({ effect: null }), true],
    ['with null for what is not set', blocks({ not_actions: null, resources: null }), true],
    ['that deny', blocks({ effect: 'Deny' }), false],
    ['for all actions but one', blocks({ actions: [], not_actions: ['sts:Other'] }), true],
    [
      'with a variable of IAM in the notation of Terraform',
      blocks({
        condition: [
          { test: 'StringEquals', variable: aud, values: ['sts.amazonaws.com'] },
          { test: 'StringLike', variable: sub, values: ['&{*}', 'repo:octo-org/octo-repo:ref:*'] },
        ],
      }),
      true,
    ],
    [
      'about the same key twice want either',
      blocks({
        condition: [
          { test: 'StringEquals', variable: sub, values: ['x'] },
          { test: 'StringEquals', variable: sub, values: [MAIN] },
        ],
      }),
      true,
    ],
    ['with what a role may do', blocks({ resources: ['*'] }), 'permissions-policy'],
  ])('%s', (_what, block, expected) => {
    expect(verdict(state(block))).toBe(expected)
  })

  test('for everyone', () => {
    const everyone = blocks({ effect: 'Deny', principals: [{ type: '*', identifiers: ['*'] }] })
    expect(verdict(state(blocks(), everyone))).toBe(false)
  })
})

describe('configuration in JSON', () => {
  const configured = (policy: string, more: Json = {}): Json => ({
    resource: { aws_iam_role: { deploy: { name: 'deploy', assume_role_policy: policy } } },
    data: { aws_iam_policy_document: { github: { statement: blocks() } } },
    ...more,
  })

  test.each<[string, string, unknown]>([
    ['a data source', `$${`{${DATA}.json}`}`, true],
    ['a data source in a function', `$${`{replace(${DATA}.json, "a", "b")}`}`, 'known-later'],
    ['another file', `$${'{file("trust.json")}'}`, 'known-later'],
    ['a policy', JSON.stringify(policyOf(statement(PINNED))), true],
    ['no policy', '{"name": "x"}', 'not-a-policy'],
    ['a data source, and more behind it', `$${`{${DATA}.json}`} `, 'known-later'],
    ['more, and a data source behind it', ` $${`{${DATA}.json}`}`, 'known-later'],
  ])('%s', (_what, policy, expected) => {
    expect(verdict(configured(policy))).toBe(expected)
  })

  test('of another kind is none', () => {
    expect(verdict({ resource: { aws_s3_bucket: {} }, data: {} })).toBe('not-a-policy')
    expect(verdict({ resource: { aws_s3_bucket: {} } })).toBe('not-a-policy')
    expect(verdict({ resource: { aws_iam_role: 7 }, data: 7 })).toBe('not-a-policy')
  })
})

test.each<[string, unknown, string]>([
  ['an empty state', { format_version: '1.0' }, 'no-role'],
  ['outputs without a policy', { a: { sensitive: false, value: 'x' } }, 'no-role'],
  [
    'an output that is marked as sensitive',
    { a: { sensitive: true, value: JSON.stringify(policyOf(statement(PINNED))) } },
    'no-role',
  ],
  [
    'a role that is destroyed',
    { format_version: '1', resource_changes: [{ type: 'aws_iam_role', change: { after: null } }] },
    'no-role',
  ],
])('%s holds no role', (_what, value, problem) => {
  expect(verdict(value)).toBe(problem)
})

test('of the provider awscc, the members have names of their own', () => {
  const values = {
    role_name: 'deploy',
    assume_role_policy_document: JSON.stringify(policyOf(statement(PINNED))),
  }
  const resources = [{ address: 'awscc_iam_role.deploy', type: 'awscc_iam_role', values }]
  expect(verdict({ format_version: '1.0', values: { root_module: { resources } } })).toBe(true)
})

const managed = (values: unknown, more: Json = {}): Json => ({
  address: 'aws_iam_role.deploy',
  mode: 'managed',
  type: 'aws_iam_role',
  name: 'deploy',
  values,
  ...more,
})
const documentAt = (address: string, statement: unknown): Json => ({
  address,
  mode: 'data',
  type: 'aws_iam_policy_document',
  values: { statement },
})
const shown = (...resources: readonly unknown[]): Json => ({
  format_version: '1.0',
  values: { root_module: { resources } },
})
const POLICY = JSON.stringify(policyOf(statement(PINNED)))
const OTHER = JSON.stringify(policyOf(statement({ StringEquals: { [sub]: 'other' } })))

describe('what is shown', () => {
  const role = managed({ name: 'deploy', assume_role_policy: POLICY })

  test('is read past what is no resource', () => {
    const module = { resources: [null, 7, role] }
    const modules = { child_modules: [null, 7, module] }
    expect(verdict({ format_version: '1.0', values: { root_module: modules } })).toBe(true)
    const after = { name: 'deploy', assume_role_policy: POLICY }
    const changes = [null, { ...role, change: null }, { ...role, change: { after } }]
    expect(verdict({ resource_changes: changes })).toBe(true)
    const instances = [null, { attributes: after }]
    const own = { ...role, instances }
    expect(verdict({ terraform_version: '1.9.4', resources: [null, 7, own] })).toBe(true)
  })

  test('has roles of its own, beside those that are read', () => {
    const data = { name: 'deploy', assume_role_policy: OTHER }
    expect(verdict(shown(role, managed(data, { address: 'data.a.b', mode: 'data' })))).toBe(true)
    expect(verdict(shown(managed(data, { address: 'data.a.b', mode: 'data' })))).toBe('no-role')
  })

  test('has the policy of a role before that of its data source', () => {
    const made = plan({ [DATA]: { statement: [blocks()] } }, direct)
    const planned = { root_module: { resources: [managed({ assume_role_policy: OTHER })] } }
    expect(verdict({ ...made, planned_values: planned })).toBe(false)
    expect(verdict(made)).toBe(true)
  })

  test('has the only instance of a data source for a role without a key', () => {
    const sources = { [`${DATA}["a"]`]: { statement: [blocks()] } }
    expect(verdict(plan(sources, direct))).toBe(true)
  })

  test('of a state lacks nothing: what is not there is not set; of a plan it may come', () => {
    const { effect: _effect, ...block } = blocks()
    expect(verdict(shown(documentAt(DATA, [block])))).toBe(true)
    const change = { after: { statement: [block] } }
    const data = { ...documentAt(DATA, []), change }
    expect(verdict({ resource_changes: [data] })).toBe('undecided')
  })
})

describe('without a role', () => {
  const service = blocks({ principals: [{ type: 'Service', identifiers: ['x.amazonaws.com'] }] })
  const caller = {
    address: 'data.aws_caller_identity.me',
    mode: 'data',
    type: 'aws_caller_identity',
    values: {},
  }

  test('the document about a provider is taken, of several', () => {
    const others = documentAt('data.aws_iam_policy_document.other', [service])
    expect(verdict(shown(others, documentAt(DATA, [blocks()]), caller))).toBe(true)
  })

  test('the only document is taken, whatever it is about', () => {
    expect(verdict(shown(caller, documentAt(DATA, [service])))).toBe(false)
  })
})

test.each<[string, Json]>([
  ['outputs and something else', { a: { sensitive: false, value: POLICY }, b: 7 }],
  ['a version, and no list of resources', { terraform_version: '1.9.4', resources: {} }],
  ['a list of resources, and no version', { resources: [managed({})] }],
  ['nothing', {}],
])('%s is not of Terraform', (_what, value) => {
  expect(verdict(value)).toBe('not-a-policy')
})
