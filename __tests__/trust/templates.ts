// Templates as people write them, each with a subject that its role allows and one that it narrowly does not.
import type { Verdict } from '../../src/model.js'
import { HOST, MAIN } from './fixtures.js'

export interface TemplateCase {
  name: string
  text: string
  /** As a parameter file gives them. */
  given?: Readonly<Record<string, string>>
  /** The name of the role that the job assumes; `deploy` where none is given. */
  role?: string
  /** Subjects, what is said of each, and the defaults on which that hangs. */
  says: readonly (readonly [subject: string, allowed: Verdict, defaults?: readonly string[]])[]
}

const PRODUCTION = 'repo:octo-org/octo-repo:environment:production'
const STAGING = 'repo:octo-org/octo-repo:environment:staging'
const DEVELOP = 'repo:octo-org/octo-repo:ref:refs/heads/develop'
const OTHER_OWNER = 'repo:octo-orgs/octo-repo:ref:refs/heads/main'
const OTHER_REPOSITORY = 'repo:octo-org/octo-repo2:ref:refs/heads/main'
const PULL = 'repo:octo-org/octo-repo:pull_request'

interface Parts {
  parameters?: string
  more?: string
  name?: string
  condition?: string
  type?: string
  principal?: string
  audience?: string
  operator?: string
  subject: string
}

