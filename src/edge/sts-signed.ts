// A signed call of STS, by the SDK's whole client: whose credentials these are. Loaded only where that is asked.
import {
  GetCallerIdentityCommand,
  type GetCallerIdentityCommandOutput,
  STSClient,
} from '@aws-sdk/client-sts'
import type { CallerRequest } from '../world.js'
import type { PreconnectAgent } from './preconnect-agent.js'
import { type Call, type CallLimits, handlerOptions, hear } from './sts-call.js'

/** As `sendUnsigned`. Everything is said outright, so that the SDK looks nothing up in the environment or in files. */
export async function sendSigned(
  { endpoint, region, credentials }: CallerRequest,
  { agent }: Pick<PreconnectAgent, 'agent'>,
  limits: CallLimits,
  { signal, onAnswer }: Call,
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
    requestHandler: handlerOptions(agent, limits),
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      await hear(result.response as Parameters<typeof hear>[0], onAnswer)
      return result
    },
    { step: 'deserialize', priority: 'low' },
  )
  return client.send(new GetCallerIdentityCommand({}), { abortSignal: signal })
}
