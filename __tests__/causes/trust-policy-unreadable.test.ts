// trust-policy-unreadable: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { trustPolicyUnreadable } from '../../src/causes/trust-policy-unreadable.js'
import type {
  DocumentKind,
  JsonError,
  PolicyAddress,
  PolicyProblem,
  PolicySource,
} from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

const GET_ROLE =
  'aws iam get-role --role-name deploy --query Role.AssumeRolePolicyDocument --output json'

testCause(trustPolicyUnreadable, {
  leaves: ['trust-undecided', 'token-file-unreadable'],
  says: [
    [
      '`trust-policy.json` is not JSON',
      'Line 8, column 5: a name in double quotes is missing here',
      'with credentials of account 111122223333',
      /set `trust-policy: trust-policy\.json`:\n {4}aws iam get-role --role-name deploy --query Role\.AssumeRolePolicyDocument --output json > trust-policy\.json/,
    ],
    [
      'the input `trust-policy` is not JSON',
      'double quotes',
      'STS signed in: the policy in AWS allows this job.',
    ],
    ['a permissions policy, not a trust policy', 'what a role may do'],
    ['not a trust policy', 'an object with `name`, `version`'],
    ['holds no role'],
    ['several roles', '`Resources.Deploy` and `Resources.Build`', '`deploy`'],
    [
      'known only after deployment',
      'aws_iam_role.deploy',
      'terraform show -json > state.json',
      /aws iam get-role --role-name deploy --query/,
    ],
    ['is not YAML', 'Line 4, column 1: All mapping items must start at the same column.'],
    ['does not exist', '`/workspace`', 'actions/checkout@v6'],
    ['outside the workspace', '`../../etc/passwd`'],
    ['is a link'],
    ['is a directory'],
    [
      'too large to be examined',
      '1048577 bytes',
      /aws iam get-role --role-name deploy [\s\S]*If it is a Terraform plan or state[\s\S]*jq --arg role deploy/,
    ],
    ['is empty'],
    ['cannot be read', 'EACCES'],
    [
      '`infra/main.tf` is Terraform code, which is not evaluated here',
      `${GET_ROLE} > trust-policy.json`,
      'terraform plan -out=plan.out && terraform show -json plan.out > plan.json',
    ],
    [
      'is the log of `terraform plan -json`, which holds no policy',
      GET_ROLE,
      'show -json plan.out',
    ],
    [
      "`infra/plan.out` is a plan file, in Terraform's binary form",
      GET_ROLE,
      'terraform show -json infra/plan.out > plan.json',
    ],
    [
      '`lib/deploy-stack.ts` is a CDK program',
      GET_ROLE,
      'npx cdk synth',
      'cdk.out/*.template.json',
    ],
    ['is a program of CDK for Terraform', GET_ROLE, 'npx cdktf synth', 'cdk.tf.json'],
    ['is a Pulumi program', GET_ROLE, 'pulumi stack export --file stack.json'],
    ['is Serverless Framework code', GET_ROLE, 'npx serverless print --format json'],
    ["is a Kubernetes manifest without an IAM role's trust policy", GET_ROLE],
    ['is an Ansible playbook', GET_ROLE],
    ['is output of the AWS CLI as text or table, not JSON', `${GET_ROLE} > trust-policy.json`],
    [
      '`infra/trust-policy.json.tpl` has placeholders that are not filled in',
      'Line 3, column 16',
      'Replace them in a step before this one',
      GET_ROLE,
    ],
    [
      'known only after deployment',
      'resources.Resources.GitHubRole',
      GET_ROLE,
      'npx serverless print --format json > serverless.json',
    ],
  ],
})

test('a sign-in is told of only where there was one; no credentials are asked of a step before this one', () => {
  const [piece] = evidenceOf('trust-policy-unreadable')
  const { why, fix } = wordsOf(
    diagnose(piece?.failure ?? { kind: 'bug', message: '' }, knownWith()),
  )
  expect(why).not.toContain('signed')
  expect(fix.at(-1)).not.toContain('in a step before this one')
})

test('of another STS nothing is said of AWS', () => {
  const inputs = { customEndpoint: true, stsEndpoint: 'https://ceph.example.com' }
  const session = { expiration: '2026-09-11T10:00:00Z' }
  const [piece] = evidenceOf('trust-policy-unreadable')
  const { why } = wordsOf(
    trustPolicyUnreadable.explain(piece?.failure as never, knownWith({ session, inputs })),
  )
  expect(why).toContain('STS signed in: the policy at that STS allows this job.')
})

