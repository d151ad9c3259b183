// Commands and phrases that the causes of STS's answers share, with this run's own values filled in.
import { regionalEndpoint } from '../../aws/endpoints.js'
import { createProviderCommand } from '../../aws/provider.js'
import { otherRegionOf } from '../../aws/regions.js'
import { baseName } from '../../aws/role-arn.js'
import { audienceToList } from '../../aws/service-tokens.js'
import { audienceOf as claimedAudience } from '../../aws/token-rules.js'
import { authorityOf } from '../../aws/url.js'
import type { Known } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import { answererOf } from '../../words.js'
import { isOneOfRoles, policyFile } from './role-input.js'
import { issuerKnown, principalOf } from './token.js'

export function stsUrl({ inputs, endpoint }: Known): string {
  if (endpoint) return endpoint
  if (inputs?.stsEndpoint) return inputs.stsEndpoint
  return regionalEndpoint(inputs?.region || 'us-east-1')
}

export function stsHost(known: Known): string {
  return authorityOf(stsUrl(known))
}

/** In a headline that may be told of several roles, each with a region of its own. */
export function endpointInHeadline(known: Known, text = stsHost(known)): string {
  return isOneOfRoles(known) && !known.inputs?.customEndpoint ? 'the STS endpoint' : quote(text, 60)
}

/** Another region of the same partition to sign in through; undefined where there may be none. */
export function otherRegion({ inputs }: Known): string | undefined {
  if (inputs?.customEndpoint) return undefined
  return otherRegionOf(inputs?.partition ?? 'aws', inputs?.region ?? '')
}

export function issuerOf(known: Known): string {
  return issuerKnown(known) || '<issuer>'
}

/** What IAM compares with the client ids of the provider: `azp`, where the token has one, else `aud`. */
export function expectedAudience({ token, inputs }: Known): string {
  return claimedAudience(token?.claims ?? {}, inputs?.audience ?? '<audience>')
}

export function accountOf({ inputs }: Known): string {
  return oneLine(inputs?.role?.account || '<account>')
}

/** Whose credentials a command of IAM needs. */
export function withCredentials(known: Known): string {
  const { inputs } = known
  return inputs?.customEndpoint && inputs.role?.account === ''
    ? `with the credentials of an administrator of ${oneLine(stsHost(known))}`
    : `with credentials of account ${accountOf(known)}`
}

/** The role's name as the commands of IAM take it, without its path. */
export function roleName({ inputs }: Known): string {
  return shellWord((inputs?.role && baseName(inputs.role)) || '<role>')
}

/** Prints the trust policy alone, as it is in AWS. */
export function showPolicy(known: Known): string {
  return `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`
}

/** Writes it as a document that IAM takes back. */
export function savePolicy(known: Known): string {
  return `${showPolicy(known)} --output json > ${policyFile(known)}`
}

/** How a command of IAM says that there is no such thing; Ceph says `Unknown` of it, as of all else (radosgw 16.2.15, tried). */
export function ifMissing(known: Known): string {
  return answererOf(known) === 'AWS' ? 'If that says `NoSuchEntity`' : 'If that fails'
}

export function getProvider(known: Known): string {
  return `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))}`
}

/** What a new provider is to list. */
function listedAudience({ token, inputs }: Known): string {
  return audienceToList(token?.claims ?? {}, {
    partition: inputs?.partition ?? 'aws',
    asked: inputs?.audience ?? '<audience>',
  })
}

export function createProvider(known: Known, issuer = issuerOf(known)): string {
  const elsewhere = answererOf(known) === 'STS'
  return createProviderCommand({ issuer, audience: listedAudience(known), elsewhere })
}

/** A cap of one attempt means that nothing was tried again. */
export function describeStsRetries({ inputs }: Known): string {
  return inputs?.maxAttempts === 1
    ? 'It was not retried (`disable-retry`, or `retry-max-attempts: 1`).'
    : 'Retries failed too.'
}
