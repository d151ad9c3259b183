// The nouns of the project: plain data that every floor may speak of. Imports nothing but the secret's type.
import type { Secret } from './secret.js'

/** What was asked for, or how it failed: expected failures are values, a throw is a bug of ours. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Who was asked. `discovery` and `jwks` are both the issuer, which may serve them from two hosts. */
export type Peer = 'token-service' | 'discovery' | 'jwks' | 'sts'

/** How far a connection came before it failed. */
export type Phase = 'dns' | 'proxy' | 'connect' | 'tls' | 'response'

// ---------------------------------------------------------------- evidence

/** One bad input, in the words of action.yml. */
export interface InputProblem {
  input: string
  given: string
  want: string
  about:
    | 'value'
    | 'required'
    | 'contradiction'
    | 'role-arn'
    | 'partition'
    | 'region'
    | 'unsupported'
}

/** Evidence of something bad: data, without words and without secrets. Only causes speak English. */
export type Failure =
  | { kind: 'input'; problems: readonly InputProblem[] }
  | { kind: 'audience-unusual'; asked: string; usual: string }
  | { kind: 'ambient-credentials'; names: readonly string[] }
  | { kind: 'no-token-permission'; missing: readonly string[] }
  | { kind: 'token-file'; path: string; problem: TokenFileProblem; detail?: string }
  | { kind: 'token'; problem: TokenProblem; detail: string }
  | { kind: 'claim'; claim: string; problem: ClaimProblem; want: string; got: string }
  | { kind: 'clock'; skewSeconds: number; samples: readonly ClockSample[] }
  | ({ kind: 'network' } & NetworkFailure)
  | ({ kind: 'http' } & HttpFailure)
  | ({ kind: 'document' } & DocumentFailure)
  | { kind: 'issuer-url'; url: string; problem: IssuerUrlProblem }
  | { kind: 'address'; host: string; addresses: readonly string[] }
  | { kind: 'certificate'; host: string; daysLeft: number; validTo: string; issuedBy: string }
  | { kind: 'discovery-field'; url: string; fields: readonly DiscoveryField[] }
  | { kind: 'slow'; totalMs: number; discovery?: Timings; jwks?: Timings }
  | { kind: 'cache'; peer: 'discovery' | 'jwks'; url: string; freshness: Freshness; header: string }
  | {
      kind: 'key'
      problem: KeyProblem
      kid: string
      url: string
      kids: readonly string[]
      detail?: string
    }
  | {
      kind: 'aws'
      status: number
      code: string
      message: string
      requestId: string
      retryAfterSeconds?: number
      /** The `Date` header of the answer. */
      date?: string
    }
  | {
      kind: 'not-sts'
      status: number
      contentType: string
      server: string
      excerpt: string
      detail?: string
    }
  | ({ kind: 'trust-denial' } & TrustDenial)
  | { kind: 'trust-open'; openings: readonly TrustOpening[] }
  | { kind: 'trust-undecided'; source: string; unsettled: readonly TrustUnsettled[] }
  | { kind: 'trust-differs'; source: string; denial: TrustDenial }
  | {
      kind: 'trust-policy'
      /** The path, or empty text for a policy given inline. */
      path: string
      problem: TrustPolicyProblem
      detail: string
      line?: number
      column?: number
    }
  | { kind: 'account'; account: string; allowed: readonly string[] }
  | { kind: 'special-characters'; tries: number }
  | { kind: 'retried'; attempts: readonly Attempt[]; totalMs: number }
  | { kind: 'region-fallback'; region: string; used: string }
  | { kind: 'deadline'; seconds: number; running: readonly string[] }
  | { kind: 'file'; path: string; what: string; code: string }
  | { kind: 'profile-exists'; profile: string; path: string; line: number }
  | { kind: 'profile-odd'; profile: string; path: string; problem: ProfileProblem; line: number }
  | { kind: 'bug'; message: string }

export type FailureOf<K extends Failure['kind']> = Extract<Failure, { kind: K }>

