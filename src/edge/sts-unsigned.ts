// The sign-in at STS: one unsigned request by the SDK's schema of the operation and its protocol, without the rest of its client.
import type { AssumeRoleWithWebIdentityCommandOutput } from '@aws-sdk/client-sts'
import { AssumeRoleWithWebIdentity$, errorTypeRegistries } from '@aws-sdk/client-sts'
import { AwsQueryProtocol } from '@aws-sdk/core/protocols'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { StsRequest } from '../world.js'
import type { PreconnectAgent } from './preconnect-agent.js'
import { type Call, type CallLimits, handlerOptions, hear } from './sts-call.js'

/** AWS STS API Reference: its version, and the namespace of its answers. */
const API = {
  version: '2011-06-15',
  defaultNamespace: 'com.amazonaws.sts',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  serviceTarget: 'AWSSecurityTokenServiceV20110615',
}

const [, namespace, name, traits, input, output] = AssumeRoleWithWebIdentity$
const OPERATION = { namespace, name, traits, input, output }

/** Throws what the SDK makes of a refusal; `onAnswer` is told what came, whatever it is made of. */
export async function sendUnsigned(
  request: StsRequest,
  { agent }: Pick<PreconnectAgent, 'agent'>,
  limits: CallLimits,
  { signal, onAnswer }: Call,
): Promise<AssumeRoleWithWebIdentityCommandOutput> {
  const protocol = new AwsQueryProtocol({ ...API, errorTypeRegistries })
  const context = { endpoint: async () => ({ url: new URL(request.endpoint) }) }
  const asked = await protocol.serializeRequest(OPERATION, membersOf(request), context as never)
  // CloudTrail shows it as userAgent.
  asked.headers['user-agent'] = 'aws-oidc-preflight'
  const handler = new NodeHttpHandler(handlerOptions(agent, limits))
  const { response } = await handler.handle(asked as never, { abortSignal: signal })
  await hear(response, onAnswer)
  const read = await protocol.deserializeResponse(OPERATION, context as never, response)
  return read as unknown as AssumeRoleWithWebIdentityCommandOutput
}

function membersOf(request: StsRequest) {
  return {
    RoleArn: request.roleArn,
    RoleSessionName: request.roleSessionName,
    DurationSeconds: request.durationSeconds,
    WebIdentityToken: request.token.reveal(),
    ...(request.inlineSessionPolicy ? { Policy: request.inlineSessionPolicy } : {}),
    ...(request.managedSessionPolicies.length > 0
      ? { PolicyArns: request.managedSessionPolicies.map((arn) => ({ arn })) }
      : {}),
  }
}
