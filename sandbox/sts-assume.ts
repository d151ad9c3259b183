// AssumeRoleWithWebIdentity: the one place where the street's STS turns a web identity token into a session, or refuses to.
import { type Clock, seconds } from './http-messages.js'
import type { Iam, Role } from './iam.js'
import { providerArn } from './iam.js'
import { conditionContext } from './sts-context.js'
import { type Generation, provider, rejected, role as roleErrors } from './sts-errors.js'
import type { IssuerFetcher } from './sts-fetch.js'
import { checkSignature } from './sts-keys.js'
import { type AssumeRequest, readAssumeRequest } from './sts-parameters.js'
import { checkSessionPolicies, packedSize } from './sts-session-policy.js'
import type { Sessions } from './sts-sessions.js'
import { checkTimes, parseToken, type WebIdentity } from './sts-token.js'
import { allows } from './trust.js'
import type { XmlElements } from './xml.js'

export interface StsOptions {
  iam: (role: string) => Iam
  clock: Clock
  fetcher: IssuerFetcher
  sessions: Sessions
  generation: () => Generation
}

function refuseProviderId(id: string | undefined): void {
  if (id === undefined) return
  if (id === 'www.amazon.com') throw provider.notAmazon()
  if (id === 'graph.facebook.com') throw provider.facebook()
  throw provider.unrecognized()
}

/** Cheap questions first; the issuer is asked only when everything else about the token is in order. */
async function verifiedToken(options: StsOptions, request: AssumeRequest): Promise<WebIdentity> {
  const iam = options.iam(request.role.whole)
  const generation = options.generation()
  const token = parseToken(request.token)
  // The provider is looked for in the account of the role that is asked for.
  const known = request.role.account === iam.account && request.role.partition === iam.partition
  if (!known || iam.provider?.url !== token.issuer) {
    throw rejected.noProvider(generation, token.issuer)
  }
  if (!iam.provider.clientIds.includes(token.audience)) throw rejected.audience(generation)
  checkTimes(token.claims, seconds(options.clock))
  checkSignature(token, await options.fetcher.keysOf(token.issuer), generation)
  return token
}

/** Role missing, trust policy not matching, tags not allowed: AWS says the same sentence to all. */
function authorize(iam: Iam, request: AssumeRequest, token: WebIdentity): Role {
  const provider = providerArn(iam, token.issuer)
  const context = conditionContext(request, token, provider)
  const actions = [
    'sts:AssumeRoleWithWebIdentity',
    ...(Object.keys(token.tags).length > 0 ? ['sts:TagSession'] : []),
    ...(token.sourceIdentity !== undefined ? ['sts:SetSourceIdentity'] : []),
  ]
  const allowed = actions.every((action) =>
    allows(iam.trustPolicy, { action, providerArn: provider, context }),
  )
  if (iam.role?.arn !== request.role.whole || !allowed) throw roleErrors.notAuthorized()
  return iam.role
}

export async function assumeRole(options: StsOptions, form: URLSearchParams): Promise<XmlElements> {
  const request = readAssumeRequest(form)
  refuseProviderId(request.providerId)
  const token = await verifiedToken(options, request)
  const iam = options.iam(request.role.whole)
  const role = authorize(iam, request, token)
  if (request.durationSeconds > role.maxSessionSeconds) throw roleErrors.tooLong()
  checkSessionPolicies(request)
  const packed = packedSize(request, token)
  const session = options.sessions.open(request)
  return {
    Audience: token.audience,
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Provider: providerArn(iam, token.issuer),
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(session.expiresMs).toISOString().replace('.000Z', 'Z'),
    },
    SubjectFromWebIdentityToken: token.subject,
    SourceIdentity: token.sourceIdentity,
    PackedPolicySize: packed,
  }
}
