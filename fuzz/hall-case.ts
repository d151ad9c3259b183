// One case of the whole hall as data that can be printed: what the runner gives, what the workspace holds, and what each peer answers.
import { KNOWN } from '../evidence/baseline.js'
import type { Failure } from '../src/model.js'
import type { Wires } from './wire.js'

type Texts = Readonly<Record<string, string>>

export interface Answer {
  status: number
  body: string
  headers: Texts
  /** In its place. */
  instead?: Failure
  /** In ms: comes so late; beyond the request's own limit, it does not. */
  afterMs?: number
}

/** `signed`: by the key that is published; else any text for a signature. */
export type TokenOfCase =
  | { header: string; claims: string; signature: { signed: true } | { text: string } }
  | { raw: string }

export type StsOfCase = { afterMs?: number } & (
  | { granted: true; facts?: Texts; headers?: Texts }
  /** One after the other, and the last of them from then on; `then`: a session after them. */
  | { refused: readonly Failure[]; then?: 'granted' }
)

export interface HallCase {
  inputs: Texts
  env: Texts
  /** The text of the event's file. */
  event: string
  /** Below the workspace. */
  files: Texts
  /** AWS's shared files. */
  profiles: { credentials?: string; config?: string }
  token: TokenOfCase
  /** In place of an answer with that token. */
  tokenAnswer?: Answer
  discovery: Answer
  /** The members of the key that signs are put for `"$key"`. */
  jwks: Answer
  sts: StsOfCase
  /** Whose the keys are that the job has already; absent: as `sts` says. */
  caller?: Texts
  /** Further headers of every answer. */
  headers: Texts
  /** The bytes of each peer, in place of all these answers. */
  wire?: Wires
}

const DISCOVERY = KNOWN.issuer?.discovery.result.ok ? KNOWN.issuer.discovery.result.value : {}
const answer = (body: unknown): Answer => ({ status: 200, body: JSON.stringify(body), headers: {} })
export const SIGNING_KEY = '$key'
/** In the bytes of a peer, and in a file: the token of the case. */
export const TOKEN = '$token'

export const GOOD: HallCase = {
  inputs: {
    'aws-region': 'eu-west-1',
    'role-to-assume': 'arn:aws:iam::111122223333:role/deploy',
  },
  env: {
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '456789',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '123456',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'octocat',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTION: '__aws-oidc-preflight_aws-oidc-preflight',
    GITHUB_ACTION_REPOSITORY: 'aws-oidc-preflight/aws-oidc-preflight',
    GITHUB_ACTION_REF: 'v1',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token-service.test/token?api-version=2.0',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token-hush-hush',
  },
  event: '{}',
  files: {},
  profiles: {},
  token: {
    header: JSON.stringify(KNOWN.token?.header),
    claims: JSON.stringify(KNOWN.token?.claims),
    signature: { signed: true },
  },
  discovery: answer(DISCOVERY),
  jwks: answer({ keys: [SIGNING_KEY] }),
  sts: { granted: true },
  headers: {},
}

/** The good case with members laid over it; inputs, variables and files one by one. */
export function caseWith(change: Partial<HallCase>): HallCase {
  return {
    ...GOOD,
    ...change,
    inputs: { ...GOOD.inputs, ...change.inputs },
    env: { ...GOOD.env, ...change.env },
    files: { ...GOOD.files, ...change.files },
  }
}

export const DENIED: Failure = {
  kind: 'aws',
  status: 403,
  code: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  requestId: 'request-1',
}
