// Documents as people hand them over, each a file: those that are read, with a token that fits and one that narrowly does not, and those that are named.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { OtherForm, PolicyAddress, PolicyProblem, Verdict } from '../../src/model.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { MAIN } from './fixtures.js'
import { evaluated, knownFor } from './support.js'

const FOLDER = fileURLToPath(new URL('./documents/', import.meta.url))
const textOf = (file: string): string => readFileSync(`${FOLDER}${file}`, 'utf8')
const role = knownWith().inputs?.role

const iam: PolicyAddress = { in: 'iam', role: 'deploy' }
const terraform = (resource: string): PolicyAddress => ({ in: 'terraform', resource })
const kubernetes = (resource: string): PolicyAddress => ({ in: 'kubernetes', resource })
const serverless: PolicyAddress = { in: 'serverless', logicalId: 'GitHubRole' }
const template = (logicalId: string): PolicyAddress => ({ in: 'template', logicalId })

/** What is said of a token of branch `main`; of one of another branch it is false. */
type Row = readonly [file: string, address: PolicyAddress | undefined, verdict: Verdict]

const READ: readonly Row[] = [
  // Statements as documentation shows them.
  ['statement.json', undefined, true],
  ['statements.json', undefined, true],
  ['statements.yml', undefined, true],
  ['list-of-one-policy.json', undefined, true],
  // Parts of a template.
  ['resource.yml', template('Deploy'), true],
  ['property.yml', { in: 'iam' }, true],
  ['resources-of-serverless.yml', template('GitHubRole'), 'undecided'],
  ['get-template.json', template('GitHubRole'), true],
  ['get-template-of-yaml.json', template('GitHubRole'), true],
  ['account.json', undefined, 'undecided'],
  ['serverless.yml', serverless, true],
  ['serverless-list.yml', serverless, true],
  ['plan.json', terraform('module.ci.aws_iam_role.this'), true],
  ['plan-deferred.json', terraform('module.ci.aws_iam_role.this'), 'undecided'],
  ['resource-changes.json', terraform('aws_iam_role.deploy'), true],
  ['state.json', terraform('aws_iam_role.deploy'), true],
  [
    'state-of-module.json',
    { in: 'terraform', resource: 'data.aws_iam_policy_document.github', of: 'data' },
    true,
  ],
  ['outputs.json', { in: 'terraform', resource: 'output.trust_policy', of: 'output' }, true],
  ['terraform.tfstate', terraform('module.ci.aws_iam_role.deploy'), true],
  ['main.tf.json', terraform('aws_iam_role.deploy'), true],
  ['variables.tf.json', terraform('aws_iam_role.deploy'), 'undecided'],
  ['get-role.json', iam, true],
  ['get-role.yml', iam, true],
  ['list-roles.json', iam, true],
  ['roles.json', iam, true],
  ['account-authorization-details.json', iam, true],
  ['ack.yaml', kubernetes('Role/github-deploy'), true],
  ['crossplane.yaml', kubernetes('Role/github-deploy'), true],
  ['kubectl-list.json', kubernetes('Role/deploy'), true],
  ['helm-values.yaml', kubernetes('Role'), 'undecided'],
  ['pulumi-stack.json', { in: 'pulumi', resource: 'deployRole' }, true],
  ['encoded.txt', undefined, true],
  ['string.json', undefined, true],
  ['comments.jsonc', undefined, true],
  // Placeholders: of the one value nobody knows, the others settle what they settle.
  ['envsubst.json.tpl', undefined, 'undecided'],
  ['dollar.json', undefined, 'undecided'],
  ['angle-brackets.json', undefined, 'undecided'],
  ['jinja.json.j2', undefined, 'undecided'],
  ['underscores.json', undefined, 'undecided'],
  ['key.json.tpl', undefined, 'undecided'],
]

const RELEASE = knownFor({ sub: MAIN.replace(/main$/, 'release') })

