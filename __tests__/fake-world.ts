// A world in memory: peers that answer what a test says and when it says so, a clock that only moves when it is told, every call on record.
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { KNOWN, NOW, RUN } from '../evidence/baseline.js'
import { ISSUER_LIMIT_MS } from '../src/aws/limits.js'
import { retryAfterSeconds } from '../src/edge/retry-after.js'
import { Secret } from '../src/model/secret.js'
import type { Failure, Headers, Inputs, Peer, ProxySettings, Result } from '../src/model.js'
import { type Run, startRun } from '../src/run/run.js'
import { RunLog } from '../src/run/run-log.js'
import type {
  CallerIdentity,
  CallerRequest,
  HttpAnswer,
  HttpRequest,
  StsAnswer,
  StsRequest,
  World,
} from '../src/world.js'
import { FakeFiles } from './fake-files.js'
import { FakeRunner, type FakeRunnerSetup } from './fake-runner.js'

/** Sleeps this long are limits: they end when a test lets time pass. All others are waits: they end at once, and move the clock. */
const isLimit = (ms: number): boolean => ms >= 90_000 || ms === ISSUER_LIMIT_MS

class FakeClock {
  /** ms since the epoch. */
  time = NOW * 1000
  readonly slept: number[] = []
  readonly #waiting: { until: number; wake: () => void }[] = []

  now = (): number => this.time
  monotonic = (): number => this.time

