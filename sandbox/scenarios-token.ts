// Scenarios of the runner's token (section 2 of the catalogue).
import { JOB, workflowText } from './job.js'
import type { Scenario, Variables } from './scenario.js'
import type { Street } from './street.js'

const NO_TOKEN: Variables = {
  ACTIONS_ID_TOKEN_REQUEST_URL: null,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: null,
}

const FORK = {
  action: 'opened',
  pull_request: {
    number: 7,
    user: { login: 'a-contributor' },
    head: { ref: 'patch-1', repo: { full_name: 'a-contributor/octo-repo', fork: true } },
    base: { ref: 'main', repo: { full_name: JOB.repository } },
  },
}

const now = (): number => Math.floor(Date.now() / 1000)

/** A token whose header names an algorithm that its issuer would not sign with. */
function withHeader(street: Street, header: Record<string, unknown>): string {
  const [, payload, signature] = street.mint().split('.')
  return [Buffer.from(JSON.stringify(header)).toString('base64url'), payload, signature].join('.')
}

export const TOKEN_SCENARIOS: readonly Scenario[] = [
  {
    id: 'token-permission-missing',
    what: 'the job has no `id-token: write`',
    exit: 1,
    variables: NO_TOKEN,
    files: { [JOB.workflowFile]: workflowText('contents: read') },
  },
  {
    id: 'token-fork-pull-request',
    what: 'a pull request from a fork',
    exit: 1,
    variables: { ...NO_TOKEN, GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'a-contributor' },
    event: FORK,
  },
  {
    id: 'token-dependabot',
    what: 'a pull request of Dependabot',
    exit: 1,
    variables: { ...NO_TOKEN, GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
  },
  {
    id: 'token-not-on-runner',
    what: 'the action started outside a runner',
    exit: 1,
    variables: { ...NO_TOKEN, GITHUB_ACTIONS: null },
  },
  {
    id: 'token-service-unreachable',
    what: 'the token service refuses connections',
    exit: 1,
    faults: { down: { token: true } },
    variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
  },
  {
    id: 'token-service-denied',
    what: "a proxy's block page in place of the token service",
    exit: 1,
    faults: {
      token: {
        status: 403,
        headers: { 'content-type': 'text/html', server: 'BlockingProxy' },
        body: '<html><title>Access to this site is blocked</title></html>',
      },
    },
  },
  {
    id: 'token-service-throttled',
    what: 'the token service answers 429',
    exit: 1,
    faults: {
      token: { status: 429, headers: { 'retry-after': '1' }, body: '{"message":"slow down"}' },
    },
    variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
  },
  {
    id: 'token-service-error',
    what: 'the token service answers 500',
    exit: 1,
    faults: { token: { status: 500, body: '{"message":"internal error"}' } },
    variables: { 'INPUT_RETRY-MAX-ATTEMPTS': '2' },
  },
  {
    id: 'token-file-unreadable',
    what: 'a token file that is not there',
    exit: 1,
    variables: { 'INPUT_WEB-IDENTITY-TOKEN-FILE': 'tokens/aws.jwt' },
  },
  {
    id: 'token-malformed',
    what: 'an opaque access token in place of an ID token',
    exit: 1,
    faults: { token: { rawToken: '2YotnFZFEjr1zCsicMWpAA-opaque-access-token' } },
  },
  {
    id: 'token-claim-missing',
    what: 'a token without `iat`',
    exit: 1,
    faults: { token: { claims: { iat: null } } },
  },
  {
    id: 'token-timestamp-invalid',
    what: 'an `iat` with a fraction',
    exit: 1,
    faults: () => ({ token: { claims: { iat: now() - 10.5 } } }),
  },
  {
    id: 'token-expired',
    what: 'a token that ended twenty minutes ago',
    exit: 1,
    faults: () => ({
      token: { claims: { iat: now() - 1500, nbf: now() - 1500, exp: now() - 1200 } },
    }),
  },
  {
    id: 'token-not-yet-valid',
    what: 'a token that begins in an hour',
    exit: 1,
    faults: () => ({ token: { claims: { nbf: now() + 3600 } } }),
  },
  {
    id: 'clock-skew',
    what: 'a runner whose clock is two minutes behind',
    exit: 0,
    faults: { clock: { token: 120, issuer: 120, sts: 120 } },
  },
  {
    id: 'token-audience-mismatch',
    what: "GitHub's default audience in the token",
    exit: 1,
    faults: { token: { claims: { aud: 'https://github.com/octo-org' } } },
  },
  {
    id: 'token-algorithm-unsupported',
    what: 'a token signed with HS256',
    exit: 1,
    faults: (street) => ({
      token: { rawToken: withHeader(street, { alg: 'HS256', kid: 'RS256', typ: 'JWT' }) },
    }),
  },
  {
    id: 'token-tags-invalid',
    what: 'session tags in a form that STS does not take',
    exit: 1,
    faults: {
      token: { claims: { 'https://aws.amazon.com/tags': { principal_tags: 'Team=deploy' } } },
    },
  },
]