/** Why a file of AWS profiles cannot be edited: its readers would not read it alike. */
export type ProfileProblem =
  | 'nul'
  | 'carriage-return'
  | 'header'
  | 'before-sections'
  | 'indented-header'
  | 'duplicate'
  | 'one-file'
  | 'value'

export type TokenFileProblem =
  | 'missing'
  | 'directory'
  | 'outside'
  | 'empty'
  | 'too-large'
  | 'unreadable'
export type TokenProblem =
  | 'not-a-jws'
  | 'encrypted'
  | 'header'
  | 'payload'
  | 'critical-header'
  | 'algorithm'
export type ClaimProblem =
  | 'missing'
  | 'empty'
  | 'timestamp'
  | 'expired'
  | 'not-yet-valid'
  | 'audience'
  | 'several-audiences'
  | 'tags'
  | 'expected'
export type IssuerUrlProblem =
  | 'unparsable'
  | 'scheme'
  | 'query'
  | 'fragment'
  | 'port'
  | 'user-info'
  | 'trailing-slash'
  | 'too-long'
export type FieldProblem = 'missing' | 'differs' | 'not-https' | 'wrong-type'

/** One field of a discovery document that is not as it has to be, both values as JSON. */
export interface DiscoveryField {
  field: string
  problem: FieldProblem
  want: string
  got: string
}

export type KeyProblem =
  | 'not-found'
  | 'signature'
  | 'kid-missing'
  | 'unusable'
  | 'duplicate'
  | 'too-many'
  | 'weak'
  | 'private'

export type TrustPolicyProblem =
  | 'missing'
  | 'directory'
  | 'outside'
  | 'link'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'not-json'
  | 'not-yaml'
  | 'not-a-policy'
  | 'permissions-policy'
  | 'no-role'
  | 'several-roles'
  | 'known-later'

export type TrustProblem =
  | 'subject-mismatch'
  | 'subject-environment'
  | 'subject-pull-request'
  | 'subject-immutable'
  | 'subject-case'
  | 'subject-customised'
  | 'wildcard-with-equals'
  | 'audience-mismatch'
  | 'provider-mismatch'
  | 'action-missing'
  | 'claim-not-a-key'
  | 'condition-mismatch'
  | 'denied'

/** Why a trust policy does not let a token in: the one best diagnosis, of the statement that comes nearest. */
export interface TrustDenial {
  problem: TrustProblem
  source: string
  /** As a person finds it: `statement 2 ("deploy")`. */
  statement: string
  /** The condition at fault, where it is one. */
  leaf?: TrustLeaf
  nearest?: Nearest
  /** What the policy has where it is no condition: the principals or the actions. */
  has: readonly string[]
  /** What it would have to have there. */
  needs: string
  /** Further conditions of the same statement that do not hold. */
  more: readonly TrustLeaf[]
  /** The least change that lets this token in. */
  suggestion?: TrustSuggestion
  /** Sources differ on whether STS offers the claim as a key. */
  disputed?: true
}

/** Of all patterns the one that fits longest; positions count from 0. */
export interface Nearest {
  wanted: string
  actual: string
  wantedAt: number
  actualAt: number
}

export interface TrustSuggestion {
  /** Lines that begin with a blank, `-` or `+`; empty where the statement is a new one. */
  diff: string
  /** The whole statement as JSON. */
  statement: string
}

export interface TrustOpening {
  statement: string
  who:
    | 'any-subject'
    | 'any-repository'
    | 'similar-owners'
    | 'organisation'
    | 'similar-repositories'
    | 'any-branch'
    | 'pull-requests'
    | 'any-audience'
    | 'for-all-values'
  /** A subject (or audience, or key) that gets in too. */
  example: string
}

export interface TrustUnsettled {
  statement: string
  what: 'condition' | 'principal' | 'action' | 'form'
  leaf?: TrustLeaf
  detail: string
}

export interface NetworkFailure {
  peer: Peer
  host: string
  phase: Phase
  /** Node's or OpenSSL's code, or `TIMEOUT` for a limit of our own. */
  code: string
  detail: string
  addresses: readonly string[]
  certificates: readonly Certificate[]
  timeoutMs?: number
  proxy?: string
}

