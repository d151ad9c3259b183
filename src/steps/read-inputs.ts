// All inputs read and judged together, before anything touches the network: one failure lists every bad one.

import { SESSION_SECONDS } from '../aws/limits.js'
import { nearestRegion, partitionOf, usualAudience } from '../aws/regions.js'
import { isSessionName } from '../aws/role-arn.js'
import { UNSUPPORTED_INPUTS } from '../model/input.js'
import type { InputProblem, Inputs, Outlets, Result, WholeRange } from '../model.js'
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
import { readPartition, readRole, roleState } from './read-role.js'
import { hasRoles, readRoles } from './read-roles.js'

/** The inputs, or one `input` failure with all problems. Reads nothing but inputs and environment. */
export function readInputs(runner: Runner): Result<Inputs> {
  const read = new InputReader(runner)
  for (const input of UNSUPPORTED_INPUTS) {
    if (read.text(input) !== '') read.bad(input, { form: 'unsupported', input }, { withheld: true })
  }
  maskAccounts(read, runner)
  const endpoint = readEndpoint(read, runner)
  const { stsEndpoint, customEndpoint } = endpoint
  const region = readRegion(read, runner, customEndpoint)
  const state = roleState(runner)
  const role = readRole(read, state, customEndpoint, region)
  const partition = readPartition(read, region, role, customEndpoint)
  const roles = readRoles(read, runner, { region, partition, custom: customEndpoint })
  const proxy = readProxy(read, runner)
  const inputs: Inputs = {
    region,
    partition,
    ...(role ? { role } : {}),
    roles,
    audience: read.text('audience', usualAudience(partition)),
    usualAudience: usualAudience(partition),
    ...(proxy ? { proxy } : {}),
    roleSessionName: readSessionName(read),
    roleDurationSeconds: read.whole(
      'role-duration-seconds',
      3600,
      seconds(SESSION_SECONDS.least, SESSION_SECONDS.most),
    ),
    inlineSessionPolicy: readPolicy(read),
    managedSessionPolicies: readPolicyArns(read),
    webIdentityTokenFile: read.text('web-identity-token-file'),
    allowedAccountIds: readAccounts(read),
    maskAwsAccountId: read.boolean('mask-aws-account-id', false),
    ...readProfile(read, state, hasRoles(runner)),
    outputCredentials: read.boolean('output-credentials', false),
    ...readAttempts(read),
    useExistingCredentials: read.boolean('use-existing-credentials', false),
    unsetCurrentCredentials: read.boolean('unset-current-credentials', false),
    specialCharactersWorkaround: read.boolean('special-characters-workaround', false),
    newRoleWaitSeconds: read.whole('new-role-wait-s', 0, seconds(0, 600)),
    ...endpoint,
    actionTimeoutSeconds: read.whole('action-timeout-s', 300, seconds(0, 86_400)),
    issuer: read.url('issuer', false),
    fallbackRegions: readFallbacks(read, partition, stsEndpoint !== ''),
    expectedClaims: readExpectedClaims(read),
    trustPolicy: read.text('trust-policy'),
    trustPolicyParameters: readParametersPath(read),
    failOn: read.oneOf('fail-on', 'error', ['error', 'warning', 'never']),
    reportFile: readReportFile(read, runner),
    summary: read.boolean('summary', true),
    cleanup: read.boolean('cleanup', true),
  }
  return resultOf(read.problems, inputs)
}

function seconds(least: number, most: number): WholeRange {
  return { least, most, unit: 'seconds' }
}

/** Before anything is said of the inputs: a bad one is shown with its value. */
function maskAccounts(read: InputReader, runner: Runner): void {
  if (!/^true$/i.test(read.text('mask-aws-account-id'))) return
  for (const input of [
    'role-to-assume',
    'roles',
    'allowed-account-ids',
    'managed-session-policies',
  ])
    for (const [account] of read.text(input).matchAll(/\d{12}/g)) runner.mask(account)
}

function resultOf(problems: readonly InputProblem[], inputs: Inputs): Result<Inputs> {
  if (problems.length > 0) return { ok: false, failure: { kind: 'input', problems } }
  return { ok: true, value: inputs }
}

/** Where the report goes also when other inputs are wrong. */
export function readOutlets(runner: Runner): Outlets {
  const read = new InputReader(runner)
  return {
    reportFile: readReportFile(read, runner),
    summary: read.boolean('summary', true),
    several: hasRoles(runner),
  }
}

function readReportFile(read: InputReader, runner: Runner): string {
  return read.text('report-file', `${runner.env('RUNNER_TEMP') ?? '.'}/aws-oidc-preflight.json`)
}

function readRegion(read: InputReader, runner: Runner, custom: boolean): string {
  const region =
    read.text('aws-region') || runner.env('AWS_REGION') || runner.env('AWS_DEFAULT_REGION') || ''
  if (!/^[a-z0-9-]+$/i.test(region)) read.bad('aws-region', { form: 'region' }, region)
  else if (!custom && !partitionOf(region))
    read.bad('aws-region', { form: 'listed-region', nearest: nearestRegion(region) }, region)
  return region
}

/** Of no use alone, so it was meant for a policy that is missing. */
function readParametersPath(read: InputReader): string {
  const path = read.text('trust-policy-parameters')
  if (path !== '' && read.text('trust-policy') === '')
    read.bad('trust-policy-parameters', { form: 'policy-of-parameters' })
  return path
}

function readSessionName(read: InputReader): string {
  const name = read.text('role-session-name', 'GitHubActions')
  if (!isSessionName(name)) read.bad('role-session-name', { form: 'session-name' })
  return name
}

/** The cap on attempts, where one was given: `disable-retry` leaves one. */
function readAttempts(read: InputReader): Pick<Inputs, 'maxAttempts'> {
  const most = read.whole('retry-max-attempts', 0, { least: 1, most: 100 })
  if (read.boolean('disable-retry', false)) return { maxAttempts: 1 }
  return most === 0 ? {} : { maxAttempts: most }
}