describe('is read', () => {
  test.each(READ)('%s', (file, address, verdict) => {
    const text = textOf(file)
    const result = parseTrustPolicy(text, role)
    if (!result.ok) throw new Error(JSON.stringify(result))
    expect(result.value.address).toEqual(address)
    expect(evaluated(text).allowed).toBe(verdict)
    expect(evaluated(text, RELEASE).allowed).toBe(false)
  })

  test('with variables of Serverless: what fails anyway is settled', () => {
    const text = textOf('serverless-variables.yml')
    const sub = 'repo:octo-org/octo-repo:environment:production'
    expect(evaluated(text, knownFor({ sub })).allowed).toBe('undecided')
    expect(evaluated(text, knownFor({ sub, aud: 'another' })).allowed).toBe(false)
  })
})

const named = (form: OtherForm): PolicyProblem => ({ problem: 'other-form', form })

describe('is named', () => {
  test.each<[string, PolicyProblem]>([
    ['main.tf', named('hcl')],
    ['commented.tf', named('hcl')],
    ['hashed.tf', named('hcl')],
    ['plan.txt', named('hcl')],
    ['object.hcl', named('hcl')],
    ['trust.tfvars', named('hcl')],
    ['plan.jsonl', named('terraform-log')],
    ['one-line.jsonl', named('terraform-log')],
    ['cdk.ts.txt', named('cdk')],
    ['cdk.py.txt', named('cdk')],
    ['cdk.go.txt', named('cdk')],
    ['cdk.java.txt', named('cdk')],
    ['cdktf.ts.txt', named('cdktf')],
    ['pulumi.ts.txt', named('pulumi')],
    ['pulumi.py.txt', named('pulumi')],
    ['pulumi.cs.txt', named('pulumi')],
    ['pulumi.yaml', named('pulumi')],
    ['serverless.ts.txt', named('serverless-code')],
    ['composition.yaml', named('kubernetes')],
    ['cluster-role.yaml', named('kubernetes')],
    ['playbook.yml', named('ansible')],
    ['get-role.txt', named('cli-text')],
    ['policy.txt', named('cli-text')],
    ['get-role-table.txt', named('cli-text')],
    ['unquoted.json.tpl', { problem: 'placeholders', place: { line: 3, column: 16 } }],
    ['directives.json.tpl', { problem: 'placeholders', place: { line: 4, column: 5 } }],
    ['helm.json.tpl', { problem: 'placeholders', place: { line: 1, column: 2 } }],
    ['jinja-value.json.j2', { problem: 'placeholders', place: { line: 3, column: 51 } }],
    ['helm-if.yaml', { problem: 'placeholders', place: { line: 1, column: 2 } }],
  ])('%s', (file, reason) => {
    expect(parseTrustPolicy(textOf(file), role)).toEqual({ ok: false, reason })
  })

  test('a plan file, by how a ZIP archive begins', () => {
    const reason = named('terraform-plan')
    expect(parseTrustPolicy('PK\u0003\u0004\u0014\u0000\ufffd', role)).toEqual({
      ok: false,
      reason,
    })
  })

  test.each<[string, PolicyAddress]>([
    ['serverless-elsewhere.yml', serverless],
    ['helm-whole.yaml', kubernetes('Role/deploy')],
    // Its data source was read, so there is more in the policy than that.
    ['plan-with-data.json', terraform('module.ci.aws_iam_role.this')],
  ])('%s has the policy elsewhere, or later', (file, address) => {
    const reason = { problem: 'known-later' }
    expect(parseTrustPolicy(textOf(file), role)).toEqual({ ok: false, reason, address })
  })

  test('what a role may do is not who may assume it, as a statement alone either', () => {
    const statement = '{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}'
    for (const text of [textOf('get-role-policy.json'), statement, `[${statement}]`])
      expect(parseTrustPolicy(text, role)).toMatchObject({
        reason: { problem: 'permissions-policy' },
      })
  })

  test('a list of dependencies has names of libraries in it, and is none of their programs', () => {
    const text = '{\n  "dependencies": {\n    "aws-cdk-lib": "2.1.0",\n    "cdktf": "1"\n  }\n}'
    expect(parseTrustPolicy(text, role)).toMatchObject({ reason: { problem: 'not-a-policy' } })
  })
})