test.each<[string, PolicySource, RegExp]>([
  [
    'a file',
    { path: 'my plan.json' },
    /^jq --arg role deploy '.+' 'my plan\.json' > trust-policy\.json$/,
  ],
  [
    'the input',
    { inline: true },
    /^terraform show -json \| jq --arg role deploy '.+' > trust-policy/,
  ],
])('of %s that is too large, the one role is taken out', (_name, source, command) => {
  const size = 2 ** 21
  const failure = {
    kind: 'trust-policy',
    source,
    problem: 'too-large',
    size,
    unit: 'bytes',
  } as const
  const { steps } = trustPolicyUnreadable.explain(failure, knownWith())
  expect(steps.at(-1)?.code).toMatch(command)
  // Of a plan, what will be: it has what was before, too.
  expect(steps.at(-1)?.code).toContain('(.planned_values // .)')
})

function detailOf(problem: PolicyProblem, address?: PolicyAddress): string {
  const source = { path: 'a', ...(address ? { address } : {}) }
  const failure = { kind: 'trust-policy' as const, source, ...problem }
  const { why } = wordsOf(trustPolicyUnreadable.explain(failure, knownWith()))
  return (why.split('\n')[1] ?? '').replace(/^Line 1, column 2: |\.$/g, '')
}

const place = { line: 1, column: 2 }

test.each<[JsonError, string]>([
  ['symbol', 'this means nothing in JSON, where names and strings stand in double quotes'],
  ['number', 'this number is not complete'],
  ['name-expected', 'a name in double quotes is missing here'],
  ['value-expected', 'a value is missing here'],
  ['colon-expected', '`:` is missing here'],
  ['comma-expected', '`,` is missing here'],
  ['brace-expected', '`}` is missing here'],
  ['bracket-expected', '`]` is missing here'],
  ['end-expected', 'more text after the end of the document'],
  ['endless-comment', 'this comment does not end'],
  ['endless-string', 'this string does not end in its line'],
  ['escape', 'this string has an escape in it that JSON does not have'],
  ['control-character', 'this string has a character in it that must be escaped'],
])('JSON with the error %s', (error, words) => {
  expect(detailOf({ problem: 'not-json', error, place })).toBe(words)
})

test.each<[string, PolicyProblem, string]>([
  [
    'levels',
    { problem: 'not-json', limit: { of: 'levels', most: 100 }, place },
    'more than 100 levels of nesting',
  ],
  ['values', { problem: 'too-large', size: 7, unit: 'values', over: true }, 'it has over 7 values'],
  ['tokens', { problem: 'too-large', size: 7, unit: 'tokens', over: true }, 'it has over 7 tokens'],
  ['the stack', { problem: 'not-yaml', limit: { of: 'stack' } }, 'it is nested too deeply'],
  ['characters', { problem: 'too-large', size: 7, unit: 'characters' }, 'it has 7 characters'],
  ['bytes', { problem: 'too-large', size: 7, unit: 'bytes', over: true }, 'it has over 7 bytes'],
])('the limit of %s', (_name, problem, words) => {
  expect(detailOf(problem)).toBe(words)
})

test.each<[DocumentKind, string]>([
  [{ type: 'array' }, 'It is a list'],
  [{ type: 'string' }, 'It is a string'],
  [{ type: 'null' }, 'It is `null`'],
  [{ type: 'object', names: [] }, 'It is an empty object'],
  [{ type: 'object', names: ['a', 'b'] }, 'It is an object with `a`, `b`'],
])('in place of a policy %j', (found, words) => {
  expect(detailOf({ problem: 'not-a-policy', found })).toBe(words)
})

test('a text in another one is told with its role', () => {
  const address = { in: 'iam', role: 'deploy' } as const
  const problem: PolicyProblem = { problem: 'not-json', error: 'number', place }
  expect(detailOf(problem, address)).toBe('in `the role deploy`: this number is not complete')
  expect(detailOf({ problem: 'permissions-policy' }, address)).toBe(
    'in `the role deploy`: this says what a role may do, not who may assume it',
  )
})

test('a pipe or a device cannot be read', () => {
  expect(detailOf({ problem: 'not-a-file' })).toBe('It is not a regular file')
})