/** One role for GitHub's provider, in YAML; `name: ''` leaves it without one. */
function yaml({ parameters = '', more = '', name = 'deploy', ...role }: Parts): string {
  const { condition, type = 'AWS::IAM::Role', operator = 'StringLike', subject } = role
  const { principal = '!Ref Provider', audience = 'sts.amazonaws.com' } = role
  return `AWSTemplateFormatVersion: '2010-09-09'
${parameters === '' ? '' : `Parameters:\n${indented(parameters)}`}
${more}
Resources:
  Provider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://${HOST}
  DeployRole:
    Type: ${type}
${condition === undefined ? '' : `    Condition: ${condition}\n`}    Properties:
${name === '' ? '' : `      RoleName: ${name}\n`}      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: sts:AssumeRoleWithWebIdentity
            Principal:
              Federated: ${principal}
            Condition:
              StringEquals:
                ${HOST}:aud: ${audience}
              ${operator}:
                ${HOST}:sub: ${subject}
`.replace(
    `StringEquals:\n                ${HOST}:aud: ${audience}\n              StringEquals:`,
    `StringEquals:\n                ${HOST}:aud: ${audience}`,
  )
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const NAMES = 'Org: { Type: String, Default: octo-org }\nRepo: { Type: String, Default: octo-repo }'
const OPEN = 'Org: { Type: String }\nRepo: { Type: String }'
const OF_REPO = (rest: string): string => `!Sub repo:\${Org}/\${Repo}:${rest}`

export const TEMPLATES: readonly TemplateCase[] = [
  {
    name: 'defaults',
    text: yaml({ parameters: NAMES, subject: OF_REPO('ref:refs/heads/main') }),
    says: [
      [MAIN, true, ['Org', 'Repo']],
      // By no value of the two.
      [DEVELOP, false],
      [PRODUCTION, false],
      [PULL, false],
      // By the defaults alone.
      [OTHER_OWNER, false, ['Org']],
      [OTHER_REPOSITORY, false, ['Repo']],
    ],
  },
  {
    name: 'parameters without defaults',
    text: yaml({ parameters: OPEN, subject: OF_REPO('environment:production') }),
    says: [
      [PRODUCTION, 'undecided'],
      [STAGING, false],
      [MAIN, false],
    ],
  },
  {
    name: 'given parameters',
    text: yaml({ parameters: NAMES, subject: OF_REPO('*') }),
    given: { Org: 'octo-org', Repo: 'octo-repo' },
    says: [
      [DEVELOP, true],
      [OTHER_OWNER, false],
      [OTHER_REPOSITORY, false],
    ],
  },
  {
    name: 'given parameters in place of defaults',
    text: yaml({ parameters: NAMES, subject: OF_REPO('*') }),
    given: { Org: 'octo-orgs' },
    says: [
      [OTHER_OWNER, true, ['Repo']],
      [MAIN, false],
    ],
  },
  {
    name: 'a parameter that is the whole subject',
    text: yaml({
      parameters: `Subject: { Type: String, Default: 'repo:octo-org/octo-repo:*' }`,
      subject: '!Ref Subject',
    }),
    says: [
      [MAIN, true, ['Subject']],
      [OTHER_OWNER, false, ['Subject']],
    ],
  },
  {
    name: 'a parameter that holds owner and repository',
    text: yaml({ parameters: 'Full: { Type: String }', subject: `!Sub 'repo:\${Full}:ref:*'` }),
    says: [
      [MAIN, 'undecided'],
      [PRODUCTION, false],
    ],
  },
  {
    name: 'allowed values',
    text: yaml({
      parameters: 'Stage: { Type: String, AllowedValues: [staging, production] }',
      operator: 'StringEquals',
      subject: `!Sub 'repo:octo-org/octo-repo:environment:\${Stage}'`,
    }),
    says: [
      [PRODUCTION, 'undecided'],
      ['repo:octo-org/octo-repo:environment:preview', false],
    ],
  },
  {
    name: 'a secret, whose value is not used',
    text: yaml({
      parameters: 'Repo: { Type: String, NoEcho: true, Default: octo-repo }',
      subject: `!Sub 'repo:octo-org/\${Repo}:*'`,
    }),
    given: { Repo: 'octo-repo' },
    says: [
      [MAIN, 'undecided'],
      [OTHER_OWNER, false],
    ],
  },
  {
    name: 'a parameter of Systems Manager, whose default is a name',
    text: yaml({
      parameters: 'Repo: { Type: "AWS::SSM::Parameter::Value<String>", Default: octo-repo }',
      subject: `!Sub 'repo:octo-org/\${Repo}:*'`,
    }),
    says: [
      [MAIN, 'undecided'],
      [OTHER_OWNER, false],
    ],
  },
  {
    name: 'a dynamic reference',
    text: yaml({ subject: `'repo:octo-org/{{resolve:ssm:/ci/repo}}:ref:refs/heads/main'` }),
    says: [
      [MAIN, 'undecided'],
      [DEVELOP, false],
    ],
  },
  {
    name: 'a condition that the default decides',
    text: yaml({
      parameters: `ProviderArn: { Type: String, Default: '' }`,
      more: `Conditions:\n  Creates: !Equals [!Ref ProviderArn, '']`,
      principal: '!If [Creates, !Ref Provider, !Ref ProviderArn]',
      subject: MAIN,
    }),
    says: [
      [MAIN, true, ['ProviderArn']],
      [DEVELOP, false],
    ],
  },
  {
    name: 'conditions of conditions, in both forms',
    text: yaml({
      parameters: 'Stage: { Type: String, Default: test }\nOn: { Type: String, Default: "true" }',
      more: `Conditions:
  IsOn: !Equals [!Ref On, 'true']
  IsLive: { 'Fn::Equals': [{ Ref: Stage }, production] }
  Tests: !And [!Condition IsOn, !Not [Condition: IsLive]]
  Any: !Or [!Condition IsLive, !Condition Tests]`,
      subject: `!If [Tests, 'repo:octo-org/octo-repo:environment:staging', '${PRODUCTION}']`,
    }),
    says: [
      [STAGING, true, ['On', 'Stage']],
      [PRODUCTION, false, ['On', 'Stage']],
      // Neither branch.
      [MAIN, false],
    ],
  },
  {
    name: 'a condition that names itself',
    text: yaml({
      more: 'Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]',
      subject: `!If [A, '${MAIN}', '${DEVELOP}']`,
    }),
    says: [
      [MAIN, 'undecided'],
      [PRODUCTION, false],
    ],
  },
  {
    name: 'branches that agree',
    text: yaml({
      parameters: 'Stage: { Type: String }',
      more: 'Conditions:\n  Live: !Equals [!Ref Stage, production]',
      subject: `!If [Live, '${MAIN}', !Join [':', ['repo', octo-org/octo-repo, 'ref:refs/heads/main']]]`,
    }),
    says: [
      [MAIN, true],
      [DEVELOP, false],
    ],
  },
  {
    name: 'a value that is left out',
    text: yaml({
      parameters: `Extra: { Type: String, Default: '' }`,
      more: `Conditions:\n  HasExtra: !Not [!Equals [!Ref Extra, '']]`,
      subject: `[ '${MAIN}', !If [HasExtra, !Ref Extra, !Ref 'AWS::NoValue'] ]`,
    }),
    says: [
      [MAIN, true],
      [DEVELOP, false, ['Extra']],
    ],
  },
  {
    name: 'a mapping by a parameter',
    text: yaml({
      parameters: 'Stage: { Type: String, Default: live, AllowedValues: [live, test] }',
      more: `Mappings:\n  Branches:\n    live: { Ref: main }\n    test: { Ref: develop }`,
      subject: `!Sub ['repo:octo-org/octo-repo:ref:refs/heads/\${B}', { B: !FindInMap [Branches, !Ref Stage, Ref] }]`,
    }),
    says: [
      [MAIN, true, ['Stage']],
      [DEVELOP, false, ['Stage']],
      ['repo:octo-org/octo-repo:ref:refs/heads/next', false],
    ],
  },
  {
    name: 'parts of a text',
    text: yaml({
      parameters: 'Full: { Type: String, Default: octo-org/octo-repo }',
      subject: `!Join ['', ['repo:', !Select [0, !Split [/, !Ref Full]], '/octo-repo:*']]`,
    }),
    says: [
      [MAIN, true, ['Full']],
      [OTHER_OWNER, false, ['Full']],
      [OTHER_REPOSITORY, false],
    ],
  },
  {
    name: 'a list of subjects',
    text: yaml({
      parameters: `Subjects: { Type: CommaDelimitedList, Default: '${MAIN}, ${PRODUCTION}' }`,
      operator: 'StringEquals',
      subject: '!Ref Subjects',
    }),
    says: [
      [PRODUCTION, true, ['Subjects']],
      [STAGING, false, ['Subjects']],
    ],
  },
  {
    name: 'a list that is joined',
    text: yaml({
      parameters: `Parts: { Type: List<String>, Default: 'repo,octo-org/octo-repo,pull_request' }`,
      subject: `!Join [':', !Ref Parts]`,
    }),
    says: [
      [PULL, true, ['Parts']],
      [MAIN, false, ['Parts']],
    ],
  },
  {
    name: 'pseudo parameters and a literal',
    text: yaml({
      principal: `!Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${HOST}'`,
      audience: `!Sub 'sts.\${AWS::URLSuffix}'`,
      subject: `!Sub 'repo:octo-org/octo-repo:ref:refs/heads/\${!Literal}'`,
    }),
    // The policy has `${Literal}`, a variable that no request has.
    says: [
      [MAIN, false],
      [PRODUCTION, false],
    ],
  },
  {
    name: 'the region of the stack',
    text: yaml({ subject: `!Sub 'repo:octo-org/octo-repo:environment:\${AWS::Region}'` }),
    says: [
      ['repo:octo-org/octo-repo:environment:eu-west-1', 'undecided'],
      [MAIN, false],
    ],
  },
  {
    name: 'a provider by its attribute, in a Sub',
    text: yaml({ principal: `!Sub '\${Provider.Arn}'`, subject: MAIN }),
    says: [
      [MAIN, true],
      [DEVELOP, false],
    ],
  },
  {
    name: 'an imported provider',
    text: yaml({ principal: '!ImportValue provider', subject: MAIN }),
    says: [
      [MAIN, 'undecided'],
      [DEVELOP, false],
    ],
  },
  {
    name: 'a name with a parameter, which the role tells',
    text: yaml({
      parameters: 'Stage: { Type: String, Default: staging }',
      name: `!Sub 'deploy-\${Stage}'`,
      subject: `!Sub 'repo:octo-org/octo-repo:environment:\${Stage}'`,
    }),
    role: 'deploy-production',
    says: [
      [PRODUCTION, true],
      [STAGING, false],
    ],
  },
  {
    name: 'a name with one of the allowed values',
    text: yaml({
      parameters: 'Stage: { Type: String, Default: staging, AllowedValues: [staging, production] }',
      name: `!Sub 'deploy-\${Stage}'`,
      subject: `!Sub 'repo:octo-org/octo-repo:environment:\${Stage}'`,
    }),
    role: 'deploy-production',
    says: [
      [PRODUCTION, true],
      [STAGING, false],
    ],
  },
  {
    name: 'a name that the defaults do not make',
    text: yaml({
      parameters: 'App: { Type: String, Default: web }\nStage: { Type: String, Default: staging }',
      name: `!Sub '\${App}-\${Stage}'`,
      subject: `!Sub 'repo:octo-org/octo-repo:environment:\${Stage}'`,
    }),
    role: 'web-production',
    says: [
      [PRODUCTION, 'undecided'],
      [STAGING, 'undecided'],
      [MAIN, false],
    ],
  },
  {
    name: 'a name that the defaults make',
    text: yaml({
      parameters: 'App: { Type: String, Default: web }\nStage: { Type: String, Default: staging }',
      name: `!Sub '\${App}-\${Stage}'`,
      subject: `!Sub 'repo:octo-org/octo-repo:environment:\${Stage}'`,
    }),
    role: 'web-staging',
    says: [
      [STAGING, true, ['Stage']],
      [PRODUCTION, false, ['Stage']],
    ],
  },
  {
    name: 'a name that CloudFormation makes',
    text: yaml({ name: '', subject: MAIN }),
    role: 'ci-stack-DeployRole-1A2B3C4D5E6F',
    says: [
      [MAIN, true],
      [DEVELOP, false],
    ],
  },
  {
    name: 'SAM, with a function that has a policy of its own',
    text: `Transform: AWS::Serverless-2016-10-31\n${yaml({
      type: 'AWS::Serverless::Function',
      parameters: NAMES,
      subject: OF_REPO('environment:production'),
    })}`,
    says: [
      [PRODUCTION, true, ['Org', 'Repo']],
      [STAGING, false],
    ],
  },
  {
    name: 'SAM, with the role that it makes for a function',
    text: yaml({ type: 'AWS::Serverless::Function', name: '', subject: MAIN }),
    role: 'ci-DeployRoleRole-1A2B3C4D5E6F',
    says: [
      [MAIN, true],
      [DEVELOP, false],
    ],
  },
  {
    name: 'a loop over stages, and one in it',
    text: `Transform: AWS::LanguageExtensions
Parameters:
  Stages: { Type: CommaDelimitedList, Default: 'staging,production' }
Resources:
  Fn::ForEach::Stages:
    - Stage
    - !Ref Stages
    - Fn::ForEach::Uses:
        - Use
        - [Build, Deploy]
        - '\${Use}\${Stage}':
            Type: AWS::IAM::Role
            Properties:
              RoleName: !Sub '\${Use}-\${Stage}'
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Action: sts:AssumeRoleWithWebIdentity
                    Principal: { Federated: !Sub 'arn:aws:iam::\${AWS::AccountId}:oidc-provider/${HOST}' }
                    Condition:
                      StringEquals:
                        ${HOST}:aud: sts.amazonaws.com
                        ${HOST}:sub: !Join [':', ['repo:octo-org/octo-repo:environment', !Ref Stage]]
`,
    role: 'Deploy-production',
    says: [
      [PRODUCTION, true],
      [STAGING, false],
    ],
  },
  {
    name: "the CDK's own provider, in JSON",
    text: JSON.stringify({
      Resources: {
        GitHub5A1C: {
          Type: 'Custom::AWSCDKOpenIdConnectProvider',
          Properties: {
            ServiceToken: { 'Fn::GetAtt': ['Handler11', 'Arn'] },
            ClientIDList: ['sts.amazonaws.com'],
            Url: `https://${HOST}`,
          },
        },
        Deploy9F3B: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {
              Statement: [
                {
                  Action: 'sts:AssumeRoleWithWebIdentity',
                  Condition: {
                    StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
                    StringLike: { [`${HOST}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/*' },
                  },
                  Effect: 'Allow',
                  Principal: { Federated: { Ref: 'GitHub5A1C' } },
                },
              ],
              Version: '2012-10-17',
            },
            RoleName: 'deploy',
          },
        },
      },
      Parameters: {
        BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/x' },
      },
    }),
    says: [
      [DEVELOP, true],
      [PRODUCTION, false],
    ],
  },
  {
    name: 'a document as text',
    text: yaml({ subject: MAIN }).replace(
      /AssumeRolePolicyDocument:[\s\S]*$/,
      `AssumeRolePolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "\${Provider}"}, "Condition": {"StringEquals": {
        "${HOST}:aud": "sts.amazonaws.com", "${HOST}:sub": "${MAIN}"}}}]}\n`,
    ),
    says: [
      [MAIN, true],
      [DEVELOP, false],
    ],
  },
  {
    name: 'a document as text, with open parts',
    text: yaml({ parameters: OPEN, subject: MAIN }).replace(
      /AssumeRolePolicyDocument:[\s\S]*$/,
      `AssumeRolePolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "\${Provider}"}, "Condition": {"StringEquals": {
        "${HOST}:aud": "sts.amazonaws.com", "${HOST}:sub": "repo:\${Org}/\${Repo}:environment:production"}}}]}\n`,
    ),
    says: [
      [PRODUCTION, 'undecided'],
      [STAGING, false],
      [MAIN, false],
    ],
  },
  {
    name: 'a document as text, with keys that hang on a default',
    text: yaml({
      parameters: `Host: { Type: String, Default: ${HOST} }`,
      subject: MAIN,
    }).replace(
      /AssumeRolePolicyDocument:[\s\S]*$/,
      `AssumeRolePolicyDocument: !Sub |
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "\${Provider}"}, "Condition": {"StringEquals": {
        "\${Host}:aud": "sts.amazonaws.com", "\${Host}:sub": "${MAIN}"}}}]}\n`,
    ),
    says: [
      [MAIN, true, ['Host']],
      [DEVELOP, false, ['Host']],
    ],
  },
  {
    name: 'the one of two roles that is made',
    text: yaml({
      parameters: 'Live: { Type: String, Default: "no" }',
      more: `Conditions:\n  IsLive: !Equals [!Ref Live, 'yes']\n  IsTest: !Not [!Condition IsLive]`,
      condition: 'IsTest',
      subject: DEVELOP,
    }).concat(`  Second:
    Type: AWS::IAM::Role
    Condition: IsLive
    Properties:
      RoleName: deploy
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] }
`),
    says: [
      [DEVELOP, true],
      [MAIN, false],
    ],
  },
]
