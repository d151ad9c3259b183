// AWS STS: the only file that speaks through @aws-sdk/client-sts. One unsigned attempt at a time; no ambient credential is ever read.
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandOutput,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import type { Failure, Headers, SessionFacts } from '../model.js'
import { Secret } from '../secret.js'
import type { Sts, StsAnswer, StsRequest } from '../world.js'
import {
  inspectCertificates,
  networkFailure,
  serverName,
  startTrace,
  type Trace,
  watch,
} from './network.js'

/** Connection and answer, in ms: STS itself gives an issuer about 5 s, so an honest answer may take that long. */
const CONNECT_MS = 5000
const ANSWER_MS = 15_000

type Options = https.AgentOptions & { host?: string; port?: number; servername?: string }

/** An agent that can open its connection before the request is there, and watches what it opens. */
function warmAgent<A extends http.Agent>(
  agent: A,
): { agent: A; trace: () => Trace; warm: (options: Options) => void } {
  let early: { socket: Socket; trace: Trace } | undefined
  let trace = startTrace()
  const open = agent as unknown as { createConnection(options: Options): Socket }
  const create = open.createConnection.bind(agent)
  const watched = (options: Options): { socket: Socket; trace: Trace } => {
    const started = startTrace()
    const socket = create(options)
    watch(socket, started)
    return { socket, trace: started }
  }
  open.createConnection = (options) => {
    const next = early && !early.socket.destroyed ? early : watched(options)
    early = undefined
    trace = next.trace
    return next.socket
  }
  const warm = (options: Options): void => {
    early = watched(options)
    // A failure here is met again, and told, by the request itself.
    early.socket.on('error', () => undefined)
  }
  return { agent, trace: () => trace, warm }
}

interface Line {
  client: STSClient
  trace(): Trace
  warm(): void
  answer(): { status: number; headers: Headers } | undefined
}

function openLine(endpoint: string, region: string, stopped: AbortSignal): Line {
  const { protocol, hostname, port } = new URL(endpoint)
  const secure = protocol === 'https:'
  const warmer = secure
    ? warmAgent(new https.Agent({ keepAlive: true, maxSockets: 1 }))
    : warmAgent(new http.Agent({ keepAlive: true, maxSockets: 1 }))
  stopped.addEventListener('abort', () => warmer.agent.destroy())
  let answer: { status: number; headers: Headers } | undefined
  const client = new STSClient({
    ...quiet(region),
    endpoint,
    requestHandler: {
      httpsAgent: warmer.agent as https.Agent,
      httpAgent: warmer.agent,
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      answer = undefined
      const result = await next(args)
      const { statusCode, headers } = result.response as { statusCode: number; headers: Headers }
      answer = { status: statusCode, headers }
      return result
    },
    { step: 'deserialize', priority: 'low' },
  )
  const host = hostname.replace(/^\[|\]$/g, '')
  const options = { host, port: Number(port || (secure ? 443 : 80)), servername: serverName(host) }
  return { client, trace: warmer.trace, warm: () => warmer.warm(options), answer: () => answer }
}

/** Everything said outright, so that the SDK looks nothing up in the environment or in files of the home directory. */
function quiet(region: string): STSClientConfig {
  return {
    region,
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    authSchemePreference: ['smithy.api#noAuth'],
    sigv4aSigningRegionSet: [region],
    userAgentAppId: async () => 'aws-oidc-preflight',
    credentials: () => Promise.reject(new Error('this call is unsigned')),
  }
}

export function makeSts(stopped: AbortSignal): Sts {
  const lines = new Map<string, Line>()
  const lineTo = (endpoint: string, region: string): Line => {
    const line = lines.get(endpoint) ?? openLine(endpoint, region, stopped)
    lines.set(endpoint, line)
    return line
  }
  return {
    endpointFor(region) {
      const { config } = new STSClient(quiet(region))
      const params = {
        Region: region,
        UseFIPS: false,
        UseDualStack: false,
        UseGlobalEndpoint: false,
      }
      return config.endpointProvider(params).url.href.replace(/\/$/, '')
    },
    warm(endpoint, region) {
      lineTo(endpoint, region).warm()
    },
    async assumeRoleWithWebIdentity(request) {
      const line = lineTo(request.endpoint, request.region)
      try {
        const output = await line.client.send(commandFor(request), { abortSignal: stopped })
        const answer = answerOf(output, request, line)
        return answer ? { ok: true, value: answer } : { ok: false, failure: notSts(line, '') }
      } catch (error) {
        return { ok: false, failure: await failureOf(error, request, line) }
      }
    },
  }
}

function commandFor(request: StsRequest): AssumeRoleWithWebIdentityCommand {
  return new AssumeRoleWithWebIdentityCommand({
    RoleArn: request.roleArn,
    RoleSessionName: request.roleSessionName,
    DurationSeconds: request.durationSeconds,
    WebIdentityToken: request.token.reveal(),
    ...(request.inlineSessionPolicy ? { Policy: request.inlineSessionPolicy } : {}),
    ...(request.managedSessionPolicies.length > 0
      ? { PolicyArns: request.managedSessionPolicies.map((arn) => ({ arn })) }
      : {}),
  })
}

function answerOf(
  output: AssumeRoleWithWebIdentityCommandOutput,
  request: StsRequest,
  line: Line,
): StsAnswer | undefined {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = output.Credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return undefined
  const arn = output.AssumedRoleUser?.Arn ?? ''
  const facts: SessionFacts = {
    arn,
    account: arn.split(':')[4] ?? '',
    expiration: Expiration?.toISOString() ?? '',
    provider: output.Provider ?? '',
    audience: output.Audience ?? '',
    subject: output.SubjectFromWebIdentityToken ?? '',
    region: request.region,
    requestId: output.$metadata.requestId ?? '',
  }
  const credentials = {
    accessKeyId: new Secret(AccessKeyId),
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken),
  }
  const date = line.answer()?.headers['date'] ?? ''
  return { session: { credentials, facts }, date, receivedAt: Date.now() }
}