export interface HttpFailure {
  peer: Peer
  url: string
  status: number
  headers: Headers
  excerpt: string
}

export interface DocumentFailure {
  peer: Peer
  url: string
  problem: 'not-json' | 'not-an-object' | 'no-keys' | 'too-large' | 'no-token'
  status: number
  contentType: string
  excerpt: string
}

/** One attempt that failed, and what was waited before the next one. */
export interface Attempt {
  cause: string
  said: string
  waitedMs: number
}

// ---------------------------------------------------------------- facts

/** Header names in lower case; repeated headers joined by a comma (RFC 9110, section 5.3). */
export type Headers = Readonly<Record<string, string>>

/** All in ms, from the start of the request; a phase that did not happen (a reused connection) is left out. */
export interface Timings {
  dnsMs?: number
  connectMs?: number
  tlsMs?: number
  firstByteMs?: number
  totalMs: number
}

export interface Certificate {
  subject: string
  issuer: string
  validFrom: string
  validTo: string
  names: readonly string[]
  /** SHA-1 of the DER, lower-case hex: the form in which IAM takes thumbprints. */
  sha1: string
  selfSigned: boolean
}

/** What was seen of one fetched document. */
export interface Observed {
  url: string
  status: number
  headers: Headers
  bytes: number
  timings: Timings
  addresses: readonly string[]
  certificates: readonly Certificate[]
  /** Host and port of the proxy that it came through: `addresses` are then not the peer's own. */
  proxy?: string
  /** Local clock when the answer's headers came, ms since the epoch. */
  receivedAt: number
}

/** RFC 9111 freshness, and AWS's own rule beside it. */
export interface Freshness {
  /** May a shared cache store it at all (RFC 9111, section 3)? */
  storable: boolean
  /** Freshness left on arrival, in seconds (RFC 9111, section 4.2). */
  lifetimeSeconds: number
  /** The directive that keeps STS from caching it, as it stands in the header; none: STS may cache. */
  prevents?: string
}

export interface Fetched<T> {
  url: string
  observed?: Observed
  freshness?: Freshness
  result: Result<T>
}

export interface Jwk {
  readonly [member: string]: unknown
}

export interface IssuerFacts {
  url: string
  discovery: Fetched<Readonly<Record<string, unknown>>>
  jwks?: Fetched<readonly Jwk[]>
  /** Discovery and JWKS one after the other, as STS fetches them, in ms. */
  totalMs: number
  /** The JWKS fetched once more past caches, because the token's key was not in the first. */
  refetched?: Fetched<readonly Jwk[]>
}

export interface TokenFacts {
  source: 'runner' | 'file'
  header: Readonly<Record<string, unknown>>
  claims: Readonly<Record<string, unknown>>
  issuer: string
  subject: string
  audiences: readonly string[]
}

export interface Token {
  secret: Secret
  facts: TokenFacts
}

export type SignatureVerdict = 'valid' | 'invalid' | 'no-key' | 'not-checked'

export interface ClockSample {
  peer: Peer
  /** The peer's clock minus ours, in seconds. */
  skewSeconds: number
}

export interface SessionFacts {
  arn: string
  account: string
  /** ISO 8601. */
  expiration: string
  provider: string
  audience: string
  subject: string
  region: string
  requestId: string
}

export interface Credentials {
  accessKeyId: Secret
  secretAccessKey: Secret
  sessionToken: Secret
}

export interface Session {
  credentials: Credentials
  facts: SessionFacts
}

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
  workspace: string
  selfHosted: boolean
  actionRepository: string
  actionRef: string
  /** Names of AWS settings that the job already holds (AWS_PROFILE, AWS_ROLE_ARN, keys …). */
  ambient: readonly string[]
}

export interface RoleArn {
  text: string
  partition: string
  account: string
  /** Path and name, without the leading `role/`. */
  name: string
}

/** Of something that only AWS may know: decided one way or the other, or not. */
export type Verdict = boolean | 'undecided'

