// The world of one case: the real runner and the real files in a folder of their own, peers that answer as the case says, and a clock that jumps.
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { NOW } from '../evidence/baseline.js'
import { excerptOf } from '../src/aws/http-answers.js'
import { invalidUrl } from '../src/edge/http-answer.js'
import { makeProfiles } from '../src/edge/profile-files.js'
import { makePrivateFiles } from '../src/edge/renewal-files.js'
import { retryAfterSeconds } from '../src/edge/retry-after.js'
import { makeRunner } from '../src/edge/runner.js'
import { Secret } from '../src/model/secret.js'
import type { Failure, Result } from '../src/model.js'
import type { HttpAnswer, HttpRequest, Runner, StsAnswer, StsRequest, World } from '../src/world.js'
import type { Answer, HallCase, StsOfCase, TokenOfCase } from './hall-case.js'
import { SIGNING_KEY, TOKEN } from './hall-case.js'
import { hasNoBody } from './outside.js'
import { VirtualTime } from './virtual-time.js'
import { type Wires, wirePorts } from './wire.js'

/** Made for each process: a key that stands in a file is one that somebody will use. */
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PUBLIC = {
  ...KEYS.publicKey.export({ format: 'jwk' }),
  kid: 'key-1',
  alg: 'RS256',
  use: 'sig',
}

export const CREDENTIALS = {
  accessKeyId: 'ASIAHUSHHUSHHUSHHUSH',
  secretAccessKey: 'secret/hush+secret/hush+secret/hush+0123',
  sessionToken: 'session-hush-session-hush-session-hush==',
}

export interface Laid {
  folder: string
  env: Record<string, string>
}

/** The files of the case below `folder`, and the variables that name them. */
export function layOut(folder: string, one: HallCase): Laid {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const at = (...names: string[]): string => join(folder, ...names)
  for (const name of ['temp', 'home', 'workspace']) mkdirSync(at(name), { recursive: true })
  for (const name of ['env', 'output', 'state', 'summary']) write(at(name), '')
  write(at('event.json'), one.event)
  for (const [name, text] of Object.entries(one.files))
    write(
      at('workspace', name),
      text.replaceAll(TOKEN, () => tokenText(one.token)),
    )
  for (const [name, text] of Object.entries(one.profiles)) write(at('home', '.aws', name), text)
  const env: Record<string, string> = {
    ...one.env,
    HOME: at('home'),
    USERPROFILE: at('home'),
    RUNNER_TEMP: at('temp'),
    GITHUB_WORKSPACE: at('workspace'),
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_ENV: at('env'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STATE: at('state'),
    GITHUB_STEP_SUMMARY: at('summary'),
  }
  for (const [name, value] of Object.entries(one.inputs))
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value
  return { folder, env }
}

/** The real one, but for reports that would be written beyond the case's folder. */
export function runnerIn({ folder, env }: Laid): Runner {
  const real = makeRunner(env)
  const isInside = (path: string): boolean => resolve(path).startsWith(`${folder}${sep}`)
  return {
    ...real,
    writeFile: (path, text) =>
      real.writeFile(isInside(path) ? path : join(folder, 'elsewhere.json'), text),
    sweepBeside(path) {
      if (isInside(path)) real.sweepBeside(path)
    },
  }
}

const encoded = (text: string): string => Buffer.from(text).toString('base64url')

export function tokenText(token: TokenOfCase): string {
  if ('raw' in token) return token.raw
  const signed = `${encoded(token.header)}.${encoded(token.claims)}`
  const { signature } = token
  if ('text' in signature) return `${signed}.${signature.text}`
  return `${signed}.${sign('sha256', Buffer.from(signed), KEYS.privateKey).toString('base64url')}`
}

export async function worldOf(
  one: HallCase,
  runner: Runner,
  env: Laid['env'],
): Promise<World & Timed> {
  const clock = new VirtualTime(NOW * 1000)
  const token = tokenText(one.token)
  const answers: Readonly<Record<string, Answer>> = {
    'token-service': one.tokenAnswer ?? {
      status: 200,
      body: JSON.stringify({ value: token }),
      headers: {},
    },
    discovery: one.discovery,
    jwks: { ...one.jwks, body: withKey(one.jwks.body) },
  }
  let asked = 0
  let isOver = false
  const get = async (request: HttpRequest): Promise<Result<HttpAnswer>> => {
    if (!URL.canParse(request.url)) return { ok: false, failure: invalidUrl(request) }
    const answer = answers[request.peer] as Answer
    const { instead, afterMs = 0 } = answer
    await clock.sleep(Math.min(afterMs, request.timeoutMs))
    if (afterMs >= request.timeoutMs) return { ok: false, failure: timeoutOf(request) }
    if (instead) return { ok: false, failure: instead }
    return answerTo(request, answer, one.headers, clock)
  }
  const wires = one.wire ? await wirePorts(wiresOf(one.wire, token), clock) : undefined
  const http = { get, ...wires }
  return {
    runner,
    clock,
    profiles: makeProfiles(clock, env),
    privateFiles: makePrivateFiles(clock, '/dist/renew.mjs', env),
    http: { get: http.get, line: () => ({ get: http.get, end: () => undefined }) },
    sts: {
      preconnect: () => undefined,
      async assumeRoleWithWebIdentity(request) {
        const n = asked++
        const { afterMs = 0 } = one.sts
        const seen = { peer: 'sts' as const, url: request.endpoint, timeoutMs: STS_LIMIT_MS }
        await clock.sleep(Math.min(afterMs, STS_LIMIT_MS))
        if (afterMs >= STS_LIMIT_MS) return { ok: false, failure: timeoutOf(seen) }
        return stsAnswer(one.sts, request, n, clock.now())
      },
      callerIdentity: async () => callerAnswer(one),
      ...(wires ? { assumeRoleWithWebIdentity: wires.assumeRoleWithWebIdentity } : {}),
    },
    useProxy: () => undefined,
    allowLinkLocal: () => undefined,
    random: () => 0.5,
    stop() {
      isOver = true
      wires?.end()
    },
    stopped: () => isOver,
  }
}

/** src/edge/sts.ts has it. */
const STS_LIMIT_MS = 20_000

const withKey = (body: string): string =>
  body.replaceAll(`"${SIGNING_KEY}"`, JSON.stringify(PUBLIC))

function wiresOf(wires: Wires, token: string): Wires {
  return Object.fromEntries(
    Object.entries(wires).map(([peer, text]) => [peer, withKey(text).replaceAll(TOKEN, token)]),
  )
}

interface Timed {
  clock: VirtualTime
}

function answerTo(
  { url, maxBytes, peer }: HttpRequest,
  { status, body: text, headers: own, afterMs = 0 }: Answer,
  more: Answer['headers'],
  clock: VirtualTime,
): Result<HttpAnswer> {
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'public, max-age=3600',
    date: new Date(clock.now()).toUTCString(),
    ...more,
    ...own,
  }
  const body = hasNoBody(status) ? '' : text
  const bytes = Buffer.byteLength(body)
  if (bytes > maxBytes) {
    const seen = { status, contentType: headers['content-type'], excerpt: excerptOf(body) }
    return { ok: false, failure: { kind: 'document', peer, url, problem: 'too-large', ...seen } }
  }
  const observed = {
    url,
    status,
    headers,
    bytes,
    timings: { totalMs: afterMs + 5 },
    addresses: ['140.82.112.22'],
    certificates: [],
    receivedAt: clock.now(),
    ...retryAfterSeconds(headers, clock.now()),
  }
  return { ok: true, value: { observed, body } }
}