interface SdkError {
  name?: string
  message?: string
  Code?: string
  code?: string
  $metadata?: { httpStatusCode?: number; requestId?: string }
  $responseBodyText?: string
}

async function failureOf(error: unknown, request: StsRequest, line: Line): Promise<Failure> {
  const thrown = (error ?? {}) as SdkError
  const answer = line.answer()
  if (!answer) return unreached(thrown, request, line)
  const code = thrown.Code ?? thrown.name ?? ''
  const requestId = answer.headers['x-amzn-requestid'] ?? thrown.$metadata?.requestId ?? ''
  const known = code !== '' && !/^(Unknown|UnknownError|SyntaxError|TypeError|Error)$/.test(code)
  if (!known) return notSts(line, thrown.$responseBodyText ?? thrown.message ?? '')
  const retryAfter = Number(answer.headers['retry-after'])
  return {
    kind: 'aws',
    status: answer.status,
    code,
    message: thrown.message ?? '',
    requestId,
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
    ...(answer.headers['date'] ? { date: answer.headers['date'] } : {}),
  }
}

async function unreached(thrown: SdkError, request: StsRequest, line: Line): Promise<Failure> {
  const { hostname, port } = new URL(request.endpoint)
  const host = hostname.replace(/^\[|\]$/g, '')
  const late = thrown.name === 'TimeoutError' && !/^E[A-Z]/.test(thrown.code ?? '')
  const failure = networkFailure(
    late ? { code: 'TIMEOUT', message: thrown.message ?? '' } : thrown,
    'sts',
    host,
    line.trace(),
  )
  if (failure.phase !== 'tls' || late) return failure
  return { ...failure, certificates: await inspectCertificates(host, Number(port || 443)) }
}

function notSts(line: Line, body: string): Failure {
  const { status = 0, headers = {} } = line.answer() ?? {}
  return {
    kind: 'not-sts',
    status,
    contentType: headers['content-type'] ?? '',
    server: headers['server'] ?? '',
    excerpt: body.slice(0, 200),
  }
}