/** One condition of a trust policy against this sign-in. */
export interface TrustLeaf {
  operator: string
  key: string
  wanted: readonly string[]
  /** Left out where the key is not there, or not known here. */
  actual?: readonly string[]
  /** How much is known of the key; `unresolved`: a value of the policy is known after the deployment only. */
  state: 'present' | 'absent' | 'not-offered' | 'disputed' | 'unknown' | 'unresolved'
  holds: Verdict
}

export interface TrustStatement {
  /** Counted from 0. */
  index: number
  sid?: string
  effect: string
  /** Whether all of it fits this sign-in: principal, action and every condition. */
  matched: Verdict
  principal: Verdict
  action: Verdict
  leaves: readonly TrustLeaf[]
  /** Why IAM would not take the statement as it is. */
  flaws: readonly string[]
}

/** The trust policy that was given, evaluated against this very token. */
export interface TrustFacts {
  /** Where the policy came from. */
  source: string
  allowed: Verdict
  statements: readonly TrustStatement[]
  /** What is wrong with it, as evidence. */
  found: readonly Failure[]
}

export type Severity = 'error' | 'warning' | 'notice'
export type Certainty = 'certain' | 'likely'

/** The one proxy for token service, issuer and STS. */
export interface ProxySettings {
  /** May hold a user and a password. */
  url: Secret
  /** Host and port of it, to be shown. */
  host: string
  /** Where it comes from: `http-proxy`, or a variable of the environment. */
  source: string
  /** Hosts that are reached without it, as NO_PROXY has them. */
  noProxy: string
}

export interface ExpectedClaim {
  claim: string
  /** With `*` and `?`. */
  pattern: string
}

export interface Inputs {
  region: string
  partition: string
  role?: RoleArn
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
  maxAttempts: number
  /** How long refusals that IAM may take back in moments are tried again. */
  newRoleWaitSeconds: number
  stsEndpoint: string
  /** Another STS than AWS's, whose rules are its own. */
  customEndpoint: boolean
  /** `sts-endpoint`, or the variable that the endpoint comes from; empty: the region's own. */
  endpointSource: string
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
  reportFile: string
  summary: boolean
  cleanup: boolean
  /** Name of the profile to write; empty: none. */
  awsProfile: string
  overwriteAwsProfile: boolean
  /** The profile fetches sessions itself, in place of holding one. */
  renew: boolean
}

/** What the run has learnt so far. AWS gives one sentence for a dozen mistakes: only this tells them apart. */
export interface Known {
  run: RunContext
  inputs?: Inputs
  token?: TokenFacts
  issuer?: IssuerFacts
  signature: SignatureVerdict
  clocks: readonly ClockSample[]
  session?: SessionFacts
  /** Whose credentials the job already holds, where it was asked and they work. */
  existing?: { account: string; arn: string }
  /** Where STS is asked. */
  endpoint?: string
  trust?: TrustFacts
  /** Local clock, ms since the epoch. */
  now: number
}

// ---------------------------------------------------------------- the page

/** The part of the workflow file that a fix belongs to: a block, the step itself, or one of its inputs. */
export type Where = 'permissions' | 'environment' | 'step' | { input: string }

/** The line of the workflow file that a fix belongs to. */
export interface Place {
  file: string
  line: number
}

export interface Finding {
  id: string
  severity: Severity
  certainty: Certainty
  title: string
  why: string
  fix: readonly string[]
  /** URL of the cause's page. */
  docs: string
  evidence: readonly Failure[]
  where?: Where
  place?: Place
}

/** Start and end in ms since the run began. */
export interface Span {
  name: string
  start_ms: number
  end_ms: number
  detail?: string
}

export interface CheckResult {
  id: string
  title: string
  findings: readonly string[]
}

/** The whole run as data; annotations, summary, outputs and the report file are pure functions of it. */
export interface Report {
  ready: boolean
  failed: boolean
  findings: readonly Finding[]
  checks: readonly CheckResult[]
  timeline: readonly Span[]
  known: Known
}
