// AWS STS: the only file that speaks through @aws-sdk/client-sts. One unsigned attempt at a time; no ambient credential is ever read.
import type https from 'node:https'
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandOutput,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import type { Failure, Headers, SessionFacts } from '../model.js'
import { Secret } from '../secret.js'
import type { Sts, StsAnswer, StsRequest } from '../world.js'
import { inspectCertificates, networkFailure } from './network.js'
import { type WarmAgent, warmAgent } from './warm-agent.js'

/** Connection and answer, in ms: STS itself gives an issuer about 5 s, so an honest answer may take that long. */
const CONNECT_MS = 5000
const ANSWER_MS = 15_000
const WHOLE_MS = 20_000
const LARGEST_ANSWER = 256 * 1024

/** What came back, whatever the SDK makes of it. */
interface Answer {
  status: number
  headers: Headers
  body: Buffer
}

interface Line {
  client: STSClient
  wire: WarmAgent
  answer(): Answer | undefined
}

function openLine(endpoint: string, region: string, stopped: AbortSignal): Line {
  const wire = warmAgent(new URL(endpoint), stopped)
  let answer: Answer | undefined
  const client = new STSClient({
    ...quiet(region),
    endpoint,
    requestHandler: {
      httpsAgent: wire.agent as https.Agent,
      httpAgent: wire.agent,
      connectionTimeout: CONNECT_MS,
      requestTimeout: ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      answer = undefined
      const result = await next(args)
      const response = result.response as Omit<Answer, 'body'> & {
        statusCode: number
        body: unknown
      }
      const body = await readAll(response.body as AsyncIterable<Buffer>)
      // The SDK reads the body from here; what is not STS's own answer can still be shown.
      response.body = new Uint8Array(body)
      answer = { status: response.statusCode, headers: response.headers, body }
      if (body.length > LARGEST_ANSWER) throw new Error('longer than an answer of STS')
      return result
    },
    { step: 'deserialize', priority: 'low' },
  )
  return { client, wire, answer: () => answer }
}

/** All of it, or what is enough to see that it is longer than an answer of STS's ever is. */
async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > LARGEST_ANSWER) break
  }
  return Buffer.concat(chunks)
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
      lineTo(endpoint, region).wire.warm()
    },
    async assumeRoleWithWebIdentity(request) {
      const line = lineTo(request.endpoint, request.region)
      const limit = AbortSignal.timeout(WHOLE_MS)
      const abortSignal = AbortSignal.any([stopped, limit])
      try {
        const output = await line.client.send(commandFor(request), { abortSignal })
        const answer = answerOf(output, request, line)
        return answer ? { ok: true, value: answer } : { ok: false, failure: notSts(line.answer()) }
      } catch (error) {
        return { ok: false, failure: await failureOf(error, request, line, limit.aborted) }
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
}

async function failureOf(
  error: unknown,
  request: StsRequest,
  line: Line,
  late: boolean,
): Promise<Failure> {
  const thrown = (error ?? {}) as SdkError
  const answer = line.answer()
  if (!answer) return unreached(thrown, request, line, late)
  const code = thrown.Code ?? thrown.name ?? ''
  const known = code !== '' && !/^(Unknown|UnknownError|SyntaxError|TypeError|Error)$/.test(code)
  if (!known) return notSts(answer)
  const { status, headers } = answer
  const retryAfter = Number(headers['retry-after'])
  return {
    kind: 'aws',
    status,
    code,
    message: thrown.message ?? '',
    requestId: headers['x-amzn-requestid'] ?? thrown.$metadata?.requestId ?? '',
    ...(retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {}),
    ...(headers['date'] ? { date: headers['date'] } : {}),
  }
}

async function unreached(
  thrown: SdkError,
  request: StsRequest,
  line: Line,
  late: boolean,
): Promise<Failure> {
  const { hostname, port } = new URL(request.endpoint)
  const host = hostname.replace(/^\[|\]$/g, '')
  const timedOut = late || (thrown.name === 'TimeoutError' && !/^E[A-Z]/.test(thrown.code ?? ''))
  const error = timedOut ? { code: 'TIMEOUT', message: thrown.message ?? '' } : thrown
  const failure = networkFailure(error, 'sts', host, line.wire.trace())
  if (failure.phase !== 'tls' || timedOut) return failure
  return { ...failure, certificates: await inspectCertificates(host, Number(port || 443)) }
}

function notSts(answer: Answer | undefined): Failure {
  const { status = 0, headers = {}, body = Buffer.alloc(0) } = answer ?? {}
  const text = body.toString('utf8', 0, 400)
  return {
    kind: 'not-sts',
    status,
    contentType: headers['content-type'] ?? '',
    server: headers['server'] ?? '',
    // Half an answer of STS's may hold credentials that nobody has masked.
    excerpt: /AccessKey|SessionToken/.test(body.toString('utf8')) ? '' : text.slice(0, 200),
  }
}
