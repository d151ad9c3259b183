// A signed call of STS, by the SDK's whole client: whose credentials these are. Loaded only where that is asked.
import type https from 'node:https'
import {
  GetCallerIdentityCommand,
  type GetCallerIdentityCommandOutput,
  STSClient,
} from '@aws-sdk/client-sts'
import type { CallerRequest } from '../world.js'
import type { PreconnectAgent } from './preconnect-agent.js'
import { type Answer, LARGEST_ANSWER, readAll } from './sts-answer.js'
import type { CallLimits } from './sts-unsigned.js'

/** As `sendUnsigned`. Everything is said outright, so that the SDK looks nothing up in the environment or in files. */
export async function sendSigned(
  { endpoint, region, credentials }: CallerRequest,
  { agent }: Pick<PreconnectAgent, 'agent'>,
  { connectMs, answerMs }: CallLimits,
  { signal, onAnswer }: { signal: AbortSignal; onAnswer(answer: Answer): void },
): Promise<GetCallerIdentityCommandOutput> {
  const token = credentials.sessionToken.reveal()
  const client = new STSClient({
    region,
    endpoint,
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard',
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    authSchemePreference: ['aws.auth#sigv4'],
    sigv4aSigningRegionSet: [region],
    userAgentAppId: async () => 'aws-oidc-preflight',
    credentials: {
      accessKeyId: credentials.accessKeyId.reveal(),
      secretAccessKey: credentials.secretAccessKey.reveal(),
      ...(token === '' ? {} : { sessionToken: token }),
    },
    requestHandler: {
      httpsAgent: agent as https.Agent,
      httpAgent: agent,
      connectionTimeout: connectMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
    },
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as Omit<Answer, 'body'> & {
        statusCode: number
        body: unknown
      }
      const body = await readAll(response.body as AsyncIterable<Buffer>)
      // The SDK reads the body from here; what is not STS's own answer can still be shown.
      response.body = new Uint8Array(body)
      onAnswer({ status: response.statusCode, headers: response.headers, body })
      if (body.length > LARGEST_ANSWER) throw new Error('longer than an answer of STS')
      return result
    },
    { step: 'deserialize', priority: 'low' },
  )
  return client.send(new GetCallerIdentityCommand({}), { abortSignal: signal })
}
