// All inputs read and judged together, before anything touches the network: one failure lists every bad one.

import { nearestRegion, partitionOf, usualAudience } from '../aws/regions.js'
import type { Failure, InputProblem, Inputs, Outlets, Result, RoleArn } from '../model.js'
import { quote } from '../text.js'
import type { Runner } from '../world.js'
import {
  readAccounts,
  readExpectedClaims,
  readFallbacks,
  readPolicy,
  readPolicyArns,
} from './input-lists.js'
import { InputReader } from './input-values.js'
import { readEndpoint } from './read-endpoint.js'
import { readProfile } from './read-profile.js'
import { readProxy } from './read-proxy.js'
import { parseRoleArn, wantedRoleArn } from './role-arn.js'

/** Inputs of the key-based modes of aws-actions/configure-aws-credentials, and what to do instead. */
const NOT_SUPPORTED: Readonly<Record<string, string>> = {
  'aws-access-key-id': 'nothing: this action signs in by OIDC, without stored keys',
  'aws-secret-access-key': 'nothing: this action signs in by OIDC, without stored keys',
  'aws-session-token': 'nothing: this action signs in by OIDC, without stored keys',
  'role-chaining':
    'a second step that assumes the next role from these credentials (`aws sts assume-role`)',
  'role-external-id':
    "nothing: AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  'role-skip-session-tagging': 'nothing: this action sends no session tags',
  'transitive-tag-keys': 'nothing: with OIDC, session tags come from the token only',
  'custom-tags': 'nothing: with OIDC, session tags come from the token only',
  'force-skip-oidc':
    'no such input: a job that must not sign in by OIDC needs no step of this action',
}

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/

/** The inputs, or one `input` failure with all problems. Reads nothing but inputs and environment. */
export function readInputs(runner: Runner): Result<Inputs> {
  const read = new InputReader(runner)
  for (const [input, instead] of Object.entries(NOT_SUPPORTED)) {
    if (read.text(input) !== '') read.bad(input, instead, 'unsupported', 'given')
  }
  maskAccounts(read, runner)
  const endpoint = readEndpoint(read, runner)
  const { stsEndpoint, customEndpoint } = endpoint
  const region = readRegion(read, runner, customEndpoint)
  const role = readRole(read, customEndpoint, region)
  const partition = readPartition(read, region, role, customEndpoint)
  const proxy = readProxy(read, runner)
  const inputs: Inputs = {
    region,
    partition,
    ...(role ? { role } : {}),
    audience: read.text('audience', usualAudience(partition)),
    usualAudience: usualAudience(partition),
    ...(proxy ? { proxy } : {}),
    roleSessionName: readSessionName(read),
    roleDurationSeconds: read.whole('role-duration-seconds', 3600, 900, 43_200, ' of seconds'),
    inlineSessionPolicy: readPolicy(read),
    managedSessionPolicies: readPolicyArns(read),
    webIdentityTokenFile: read.text('web-identity-token-file'),
    allowedAccountIds: readAccounts(read),
    maskAwsAccountId: read.boolean('mask-aws-account-id', false),
    ...readProfile(read, role),
    outputCredentials: read.boolean('output-credentials', false),
    maxAttempts: readAttempts(read),
    useExistingCredentials: read.boolean('use-existing-credentials', false),
    unsetCurrentCredentials: read.boolean('unset-current-credentials', false),
    specialCharactersWorkaround: read.boolean('special-characters-workaround', false),
    newRoleWaitSeconds: read.whole('new-role-wait-s', 0, 0, 600, ' of seconds'),
    ...endpoint,
    actionTimeoutSeconds: read.whole('action-timeout-s', 300, 0, 86_400, ' of seconds'),
    issuer: read.url('issuer', false),
    fallbackRegions: readFallbacks(read, partition, stsEndpoint !== ''),
    expectedClaims: readExpectedClaims(read),
    trustPolicy: read.text('trust-policy'),
    failOn: read.oneOf('fail-on', 'error', ['error', 'warning', 'never']),
    reportFile: readReportFile(read, runner),
    summary: read.boolean('summary', true),
    cleanup: read.boolean('cleanup', true),
  }
  return resultOf(read.problems, inputs)
}