test.each<[PolicyAddress | undefined, boolean]>([
  [undefined, true],
  [{ in: 'terraform', resource: 'aws_iam_role.deploy' }, true],
  [{ in: 'template', logicalId: 'Deploy' }, false],
  [{ in: 'serverless', logicalId: 'Deploy' }, false],
  [{ in: 'kubernetes', resource: 'Role/deploy' }, false],
  [{ in: 'iam' }, false],
])('what is too large, in %j, is told of Terraform only where it may be its: %s', (address, is) => {
  const problem: PolicyProblem = { problem: 'too-large', size: 7, unit: 'characters' }
  const source = { path: 'a', ...(address ? { address } : {}) }
  const { fix } = wordsOf(
    trustPolicyUnreadable.explain({ kind: 'trust-policy', source, ...problem }, knownWith()),
  )
  expect(fix[0]).toContain(GET_ROLE)
  expect(fix.join('\n').includes('If it is a Terraform plan or state')).toBe(is)
})

test.each<[PolicyAddress, string]>([
  [{ in: 'template', logicalId: 'Deploy' }, '`RoleName`'],
  [{ in: 'serverless', logicalId: 'Deploy' }, '`RoleName`'],
  [{ in: 'iam' }, '`RoleName`'],
  [{ in: 'terraform', resource: 'aws_iam_role.deploy' }, '`name`'],
  [{ in: 'pulumi', resource: 'deploy' }, '`name`'],
  [{ in: 'kubernetes', resource: 'Role/deploy' }, '`metadata.name`'],
])('several roles, the first %j, are named by %s', (address, member) => {
  const problem: PolicyProblem = { problem: 'several-roles', roles: [address, address] }
  const failure = { kind: 'trust-policy' as const, source: { path: 'a' }, ...problem }
  const { fix } = wordsOf(trustPolicyUnreadable.explain(failure, knownWith()))
  expect(fix[0]).toContain(`in the file (${member})`)
})

function wordsFor(problem: PolicyProblem, over: object = {}): string {
  const address = { in: 'template', logicalId: 'Role' } as const
  const source = { path: 'template.yaml', address, ...over }
  const finding = diagnose({ kind: 'trust-policy', source, ...problem }, knownWith())
  const { why, fix } = wordsOf(finding)
  expectWellSaid(finding)
  return [why, ...fix].join('\n')
}

const role = { in: 'template', logicalId: 'Role' } as const

test.each<[string, PolicyProblem, (string | RegExp)[]]>([
  [
    'one role of another name',
    { problem: 'other-role', role, name: 'github-deploy' },
    ['holds one role, `github-deploy`; this step assumes `deploy`', 'in which `deploy` is defined'],
  ],
  [
    'one role, for no provider',
    { problem: 'other-role', role },
    ['holds one role, `Resources.Role`; this step assumes `deploy`'],
  ],
  [
    'a role that defaults do not make',
    { problem: 'role-not-made', condition: 'IsLive', defaults: ['Live', 'Stage'] },
    [
      'does not make `deploy` with these parameters',
      'The condition `IsLive` does not hold with the defaults of `Live` and `Stage`.',
      'trust-policy-parameters: <path>',
    ],
  ],
  [
    'a role that is not made',
    { problem: 'role-not-made', condition: 'IsLive', defaults: [] },
    ['The condition `IsLive` does not hold.'],
  ],
])('of a template: %s', (_name, problem, words) => {
  for (const one of words) expect(wordsFor(problem)).toMatch(one)
  expect(wordsFor(problem)).not.toContain('several')
})

test('a role that serverless.yml does not make: it has no parameters', () => {
  const problem: PolicyProblem = { problem: 'role-not-made', condition: 'IsLive', defaults: [] }
  const address = { in: 'serverless', logicalId: 'Role' }
  const words = wordsFor(problem, { path: 'serverless.yml', address })
  expect(words).toMatch(/does not make `deploy`\nThe condition `IsLive` does not hold/)
  expect(words).not.toMatch(/parameter/)
  expect(words).toMatch('Give the file in which the role is defined')
})

test.each<[PolicyProblem, RegExp]>([
  [{ problem: 'not-toml', place }, /is not TOML\nLine 1, column 2: /],
  [
    { problem: 'not-parameters', found: { type: 'array' } },
    /holds no parameters .*\nIt is a list\./,
  ],
  [{ problem: 'too-large', size: 7, unit: 'bytes' }, /parameters of this one stack/],
  [{ problem: 'not-yaml', message: 'x', place }, /Correct the file there/],
])('of the file of its parameters: %j', (problem, words) => {
  const parameters = { path: 'p.toml', parameters: true as const, address: undefined }
  expect(wordsFor(problem, parameters)).toMatch(words)
  const source = { path: 'p.toml', parameters: true as const }
  const { where } = trustPolicyUnreadable.explain(
    { kind: 'trust-policy', source, ...problem },
    knownWith(),
  )
  expect(where).toEqual({ input: 'trust-policy-parameters' })
})
