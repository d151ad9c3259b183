// A policy of 100 statements in each form that is read: as short as statements are, since a longer policy is not read.
const STATEMENTS = Array.from({ length: 100 }, (_, n) => ({
  Effect: 'Allow',
  Principal: { Federated: 'accounts.google.com' },
  Action: 'sts:*',
  Condition: { StringLike: { 'sts:RoleSessionName': `app-${n}*` } },
}))
const POLICY = { Version: '2012-10-17', Statement: STATEMENTS }
const TEXT = JSON.stringify(POLICY)
const ROLE = { RoleName: 'deploy', Arn: 'arn:aws:iam::111122223333:role/deploy' }
const RESOURCE = {
  Type: 'AWS::IAM::Role',
  Properties: { RoleName: 'deploy', AssumeRolePolicyDocument: POLICY },
}

/** As a writer of YAML writes it: block style, a few members a line. */
function yamlOf(indent: string): string {
  return STATEMENTS.map(
    ({ Condition }) => `${indent}- Effect: Allow
${indent}  Principal: {Federated: accounts.google.com}
${indent}  Action: sts:*
${indent}  Condition: ${JSON.stringify(Condition)}
`,
  ).join('')
}

const yamlResources = (indent: string): string => `${indent}Resources:
${indent}  Deploy:
${indent}    Type: AWS::IAM::Role
${indent}    Properties:
${indent}      RoleName: deploy
${indent}      AssumeRolePolicyDocument:
${indent}        Version: '2012-10-17'
${indent}        Statement:
${yamlOf(`${indent}          `)}`

const terraformRole = (values: object): object => ({
  address: 'aws_iam_role.deploy',
  mode: 'managed',
  type: 'aws_iam_role',
  name: 'deploy',
  values: { name: 'deploy', ...values },
})
const DATA = 'data.aws_iam_policy_document.github'
const BLOCKS = STATEMENTS.map(({ Condition }) => ({
  actions: ['sts:*'],
  effect: 'Allow',
  principals: [{ type: 'Federated', identifiers: ['accounts.google.com'] }],
  condition: Object.entries(Condition.StringLike).map(([variable, value]) => ({
    test: 'StringLike',
    variable,
    values: [value],
  })),
}))

export const FORMS: readonly (readonly [name: string, text: string])[] = [
  ['the policy', TEXT],
  [
    'with comments',
    `/* who may deploy */\n${JSON.stringify(POLICY, null, 1).replaceAll('"Allow",', '"Allow", // yes')}`,
  ],
  ['statements alone', JSON.stringify(STATEMENTS)],
  ['statements in YAML', yamlOf('')],
  ['with placeholders', TEXT.replaceAll('app-', '<app>')],
  ['a string of JSON', JSON.stringify(TEXT)],
  ['URL-encoded', encodeURIComponent(TEXT)],
  ['get-role', JSON.stringify({ Role: { ...ROLE, AssumeRolePolicyDocument: POLICY } })],
  [
    'list-roles',
    JSON.stringify({ Roles: [{ ...ROLE, AssumeRolePolicyDocument: encodeURIComponent(TEXT) }] }),
  ],
  ['a template in JSON', JSON.stringify({ Resources: { Deploy: RESOURCE } })],
  ['a template in YAML', yamlResources('')],
  ['serverless.yml', `service: shop\nprovider:\n  name: aws\nresources:\n${yamlResources('  ')}`],
  [
    'a plan of Terraform',
    JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { resources: [terraformRole({ assume_role_policy: TEXT })] } },
    }),
  ],
  [
    'a data source of Terraform',
    JSON.stringify({
      format_version: '1.2',
      planned_values: { root_module: { resources: [terraformRole({})] } },
      resource_changes: [
        {
          address: DATA,
          mode: 'data',
          type: 'aws_iam_policy_document',
          change: { after: { statement: BLOCKS } },
        },
      ],
      configuration: {
        root_module: {
          resources: [
            {
              address: 'aws_iam_role.deploy',
              expressions: { assume_role_policy: { references: [`${DATA}.json`, DATA] } },
            },
          ],
        },
      },
    }),
  ],
  [
    'configuration of Terraform in JSON',
    JSON.stringify({
      resource: {
        aws_iam_role: { deploy: { name: 'deploy', assume_role_policy: `$${`{${DATA}.json}`}` } },
      },
      data: { aws_iam_policy_document: { github: { statement: BLOCKS } } },
    }),
  ],
  [
    'a manifest of ACK',
    `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata:
  name: deploy
spec:
  name: deploy
  assumeRolePolicyDocument: |
    ${TEXT}
`,
  ],
  [
    'a stack of Pulumi',
    JSON.stringify({
      deployment: {
        resources: [
          {
            urn: 'urn:pulumi:prod::infra::aws:iam/role:Role::deploy',
            type: 'aws:iam/role:Role',
            outputs: { name: 'deploy', assumeRolePolicy: TEXT },
          },
        ],
      },
    }),
  ],
]
