// The inputs: every standard, what good values become, and how each bad one is told.
import { describe, expect, test } from '@jest/globals'
import { STANDARD } from '../../evidence/baseline.js'
import type { InputProblem, Inputs, InputWant } from '../../src/model.js'
import { readInputs } from '../../src/steps/read-inputs.js'
import { FakeRunner } from '../fake-runner.js'

type Given = Readonly<Record<string, string>>

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const policy = (n: number): string => `arn:aws:iam::aws:policy/Number${n}`

function read(inputs: Given, env: Given = {}) {
  return readInputs(new FakeRunner({ inputs: { 'aws-region': 'eu-west-1', ...inputs }, env }))
}

function inputsOf(inputs: Given, env: Given = {}): Inputs {
  const result = read(inputs, env)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

function problemsOf(inputs: Given, env: Given = {}): readonly InputProblem[] {
  const result = read(inputs, env)
  if (result.ok || result.failure.kind !== 'input') throw new Error('nothing was wrong')
  return result.failure.problems
}

test('nothing but a region: every standard', () => {
  expect(inputsOf({}, { RUNNER_TEMP: '/tmp' })).toEqual(STANDARD)
})

describe('good values', () => {
  test.each<[Given, Partial<Inputs>]>([
    [{ 'aws-region': 'us-gov-west-1' }, { region: 'us-gov-west-1', partition: 'aws-us-gov' }],
    [{ 'aws-region': 'us-east-9' }, { region: 'us-east-9', partition: 'aws' }],
    [{ 'aws-region': 'cn-north-1' }, { audience: 'sts.amazonaws.com.cn' }],
    [{ audience: 'other' }, { audience: 'other', usualAudience: 'sts.amazonaws.com' }],
    [{ 'role-session-name': 'a@b' }, { roleSessionName: 'a@b' }],
    [{ 'role-duration-seconds': '900' }, { roleDurationSeconds: 900 }],
    [{ 'role-duration-seconds': '43200' }, { roleDurationSeconds: 43_200 }],
    [{ 'inline-session-policy': '{"a":1}' }, { inlineSessionPolicy: '{"a":1}' }],
    [
      { 'managed-session-policies': `${policy(1)}\n ${policy(2)} \n` },
      { managedSessionPolicies: [policy(1), policy(2)] },
    ],
    [{ 'web-identity-token-file': 'a/token' }, { webIdentityTokenFile: 'a/token' }],
    [
      { 'allowed-account-ids': '111122223333, 444455556666' },
      { allowedAccountIds: ['111122223333', '444455556666'] },
    ],
    [{ 'mask-aws-account-id': 'true' }, { maskAwsAccountId: true }],
    [{ 'output-env-credentials': 'false' }, { outputEnvCredentials: false }],
    [{ 'output-credentials': 'true' }, { outputCredentials: true }],
    [{ 'retry-max-attempts': '3' }, { maxAttempts: 3 }],
    [{ 'retry-max-attempts': '3', 'disable-retry': 'true' }, { maxAttempts: 1 }],
    [
      { 'sts-endpoint': 'http://localhost:9000' },
      { stsEndpoint: 'http://localhost:9000', customEndpoint: true },
    ],
    [{ 'action-timeout-s': '0' }, { actionTimeoutSeconds: 0 }],
    [{ issuer: 'https://x.auth0.com/' }, { issuer: 'https://x.auth0.com/' }],
    [
      { 'fallback-regions': 'eu-west-2, eu-west-3' },
      { fallbackRegions: ['eu-west-2', 'eu-west-3'] },
    ],
    [
      { 'expected-claims': 'event_name: push\nref: "refs/heads/*"' },
      {
        expectedClaims: [
          { claim: 'event_name', pattern: 'push' },
          { claim: 'ref', pattern: 'refs/heads/*' },
        ],
      },
    ],
    // Not a guard: a job whose variables are empty signs in without them.
    [{ 'fallback-regions': ',' }, { fallbackRegions: [] }],
    [{ 'fail-on': 'never' }, { failOn: 'never' }],
    [{ 'new-role-wait-s': '30' }, { newRoleWaitSeconds: 30 }],
    [{ 'use-existing-credentials': 'True' }, { useExistingCredentials: true }],
    [{ 'unset-current-credentials': 'true' }, { unsetCurrentCredentials: true }],
    [{ 'special-characters-workaround': 'TRUE' }, { specialCharactersWorkaround: true }],
    [
      { 'sts-endpoint': 'https://vpce-1.sts.eu-west-1.vpce.amazonaws.com' },
      { customEndpoint: false, endpointSource: 'sts-endpoint' },
    ],
    [{ 'report-file': 'r.json' }, { reportFile: 'r.json' }],
    [{ summary: 'false' }, { summary: false }],
    [{ cleanup: 'false' }, { cleanup: false }],
  ])('%j', (given, expected) => {
    expect(inputsOf(given)).toMatchObject(expected)
  })

  test('a role is taken apart', () => {
    expect(inputsOf({ 'role-to-assume': ROLE }).role).toEqual({
      text: ROLE,
      partition: 'aws',
      account: '111122223333',
      name: 'deploy',
    })
  })

  test.each([
    [{ AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-2'],
    [{ AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-3'],
  ])('the region from %j', (env, region) => {
    expect(inputsOf({ 'aws-region': '' }, env).region).toBe(region)
  })

  test('an STS of its own: region and ARN as they are, whatever their partition', () => {
    const given = {
      'aws-region': 'anywhere',
      'role-to-assume': 'arn:minio:iam:::role/x',
      'sts-endpoint': 'https://minio.example.com',
    }
    expect(inputsOf(given)).toMatchObject({ region: 'anywhere', partition: 'minio' })
    const cn = {
      ...given,
      'aws-region': 'eu-west-1',
      'role-to-assume': ROLE.replace('aws', 'aws-cn'),
    }
    expect(inputsOf(cn).partition).toBe('aws')
  })
})

describe('bad values', () => {
  const seconds = (least: number, most: number): InputWant => ({
    form: 'whole',
    least,
    most,
    unit: 'seconds',
  })
  test.each<[string, string, InputWant]>([
    ['aws-region', 'eu west 1', { form: 'region' }],
    ['aws-region', '"eu-west-1"', { form: 'region' }],
    ['aws-region', 'us-east-1a', { form: 'listed-region', nearest: 'us-east-1' }],
    ['aws-region', 'mars-central-1', { form: 'listed-region', nearest: 'ca-central-1' }],
    ['role-to-assume', 'deploy', { form: 'role-arn', partition: 'aws', slip: 'bare-name' }],
    [
      'role-to-assume',
      ROLE.replace('aws', 'aws-cn'),
      { form: 'same-partition', partition: 'aws', region: 'eu-west-1', rolePartition: 'aws-cn' },
    ],
    ['role-session-name', 'a', { form: 'session-name' }],
    ['role-session-name', 'a/b', { form: 'session-name' }],
    ['role-session-name', 'x'.repeat(65), { form: 'session-name' }],
    ['role-duration-seconds', '899', seconds(900, 43_200)],
    ['role-duration-seconds', '43201', seconds(900, 43_200)],
    ['role-duration-seconds', '1h', seconds(900, 43_200)],
    ['inline-session-policy', '{', { form: 'session-policy' }],
    ['inline-session-policy', '[]', { form: 'session-policy' }],
    ['inline-session-policy', 'null', { form: 'session-policy' }],
    ['managed-session-policies', 'AdministratorAccess', { form: 'policy-arn' }],
    ['allowed-account-ids', '12345678901', { form: 'account-ids' }],
    // What `${{ vars.A }},${{ vars.B }}` comes to where neither is set.
    ['allowed-account-ids', ',', { form: 'account-ids' }],
    ['allowed-account-ids', ', ,\n,', { form: 'account-ids' }],
    ['managed-session-policies', ',', { form: 'policy-arn' }],
    ['expected-claims', ':', { form: 'claim-pattern' }],
    ['mask-aws-account-id', 'yes', { form: 'boolean' }],
    ['output-env-credentials', '1', { form: 'boolean' }],
    ['output-credentials', 'on', { form: 'boolean' }],
    ['disable-retry', 'no', { form: 'boolean' }],
    ['retry-max-attempts', '0', { form: 'whole', least: 1, most: 100 }],
    ['retry-max-attempts', '101', { form: 'whole', least: 1, most: 100 }],
    ['sts-endpoint', 'http://example.com', { form: 'https-or-loopback-url' }],
    ['action-timeout-s', '-1', seconds(0, 86_400)],
    ['issuer', 'http://localhost', { form: 'https-url' }],
    ['issuer', 'token.actions.githubusercontent.com', { form: 'url' }],
    ['fallback-regions', 'cn-north-1', { form: 'region-of-partition', partition: 'aws' }],
    ['expected-claims', 'event_name=push', { form: 'claim-pattern' }],
    ['new-role-wait-s', '601', seconds(0, 600)],
    ['new-role-wait-s', '10 s', seconds(0, 600)],
    ['use-existing-credentials', 'yes', { form: 'boolean' }],
    ['unset-current-credentials', '1', { form: 'boolean' }],
    ['special-characters-workaround', 'on', { form: 'boolean' }],
    ['http-proxy', 'socks5://proxy.corp', { form: 'proxy' }],
    ['fail-on', 'notice', { form: 'one-of', values: ['error', 'warning', 'never'] }],
    ['summary', 'y', { form: 'boolean' }],
    ['cleanup', 'n', { form: 'boolean' }],
  ])('%s: %j', (input, given, want) => {
    expect(problemsOf({ [input]: given })).toEqual([{ input, given, want }])
  })

  test("the role's ARN is wanted in the region's partition", () => {
    const given = { 'aws-region': 'cn-north-1', 'role-to-assume': 'deploy' }
    const want = { form: 'role-arn', partition: 'aws-cn' }
    expect(problemsOf(given)).toMatchObject([{ want }])
  })

  test('no region at all', () => {
    expect(problemsOf({ 'aws-region': '' })).toMatchObject([
      { input: 'aws-region', given: '', want: { form: 'region' } },
    ])
  })

  test('more managed policies than AWS takes', () => {
    const lines = Array.from({ length: 11 }, (_, n) => policy(n)).join('\n')
    expect(problemsOf({ 'managed-session-policies': lines })).toMatchObject([
      { given: { lines: 11 }, want: { form: 'policy-arns', most: 10 } },
    ])
  })

  test('fallback regions beside an endpoint contradict each other', () => {
    const given = { 'sts-endpoint': 'https://sts.example.com', 'fallback-regions': 'eu-west-2' }
    expect(problemsOf(given)).toMatchObject([
      { input: 'fallback-regions', want: { form: 'no-fallback' } },
    ])
  })

  test('all at once', () => {
    const problems = problemsOf({
      'aws-region': 'auto',
      'role-to-assume': 'deploy',
      'role-session-name': '?',
      'fail-on': 'x',
      summary: 'x',
    })
    expect(problems.map(({ input }) => input)).toEqual([
      'aws-region',
      'role-to-assume',
      'role-session-name',
      'fail-on',
      'summary',
    ])
  })
})

describe('inputs of the key-based modes', () => {
  test.each([
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'role-chaining',
    'role-external-id',
    'role-skip-session-tagging',
    'transitive-tag-keys',
    'custom-tags',
    'force-skip-oidc',
  ])('%s is refused, and its value is not shown', (input) => {
    const [problem, ...rest] = problemsOf({ [input]: 'wJalrXUtnFEMI' })
    expect(problem).toEqual({
      input,
      given: { withheld: true },
      want: { form: 'unsupported', input },
    })
    expect(rest).toEqual([])
  })

  test('empty ones are as good as none', () => {
    expect(inputsOf({ 'aws-access-key-id': '' }).region).toBe('eu-west-1')
  })
})
