// Scenarios of the inputs (section 1 of the catalogue).
import { JOB, workflowText } from './job.js'
import type { Scenario, Variables } from './scenario.js'

const REAL_AWS: Variables = { 'INPUT_STS-ENDPOINT': null }

const expression = (text: string): string => `\${{ ${text} }}`

const giving = (input: string): string =>
  workflowText('id-token: write', 'aws-region: eu-west-1', input)

export const INPUT_SCENARIOS: readonly Scenario[] = [
  {
    id: 'input-invalid',
    what: 'a duration with a unit, an unknown fail-on and a region that is missing',
    exit: 1,
    variables: {
      'INPUT_AWS-REGION': null,
      'INPUT_ROLE-DURATION-SECONDS': '1h',
      'INPUT_FAIL-ON': 'errors',
    },
  },
  {
    id: 'input-not-supported',
    what: 'an input of the key-based modes of another action',
    exit: 1,
    variables: { 'INPUT_ROLE-CHAINING': 'true' },
  },
  {
    id: 'role-arn-invalid',
    what: "the ARN of the OIDC provider in place of the role's",
    exit: 1,
    variables: {
      ...REAL_AWS,
      'INPUT_ROLE-TO-ASSUME':
        'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
    },
  },
  {
    id: 'role-arn-invalid',
    name: 'arn-with-an-empty-account',
    what: 'an ARN whose account id is a secret that does not reach the job',
    exit: 1,
    variables: { ...REAL_AWS, 'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam:::role/deploy' },
    files: {
      [JOB.workflowFile]: giving(
        `role-to-assume: arn:aws:iam::${expression('secrets.AWS_ACCOUNT_ID')}:role/deploy`,
      ),
    },
  },
  {
    id: 'role-input-empty',
    what: 'a role from a secret that does not reach the job',
    exit: 1,
    variables: { 'INPUT_ROLE-TO-ASSUME': '' },
    files: { [JOB.workflowFile]: giving(`role-to-assume: ${expression('secrets.AWS_ROLE')}`) },
  },
  {
    id: 'role-input-empty',
    name: 'role-input-empty-called',
    what: 'a role from a secret, in a workflow whose caller passes no secrets on',
    exit: 1,
    variables: { 'INPUT_ROLE-TO-ASSUME': '' },
    files: {
      [JOB.workflowFile]: `name: ${JOB.workflow}
on: push
jobs:
  ship:
    uses: ./.github/workflows/called.yml
`,
      '.github/workflows/called.yml': giving(`role-to-assume: ${expression('secrets.AWS_ROLE')}`),
    },
  },
  {
    id: 'role-input-empty',
    name: 'role-input-empty-composite',
    what: 'a composite action that passes on an optional role, which is empty',
    exit: 0,
    variables: {
      'INPUT_ROLE-TO-ASSUME': '',
      GITHUB_ACTION_PATH: '/home/runner/work/octo-repo/octo-repo/./.github/actions/login',
    },
  },
  {
    id: 'ready',
    name: 'role-left-out',
    what: 'no role: the token and the issuer are checked, and that is all',
    exit: 0,
    variables: { 'INPUT_ROLE-TO-ASSUME': null },
  },
  {
    id: 'event-not-told-apart',
    what: 'a run for pull_request_target, with a role for the branch',
    exit: 0,
    variables: { GITHUB_EVENT_NAME: 'pull_request_target' },
    faults: { token: { claims: { event_name: 'pull_request_target' } } },
    files: {
      [JOB.workflowFile]: workflowText('id-token: write', 'aws-region: eu-west-1').replace(
        'push:\n    branches: [main]',
        'pull_request_target:',
      ),
    },
  },
  {
    id: 'partition-mismatch',
    what: 'a role of the China partition with a European region',
    exit: 1,
    variables: { ...REAL_AWS, 'INPUT_ROLE-TO-ASSUME': 'arn:aws-cn:iam::111122223333:role/deploy' },
  },
  {
    id: 'region-unknown',
    what: 'an availability zone in place of a region',
    exit: 1,
    variables: { ...REAL_AWS, 'INPUT_AWS-REGION': 'us-east-1a' },
  },
  {
    id: 'audience-unusual',
    what: 'an audience of its own, which the provider lists',
    exit: 0,
    variables: { INPUT_AUDIENCE: 'https://example.com/deploy' },
    setUp(street) {
      street.setProvider({ url: street.issuer, clientIds: ['https://example.com/deploy'] })
      const policy = JSON.stringify(street.trustPolicy())
      street.setTrustPolicy(
        JSON.parse(policy.replaceAll('sts.amazonaws.com', 'https://example.com/deploy')),
      )
    },
  },
  {
    id: 'ambient-credentials',
    what: 'a profile that the job already names',
    exit: 0,
    variables: { AWS_PROFILE: 'legacy' },
  },
]