  sleep = async (ms: number): Promise<void> => {
    if (isLimit(ms)) {
      const until = this.time + ms
      await new Promise<void>((wake) => this.#waiting.push({ until, wake }))
      return
    }
    this.slept.push(ms)
    this.time += ms
  }

  pass(ms: number): void {
    this.time += ms
    for (const { until, wake } of this.#waiting) if (until <= this.time) wake()
  }
}

export const ISSUER = 'https://token.actions.githubusercontent.com'
export const REQUEST_TOKEN = 'request-token-hush'
const ROLE = 'arn:aws:iam::111122223333:role/deploy'

const keys = generateKeyPair('RS256')

export async function signed(claims: JWTPayload = {}, kid = 'key-1'): Promise<string> {
  const { privateKey } = await keys
  return new SignJWT({ ...(KNOWN.token?.claims as JWTPayload), ...claims })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .sign(privateKey)
}

export async function publicKeys(kid = 'key-1'): Promise<object> {
  const { publicKey } = await keys
  return { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] }
}

const DISCOVERY = KNOWN.issuer?.discovery.result.ok ? KNOWN.issuer.discovery.result.value : {}

/** What a peer answers: a body with a status, or a failure. `n` counts its requests from 1. */
export type Reply = { status?: number; body: unknown; headers?: Headers } | { failure: Failure }
export type Replies = (request: HttpRequest, n: number) => Reply | Promise<Reply>

export const CREDENTIALS = {
  accessKeyId: 'ASIAHUSH',
  secretAccessKey: 'secret-hush',
  sessionToken: 'session-hush',
}

export function granted({ region }: { region: string } = { region: 'eu-west-1' }): StsAnswer {
  const { accessKeyId, secretAccessKey, sessionToken } = CREDENTIALS
  return {
    session: {
      credentials: {
        accessKeyId: new Secret(accessKeyId),
        secretAccessKey: new Secret(secretAccessKey),
        sessionToken: new Secret(sessionToken),
      },
      facts: {
        arn: 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions',
        account: '111122223333',
        expiration: '2026-09-11T11:00:00.000Z',
        provider: `arn:aws:iam::111122223333:oidc-provider/${ISSUER.slice(8)}`,
        audience: 'sts.amazonaws.com',
        subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
        region,
        requestId: 'request-1',
      },
    },
    date: new Date(NOW * 1000).toUTCString(),
    receivedAt: NOW * 1000,
  }
}

export const refused = (code: string, message: string, status = 400): Failure => ({
  kind: 'aws',
  status,
  code,
  message,
  requestId: 'request-1',
})

export const DENIED = refused(
  'AccessDenied',
  'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  403,
)

export class FakeWorld implements World {
  readonly runner: FakeRunner
  readonly clock = new FakeClock()
  readonly files = new FakeFiles()
  readonly profiles = this.files.profiles
  readonly privateFiles = this.files.privateFiles
  /** Peers in the order in which they were asked; `preconnect` for the connection to STS. */
  readonly calls: string[] = []
  readonly requests: HttpRequest[] = []
  readonly signIns: StsRequest[] = []
  readonly replies: Partial<Record<Peer, Replies>> = {}
  onSignIn: (request: StsRequest, n: number) => Result<StsAnswer> | Promise<Result<StsAnswer>> = (
    request,
  ) => ({ ok: true, value: granted(request) })
  readonly callers: CallerRequest[] = []
  onCaller: (n: number) => Result<CallerIdentity> = () => ({
    ok: true,
    value: { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/build' },
  })
  dice = 0.5
  #ended = false
  readonly #gates = new Map<string, Promise<void>>()

  constructor(setup: FakeRunnerSetup = {}) {
    const inputs = { 'aws-region': 'eu-west-1', 'role-to-assume': ROLE, ...setup.inputs }
    const env = { ...ON_RUNNER, ...setup.env }
    this.runner = new FakeRunner({ ...setup, inputs, env })
  }

  readonly http = {
    get: async (request: HttpRequest): Promise<Result<HttpAnswer>> => {
      this.calls.push(request.peer)
      this.requests.push(request)
      await this.#gates.get(request.peer)
      const n = this.requests.filter(({ peer }) => peer === request.peer).length
      const reply = await (this.replies[request.peer] ?? usual)(request, n)
      if ('failure' in reply) return { ok: false, failure: reply.failure }
      return { ok: true, value: this.#answer(request, reply) }
    },
    line: () => ({ get: this.http.get, end: () => undefined }),
  }

  readonly sts = {
    callerIdentity: async (request: CallerRequest): Promise<Result<CallerIdentity>> => {
      this.calls.push('caller')
      this.callers.push(request)
      return this.onCaller(this.callers.length)
    },
    preconnect: (endpoint: string, connections = 1): void => {
      this.calls.push(`preconnect ${endpoint}${connections === 1 ? '' : ` × ${connections}`}`)
    },
    assumeRoleWithWebIdentity: async (request: StsRequest): Promise<Result<StsAnswer>> => {
      this.calls.push('sts')
      this.signIns.push(request)
      await this.#gates.get('sts')
      return this.onSignIn(request, this.signIns.length)
    },
  }

  /** Where connections were told to go through, in order. */
  readonly proxies: (ProxySettings | undefined)[] = []
  linkLocal = false
  allowLinkLocal = (): void => {
    this.linkLocal = true
  }
  useProxy = (settings: ProxySettings | undefined): void => {
    this.proxies.push(settings)
  }
  random = (): number => this.dice
  stop = (): void => {
    this.#ended = true
  }
  stopped = (): boolean => this.#ended

  /** That peer answers nothing until the returned function is called. */
  hold(peer: Peer): () => void {
    let open = (): void => undefined
    this.#gates.set(
      peer,
      new Promise((done) => {
        open = done
      }),
    )
    return open
  }

  #answer({ url }: HttpRequest, reply: Exclude<Reply, { failure: Failure }>): HttpAnswer {
    const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
    const headers = {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=3600',
      date: new Date(this.clock.now()).toUTCString(),
      ...reply.headers,
    }
    const observed = {
      url,
      status: reply.status ?? 200,
      headers,
      bytes: body.length,
      timings: { totalMs: 5 },
      addresses: ['140.82.112.22'],
      certificates: [],
      receivedAt: this.clock.now(),
      ...retryAfterSeconds(headers, this.clock.now()),
    }
    return { observed, body }
  }
}

const usual: Replies = async ({ peer }) => {
  if (peer === 'token-service') return { body: { value: await signed() } }
  if (peer === 'discovery') return { body: DISCOVERY }
  return { body: await publicKeys() }
}

export const ON_RUNNER = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_WORKSPACE: '/workspace',
  RUNNER_TEMP: '/temp',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token-service.test/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
}

/** Lets everything run that can run without an answer that is held back. */
export async function idle(): Promise<void> {
  for (let round = 0; round < 20; round++) await new Promise((next) => setImmediate(next))
}

/** Resolves when `done` says so; a test that waits in vain ends at its own time limit. */
export async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((next) => setImmediate(next))
}

/** A run in that world, with the inputs of the baseline but for what is changed. */
export function runIn(world: World, change: Partial<Inputs> = {}): Run {
  const inputs = { ...(KNOWN.inputs as Inputs), ...change }
  const log = new RunLog(world, RUN)
  log.learn({ inputs })
  return startRun(world, inputs, log)
}
