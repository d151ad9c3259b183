// By which lines a text is known for another form, and which lines only look like one.
import { describe, expect, test } from '@jest/globals'
import type { OtherForm } from '../../src/model.js'
import { formOf } from '../../src/trust/forms.js'

const BOM = '\ufeff'

/** As a line of its own, among others. */
const within = (line: string): string => `# a comment\n${line}\nend\n`

const SIGNS: readonly (readonly [form: OtherForm, lines: readonly string[]])[] = [
  [
    'hcl',
    [
      'resource "aws_iam_role" "deploy" {',
      '  data \t "aws_iam_policy_document" \t "x-y"   {',
      '\tresource "a" "b"{',
      '+ resource "aws_iam_role" "deploy" {',
      '  ~resource "aws_iam_role" "deploy" {',
      '-   resource "aws_iam_role" "deploy" {',
      '-/+ resource "aws_iam_role" "deploy" {',
      'module "trust" {',
      '  variable   "account_id"{',
      'output "arn" {',
      'provider "aws" {',
      'include "root" {',
      'dependency "oidc" {',
      'locals {',
      '  terraform  {',
      'statement{',
      'inputs = {',
      'inputs={',
      '  inputs   =   {',
      'assume_role_policy = local.trust',
      'Version   = "2012-10-17"',
      '  Statement=[',
      '  policy = jsonencode(local.trust)',
    ],
  ],
  [
    'cli-text',
    [
      'ROLE\tarn:aws:iam::111122223333:role/deploy',
      'STATEMENT\tAllow',
      'ASSUMEROLEPOLICYDOCUMENT\t2012-10-17',
      '|                     GetRole                   |',
      '|| AssumeRolePolicyDocument   ||',
      '|||  Statement  |||',
    ],
  ],
  [
    'pulumi',
    [
      'type: aws:iam:Role',
      '    type:aws:iam/role:Role',
      '\t type:   "aws-native:iam:Role"',
      "type: 'aws:iam:Role'",
      'runtime: yaml',
      'runtime:yaml',
      'runtime: \t yaml',
      "import * as aws from '@pulumi/aws'",
      'import pulumi_aws as aws',
      'using Pulumi;',
      'import com.pulumi.aws.iam.Role;',
      '\t"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"',
    ],
  ],
  [
    'ansible',
    ['iam_role:', '- iam_role:', '    - community.aws.iam_role:  ', '  amazon.aws.iam_role:\t'],
  ],
  [
    'cdk',
    [
      "import { Role } from 'aws-cdk-lib/aws-iam'",
      "} from 'aws-cdk-lib/aws-iam'",
      'const iam = require("@aws-cdk/aws-iam")',
      'from aws_cdk import aws_iam as iam',
      'import software.amazon.awscdk.services.iam.Role;',
      'using Amazon.CDK.AWS.IAM;',
      '\tiam "github.com/aws/aws-cdk-go/awscdk/v2/awsiam"',
    ],
  ],
  [
    'cdktf',
    ["import { App } from 'cdktf'", "import { IamRole } from '@cdktf/provider-aws/lib/iam-role'"],
  ],
  ['serverless-code', ["import type { AWS } from '@serverless/typescript'"]],
]
const ROWS = SIGNS.flatMap(([form, lines]) => lines.map((line) => [form, line] as const))

describe('is known by a line of its own', () => {
  test.each(ROWS)('%s: %s', (form, line) => {
    expect(formOf(within(line))).toBe(form)
    expect(formOf(line)).toBe(form)
  })

  test.each([
    'the resource "aws_iam_role" "deploy" {',
    '* resource "aws_iam_role" "deploy" {',
    'resource "aws iam" "deploy" {',
    'resource "aws_iam_role" {',
    'resource "aws_iam_role" "deploy"',
    'xlocals {',
    'these locals {',
    'module trust {',
    'inputs: {',
    'the Version = "2012-10-17"',
    'my_Statement = [',
    'myjsonencode(x)',
    'MYROLE\tarn',
    'ROLE arn',
    'of | GetRole |',
    'a type: aws:iam:Role',
    'mytype: aws:iam:Role',
    'type: my-aws:iam:Role',
    'my runtime: yaml',
    'runtime: yamlish',
    'an iam_role:',
    'iam_role: deploy',
    'other.aws.iam_role:',
    'text about aws-cdk-lib',
    'import lib from "other"; "aws-cdk-lib"',
  ])('%s is no sign', (line) => {
    expect(formOf(within(line))).toBeUndefined()
  })
})

describe('what begins with a bracket', () => {
  const LOG = '{"@level":"info","@message":"Apply complete!"}'

  test.each([
    LOG,
    '{"@message":"x"}',
    '{"@module":"terraform.ui"}',
    '{"@timestamp":"2026-09-11T10:00:00Z"}',
    `${BOM}${LOG}`,
    `\n  ${LOG}`,
    `${BOM}\r\n${LOG}\n${LOG}`,
  ])('is a log of Terraform’s: %j', (text) => {
    expect(formOf(text)).toBe('terraform-log')
  })

  test.each(['{', '[', `${BOM}{`, '\n\n  {', `${BOM} [`])(
    'or an object out of `jsonencode`, and the code of nobody: %j',
    (start) => {
      expect(formOf(`${start}\n  Version = "2012-10-17"\n}`)).toBe('hcl')
      expect(formOf(`${start}\n  Statement= [\n}`)).toBe('hcl')
      expect(formOf(`${start}\n"aws-cdk-lib": "2.1.0",\n  "Version": "= 1"\n}`)).toBeUndefined()
      expect(formOf(`${start}\n  the Version = "2012-10-17"\n}`)).toBeUndefined()
      expect(formOf(`${start}\nlocals {\n}`)).toBeUndefined()
    },
  )

  test('further on makes no object of a text', () => {
    expect(formOf('x = {\n}\nlocals {\n}')).toBe('hcl')
    expect(formOf(`a text with ${LOG}`)).toBeUndefined()
  })
})

test('an archive is one by its first signs alone', () => {
  expect(formOf('PK\u0003\u0004')).toBe('terraform-plan')
  expect(formOf('aPK\u0003\u0004')).toBeUndefined()
  expect(formOf('')).toBeUndefined()
})
