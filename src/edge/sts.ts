// AWS STS: the only file that speaks through @aws-sdk/client-sts. One unsigned attempt at a time; no ambient credential is ever read.
import type https from 'node:https'
import {
  AssumeRoleWithWebIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import type { Failure } from '../model.js'
import type { Sts, StsRequest } from '../world.js'
import { inspectCertificates, networkFailure } from './network.js'
import { type Answer, answerOf, notSts, refusalOf, type SdkError } from './sts-answer.js'
import { type WarmAgent, warmAgent } from './warm-agent.js'

/** In ms: STS itself gives an issuer about 5 s, so an honest answer may take that long. */
const LIMITS = { connectMs: 5000, answerMs: 15_000, wholeMs: 20_000 }
const LARGEST_ANSWER = 256 * 1024

interface Line {
  client: STSClient
  wire: WarmAgent
  answer(): Answer | undefined
}

function openLine(
  endpoint: string,
  region: string,
  stopped: AbortSignal,
  limits: typeof LIMITS,
): Line {
  const wire = warmAgent(new URL(endpoint), stopped)
  let answer: Answer | undefined
  const client = new STSClient({
    ...quiet(region),
    endpoint,
    requestHandler: {
      httpsAgent: wire.agent as https.Agent,
      httpAgent: wire.agent,
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.answerMs,
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

export function makeSts(stopped: AbortSignal, limits = LIMITS): Sts {
  const lines = new Map<string, Line>()
  const lineTo = (endpoint: string, region: string): Line => {
    const line = lines.get(endpoint) ?? openLine(endpoint, region, stopped, limits)
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
      const limit = AbortSignal.timeout(limits.wholeMs)
      const abortSignal = AbortSignal.any([stopped, limit])
      try {
        const output = await line.client.send(commandFor(request), { abortSignal })
        const answer = answerOf(output, request, line.answer())
        return answer ? { ok: true, value: answer } : { ok: false, failure: notSts(line.answer()) }
      } catch (error) {
        return { ok: false, failure: await failureOf(error, request, line, { limit, stopped }) }
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

interface Signals {
  limit: AbortSignal
  stopped: AbortSignal
}

async function failureOf(
  error: unknown,
  request: StsRequest,
  line: Line,
  signals: Signals,
): Promise<Failure> {
  const thrown = (error ?? {}) as SdkError
  const answer = line.answer()
  return answer ? refusalOf(thrown, answer) : unreached(thrown, request, line, signals)
}

async function unreached(
  thrown: SdkError,
  request: StsRequest,
  line: Line,
  { limit, stopped }: Signals,
): Promise<Failure> {
  const { hostname, port } = new URL(request.endpoint)
  const host = hostname.replace(/^\[|\]$/g, '')
  const timedOut = limit.aborted || isOwnLimit(thrown)
  const error = timedOut ? { code: 'TIMEOUT', message: thrown.message ?? '' } : thrown
  const failure = networkFailure(error, 'sts', host, line.wire.trace())
  if (failure.phase !== 'tls' || timedOut) return failure
  return { ...failure, certificates: await inspectCertificates(host, Number(port || 443), stopped) }
}

/** The SDK gives its own limits and the system's errors one name; only the system's name the call that failed, or a reset. */
function isOwnLimit({ name, code = 'ETIMEDOUT', syscall }: SdkError): boolean {
  return name === 'TimeoutError' && code === 'ETIMEDOUT' && syscall === undefined
}