function timeoutOf({
  peer,
  url,
  timeoutMs,
}: Pick<HttpRequest, 'peer' | 'url' | 'timeoutMs'>): Failure {
  const host = URL.canParse(url) ? new URL(url).hostname : url
  const seen = { addresses: ['140.82.112.22'], certificates: [], timeoutMs }
  return { kind: 'network', peer, host, phase: 'response', code: 'TIMEOUT', detail: '', ...seen }
}

function stsAnswer(
  sts: StsOfCase,
  { region }: StsRequest,
  n: number,
  now: number,
): Result<StsAnswer> {
  if ('refused' in sts) {
    const isOver = sts.then === 'granted' && n >= sts.refused.length
    const failure = sts.refused[Math.min(n, sts.refused.length - 1)]
    if (failure && !isOver) return { ok: false, failure }
  }
  const { facts = {}, headers = {} } = 'granted' in sts ? sts : {}
  const arn = facts['arn'] ?? 'arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions'
  const session = {
    credentials: {
      accessKeyId: new Secret(CREDENTIALS.accessKeyId),
      secretAccessKey: new Secret(CREDENTIALS.secretAccessKey),
      sessionToken: new Secret(CREDENTIALS.sessionToken),
    },
    facts: {
      arn,
      account: arn.split(':')[4] ?? '',
      expiration: '2026-09-11T11:00:00.000Z',
      provider: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
      audience: 'sts.amazonaws.com',
      subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      region,
      requestId: 'request-1',
      ...facts,
    },
  }
  const date = headers['date'] ?? new Date(now).toUTCString()
  return { ok: true, value: { session, date, receivedAt: now } }
}

/** An answer without either is none of STS's, for the edge. */
function callerAnswer({ sts, caller = {} }: HallCase): Result<{ account: string; arn: string }> {
  const [failure] = 'refused' in sts ? sts.refused : []
  if (failure) return { ok: false, failure }
  const account = caller['account'] || '111122223333'
  return { ok: true, value: { account, arn: caller['arn'] || 'arn:aws:iam::111122223333:user/x' } }
}
