// What a run was asked to do, where it runs, and what it has learnt so far.

import type {
  IssuerFacts,
  SessionFacts,
  SignatureVerdict,
  TokenFacts,
  TrustFacts,
} from './facts.js'
import type { ProxyVariable } from './input.js'
import type { ClockSample } from './observed.js'
import type { AmbientSetting } from './problem.js'
import type { Secret } from './secret.js'
import type { Severity } from './severity.js'
import type { WorkflowFacts } from './workflow.js'

/** What the runner says about this run; none of it secret. Empty text where the runner says nothing. */
export interface RunContext {
  onRunner: boolean
  /** `act`, `forgejo`, `gitea`: another program that plays the runner. */
  standIn: string
  event: string
  actor: string
  pullRequestAuthor: string
  fork: boolean
  serverUrl: string
  repository: string
  repositoryId: string
  owner: string
  ownerId: string
  ref: string
  workflowRef: string
  job: string
  /** The step's `id`, or the name that the runner gives a step without one (GITHUB_ACTION); in a composite action that of the step which uses it. */
  step: string
  /** The folder of the composite action that the step is in (GITHUB_ACTION_PATH). */
  compositePath: string
  workspace: string
  selfHosted: boolean
  /** Its shell is PowerShell. */
  windows: boolean
  actionRepository: string
  actionRef: string
  /** AWS settings that the job already holds. */
  ambient: readonly AmbientSetting[]
}

export interface RoleArn {
  text: string
  partition: string
  account: string
  /** Path and name, without the leading `role/`. */
  name: string
}

/** One line of `roles`. */
export interface NamedRole {
  /** Its profile, and its name in every report. */
  name: string
  role: RoleArn
  /** The line's own, else that of the step. */
  region: string
  /** Of this role, as a path or as text; empty where none was given. */
  trustPolicy: string
}

/** What a line of `roles` begins and ends with. */
export interface RoleLine {
  name: string
  /** Behind `@`, where that is not the region of the step. */
  region?: string
}

/** The one proxy for token service, issuer and STS. */
export interface ProxySettings {
  /** May hold a user and a password. */
  url: Secret
  /** Host and port of it, to be shown. */
  host: string
  /** The input or the variable that it comes from. */
  source: 'http-proxy' | ProxyVariable
  /** Hosts that are reached without it, as NO_PROXY has them. */
  noProxy: string
}

export interface ExpectedClaim {
  claim: string
  /** With `*` and `?`. */
  pattern: string
}

/** `sts-endpoint`, or the variable that the endpoint comes from; empty: the region's own. */
export type EndpointSource = 'sts-endpoint' | 'AWS_ENDPOINT_URL_STS' | 'AWS_ENDPOINT_URL' | ''

export interface Inputs {
  region: string
  partition: string
  role?: RoleArn
  /** The line of `roles` that this is the sign-in to; absent: it is to `role-to-assume`, or to all of them. */
  lineOfRoles?: RoleLine
  /** Several roles in place of that one; empty where `roles` is not given. */
  roles: readonly NamedRole[]
  audience: string
  usualAudience: string
  proxy?: ProxySettings
  useExistingCredentials: boolean
  unsetCurrentCredentials: boolean
  specialCharactersWorkaround: boolean
  roleSessionName: string
  roleDurationSeconds: number
  inlineSessionPolicy: string
  managedSessionPolicies: readonly string[]
  webIdentityTokenFile: string
  allowedAccountIds: readonly string[]
  maskAwsAccountId: boolean
  outputEnvCredentials: boolean
  outputCredentials: boolean
  /** Absent: time is the bound. */
  maxAttempts?: number
  /** How long refusals that IAM may take back in moments are tried again. */
  newRoleWaitSeconds: number
  stsEndpoint: string
  /** Another STS than AWS's, whose rules are its own. */
  customEndpoint: boolean
  endpointSource: EndpointSource
  /** As the SDK's own variables have it. */
  fips: boolean
  dualStack: boolean
  actionTimeoutSeconds: number
  issuer: string
  failOn: Severity | 'never'
  /** Tried in this order where the region's own endpoint is down or not enabled. */
  fallbackRegions: readonly string[]
  expectedClaims: readonly ExpectedClaim[]
  /** A trust policy as text, or the path of one in the workspace; empty where none was given. */
  trustPolicy: string
  /** The path of a file with the parameters of that template; empty where none was given. */
  trustPolicyParameters: string
  reportFile: string
  summary: boolean
  cleanup: boolean
  /** Name of the profile to write; empty: none. */
  awsProfile: string
  overwriteAwsProfile: boolean
  /** The profile fetches sessions itself, in place of holding one. */
  renew: boolean
}

/** Where the report goes, as far as the inputs say it. */
export interface Outlets {
  reportFile: string
  summary: boolean
  /** The step has `roles`, whatever is in it. */
  several: boolean
}

/** What the run has learnt so far. AWS gives one sentence for a dozen mistakes: only this tells them apart. */
export interface Known {
  run: RunContext
  inputs?: Inputs
  /** In place of the inputs, where they are wrong. */
  outlets?: Outlets
  token?: TokenFacts
  issuer?: IssuerFacts
  signature: SignatureVerdict
  clocks: readonly ClockSample[]
  session?: SessionFacts
  /** STS has accepted this very token in the sign-in to one of `roles`. */
  acceptedElsewhere?: true
  /** Whose credentials the job already holds, where it was asked and they work. */
  existing?: { account: string; arn: string }
  /** Where STS is asked. */
  endpoint?: string
  trust?: TrustFacts
  /** Read only where something was found. */
  workflow?: WorkflowFacts
  /** Local clock, ms since the epoch. */
  now: number
}