/** Before anything is said of the inputs: a bad one is shown with its value. */
function maskAccounts(read: InputReader, runner: Runner): void {
  if (!/^true$/i.test(read.text('mask-aws-account-id'))) return
  for (const input of ['role-to-assume', 'allowed-account-ids', 'managed-session-policies'])
    for (const [account] of read.text(input).matchAll(/\d{12}/g)) runner.mask(account)
}

function resultOf(problems: readonly InputProblem[], inputs: Inputs): Result<Inputs> {
  if (problems.length > 0) return { ok: false, failure: { kind: 'input', problems } }
  return { ok: true, value: inputs }
}

/** Inputs of another action have a cause of their own, beside what is wrong with ours. */
export function splitUnsupported(failure: Failure): Failure[] {
  if (failure.kind !== 'input') return [failure]
  const groups = [true, false].map((unsupported) =>
    failure.problems.filter(({ about }) => (about === 'unsupported') === unsupported),
  )
  return groups
    .filter((problems) => problems.length > 0)
    .map((problems) => ({ kind: 'input', problems }))
}

/** Where the report goes also when other inputs are wrong. */
export function readOutlets(runner: Runner): Outlets {
  const read = new InputReader(runner)
  return { reportFile: readReportFile(read, runner), summary: read.boolean('summary', true) }
}

function readReportFile(read: InputReader, runner: Runner): string {
  return read.text('report-file', `${runner.env('RUNNER_TEMP') ?? '.'}/aws-oidc-preflight.json`)
}

function readRegion(read: InputReader, runner: Runner, custom: boolean): string {
  const region =
    read.text('aws-region') || runner.env('AWS_REGION') || runner.env('AWS_DEFAULT_REGION') || ''
  const want = 'an AWS region such as `eu-west-1` (or set AWS_REGION in the job)'
  if (region === '') read.bad('aws-region', want, 'required')
  else if (!/^[a-z0-9-]+$/i.test(region)) read.bad('aws-region', want, 'value', region)
  else if (!custom && !partitionOf(region)) {
    read.bad(
      'aws-region',
      `a region of AWS; the nearest is ${quote(nearestRegion(region))}`,
      'region',
      region,
    )
  }
  return region
}

function readRole(read: InputReader, custom: boolean, region: string): RoleArn | undefined {
  const text = read.text('role-to-assume')
  if (text === '') return undefined
  const role = parseRoleArn(text, custom)
  if (!role) read.bad('role-to-assume', wantedRoleArn(text, partitionOf(region)?.id), 'role-arn')
  return role
}

/** The region's partition; a role of another partition is a problem, unless the STS is not AWS's. */
function readPartition(
  read: InputReader,
  region: string,
  role: RoleArn | undefined,
  custom: boolean,
): string {
  const partition = partitionOf(region)?.id
  if (custom || !role || !partition || partition === role.partition)
    return partition ?? role?.partition ?? 'aws'
  const want = `a role of the partition \`${partition}\`, which the region ${quote(region)} belongs to, or a region of \`${role.partition}\``
  read.bad('role-to-assume', want, 'partition')
  return partition
}

function readSessionName(read: InputReader): string {
  const name = read.text('role-session-name', 'GitHubActions')
  if (!SESSION_NAME.test(name))
    read.bad('role-session-name', '2 to 64 characters out of letters, digits and `_+=,.@-`')
  return name
}

/** The cap on attempts: `disable-retry` leaves one. */
function readAttempts(read: InputReader): number {
  const most = read.whole('retry-max-attempts', 12, 1, 100)
  return read.boolean('disable-retry', false) ? 1 : most
}
