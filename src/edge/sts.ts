// AWS STS: the only file that speaks through @aws-sdk/client-sts. One attempt at a time; no ambient credential is ever looked up.
import type https from 'node:https'
import {
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
  type STSClientConfig,
} from '@aws-sdk/client-sts'
import { withoutSlash } from '../aws/url.js'
import type { Credentials, Result } from '../model.js'
import type { Sts, StsRequest } from '../world.js'
import { limitOf, within } from './limit.js'
import { type PreconnectAgent, preconnectAgent } from './preconnect-agent.js'
import { Routes } from './proxy.js'
import { type Answer, notSts, sessionAnswer } from './sts-answer.js'
import { stsFailure } from './sts-failure.js'

/** In ms: STS itself gives an issuer about 5 s, so an honest answer may take that long. */
const LIMITS = { connectMs: 5000, answerMs: 15_000, wholeMs: 20_000 }
const LARGEST_ANSWER = 256 * 1024

interface StsLine {
  client: STSClient
  wire: PreconnectAgent
  answer(): Answer | undefined
}

/** What all calls of one process share. */
interface StsSetting {
  stopped: AbortSignal
  routes: Routes
  limits: typeof LIMITS
}

function openLine(
  endpoint: string,
  region: string,
  { stopped, routes, limits }: StsSetting,
  credentials?: Credentials,
): StsLine {
  const url = new URL(endpoint)
  const wire = preconnectAgent(url, stopped, routes.to(url))
  let answer: Answer | undefined
  const client = new STSClient({
    ...clientSettings(region),
    ...(credentials ? signingSettings(credentials) : {}),
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
function clientSettings(region: string): STSClientConfig {
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

function signingSettings({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: Credentials): STSClientConfig {
  const token = sessionToken.reveal()
  return {
    authSchemePreference: ['aws.auth#sigv4'],
    credentials: {
      accessKeyId: accessKeyId.reveal(),
      secretAccessKey: secretAccessKey.reveal(),
      ...(token === '' ? {} : { sessionToken: token }),
    },
  }
}

export function makeSts(stopped: AbortSignal, routes = new Routes(), limits = LIMITS): Sts {
  const setting = { stopped, routes, limits }
  const lines = new Map<string, StsLine>()
  const lineTo = (endpoint: string, region: string): StsLine => {
    const line = lines.get(endpoint) ?? openLine(endpoint, region, setting)
    lines.set(endpoint, line)
    return line
  }
  return {
    endpointFor(region, { fips, dualStack }) {
      const { config } = new STSClient(clientSettings(region))
      const params = {
        Region: region,
        UseFIPS: fips,
        UseDualStack: dualStack,
        UseGlobalEndpoint: false,
      }
      return withoutSlash(config.endpointProvider(params).url.href)
    },
    preconnect(endpoint, region) {
      lineTo(endpoint, region).wire.connect()
    },
    assumeRoleWithWebIdentity(request) {
      const line = lineTo(request.endpoint, request.region)
      return asked(request, line, async (abortSignal) => {
        const output = await line.client.send(commandFor(request), { abortSignal })
        return sessionAnswer(output, request, line.answer())
      })
    },
    callerIdentity({ endpoint, region, credentials }) {
      // A line of its own: what is signed and what is not share no client.
      const line = openLine(endpoint, region, setting, credentials)
      return asked({ endpoint }, line, async (abortSignal) => {
        const output = await line.client.send(new GetCallerIdentityCommand({}), { abortSignal })
        const { Account: account, Arn: arn } = output
        return account && arn ? { account, arn } : undefined
      }).finally(() => line.wire.close())
    },
  }

  /** What STS granted, or why not; `undefined` from `send`: an answer that grants nothing. */
  async function asked<T>(
    { endpoint }: { endpoint: string },
    line: StsLine,
    send: (abortSignal: AbortSignal) => Promise<T | undefined>,
  ): Promise<Result<T>> {
    const limit = limitOf(limits.wholeMs)
    const over = AbortSignal.any([stopped, limit.signal])
    try {
      const value = await within(send(over), over)
      return value === undefined
        ? { ok: false, failure: notSts(line.answer()) }
        : { ok: true, value }
    } catch (error) {
      const failure = await stsFailure(error, endpoint, line, limit.isOver())
      // What hangs on its way is given up; the next attempt opens a connection of its own.
      if (failure.kind === 'network') {
        line.wire.close()
        lines.delete(endpoint)
      }
      return { ok: false, failure }
    } finally {
      limit.end()
    }
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
