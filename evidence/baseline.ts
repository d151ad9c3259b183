// A run in which all is well: the baseline that evidence and tests change one thing of.
import type { Inputs, Known, Report, RunContext } from '../src/model.js'
import { signInChain } from '../src/run/chain.js'

export const RUN: RunContext = {
  onRunner: true,
  standIn: '',
  event: 'push',
  actor: 'octocat',
  pullRequestAuthor: '',
  fork: false,
  serverUrl: 'https://github.com',
  repository: 'octo-org/octo-repo',
  repositoryId: '456789',
  owner: 'octo-org',
  ownerId: '123456',
  ref: 'refs/heads/main',
  workflowRef: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
  job: 'deploy',
  step: '__aws-oidc-preflight_aws-oidc-preflight',
  compositePath: '',
  workspace: '/workspace',
  selfHosted: false,
  windows: false,
  actionRepository: 'aws-oidc-preflight/aws-oidc-preflight',
  actionRef: 'v1',
  ambient: [],
}

const ISSUER = 'https://token.actions.githubusercontent.com'
/** 2026-09-11T10:00:00Z in seconds. */
export const NOW = 1_789_120_800

const seen = (path: string, cacheControl = 'public, max-age=3600') => ({
  url: `${ISSUER}${path}`,
  status: 200,
  headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
  bytes: 1200,
  timings: { dnsMs: 4, connectMs: 9, tlsMs: 18, firstByteMs: 22, totalMs: 55 },
  addresses: ['140.82.112.22'],
  certificates: [],
  receivedAt: NOW * 1000,
})

const DISCOVERY = {
  issuer: ISSUER,
  jwks_uri: `${ISSUER}/.well-known/jwks`,
  subject_types_supported: ['public', 'pairwise'],
  response_types_supported: ['id_token'],
  claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid'],
}

/** The inputs where nothing but a region is given. */
export const STANDARD: Inputs = {
  region: 'eu-west-1',
  partition: 'aws',
  roles: [],
  audience: 'sts.amazonaws.com',
  usualAudience: 'sts.amazonaws.com',
  roleSessionName: 'GitHubActions',
  roleDurationSeconds: 3600,
  inlineSessionPolicy: '',
  managedSessionPolicies: [],
  webIdentityTokenFile: '',
  allowedAccountIds: [],
  maskAwsAccountId: false,
  outputEnvCredentials: true,
  outputCredentials: false,
  newRoleWaitSeconds: 0,
  stsEndpoint: '',
  customEndpoint: false,
  endpointSource: '',
  fips: false,
  dualStack: false,
  useExistingCredentials: false,
  unsetCurrentCredentials: false,
  specialCharactersWorkaround: false,
  actionTimeoutSeconds: 300,
  issuer: '',
  failOn: 'error',
  fallbackRegions: [],
  expectedClaims: [],
  trustPolicy: '',
  trustPolicyParameters: '',
  reportFile: '/tmp/aws-oidc-preflight.json',
  summary: true,
  cleanup: true,
  awsProfile: '',
  overwriteAwsProfile: false,
  renew: false,
}

export const KNOWN: Known = {
  run: RUN,
  inputs: {
    ...STANDARD,
    role: {
      text: 'arn:aws:iam::111122223333:role/deploy',
      partition: 'aws',
      account: '111122223333',
      name: 'deploy',
    },
    reportFile: '/tmp/report.json',
  },
  token: {
    source: 'runner',
    header: { alg: 'RS256', kid: 'key-1', typ: 'JWT' },
    claims: {
      iss: ISSUER,
      aud: 'sts.amazonaws.com',
      sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      iat: NOW,
      nbf: NOW - 300,
      exp: NOW + 300,
      repository: 'octo-org/octo-repo',
      repository_id: '456789',
      repository_owner: 'octo-org',
      repository_owner_id: '123456',
      ref: 'refs/heads/main',
      ref_type: 'branch',
      event_name: 'push',
      actor: 'octocat',
      workflow_ref: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
      job_workflow_ref: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
      runner_environment: 'github-hosted',
    },
    issuer: ISSUER,
    subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    audiences: ['sts.amazonaws.com'],
  },
  issuer: {
    url: ISSUER,
    totalMs: 110,
    discovery: {
      url: `${ISSUER}/.well-known/openid-configuration`,
      observed: seen('/.well-known/openid-configuration'),
      freshness: { storable: true, lifetimeSeconds: 3600 },
      result: { ok: true, value: DISCOVERY },
    },
    jwks: {
      url: `${ISSUER}/.well-known/jwks`,
      observed: seen('/.well-known/jwks'),
      freshness: { storable: true, lifetimeSeconds: 3600 },
      result: {
        ok: true,
        value: [
          {
            kty: 'RSA',
            kid: 'key-1',
            alg: 'RS256',
            use: 'sig',
            n: `s${'X'.repeat(341)}`,
            e: 'AQAB',
          },
        ],
      },
    },
  },
  signature: 'valid',
  clocks: [],
  now: NOW * 1000,
}

/** The baseline with members replaced: objects are merged, all else (arrays too) is replaced; null removes. */
export function knownWith(change: unknown = {}): Known {
  return merge(KNOWN, change) as Known
}

/** The report of the baseline, but for what is changed. */
export const reportWith = (change: Partial<Report> = {}): Report => {
  const seen = { findings: [], timeline: [], known: KNOWN, roles: [], ...change }
  return { ready: true, failed: false, chain: signInChain(seen), checks: [], ...seen }
}

/** The baseline with members of its token's claims or header as they are given, null and undefined included. */
export function knownWithToken(change: {
  claims?: Readonly<Record<string, unknown>>
  header?: Readonly<Record<string, unknown>>
}): Known {
  const { token } = KNOWN
  if (!token) throw new Error('the baseline has a token')
  const claims = { ...token.claims, ...change.claims }
  return { ...KNOWN, token: { ...token, claims, header: { ...token.header, ...change.header } } }
}

/** `base` with members replaced, as `knownWith` does it. */
export function merge(base: unknown, change: unknown): unknown {
  if (!isPlain(base) || !isPlain(change)) return change
  const merged: Record<string, unknown> = { ...base }
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete merged[name]
    else merged[name] = name in merged ? merge(merged[name], value) : value
  }
  return merged
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
