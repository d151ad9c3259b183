// Commands and phrases that the causes of STS's answers share, with this run's own values filled in.
import { discoveryUrl } from '../../aws/discovery.js'
import { regionalEndpoint, vpcService } from '../../aws/endpoints.js'
import { IN_WORDS } from '../../aws/limits.js'
import { otherRegionOf } from '../../aws/regions.js'
import { baseName } from '../../aws/role-arn.js'
import { audienceOf as claimedAudience } from '../../aws/token-rules.js'
import { authorityOf } from '../../aws/url.js'
import type { Known } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import { builtIn, principalOf } from './token.js'

export function stsUrl({ inputs, endpoint }: Known): string {
  if (endpoint) return endpoint
  if (inputs?.stsEndpoint) return inputs.stsEndpoint
  return regionalEndpoint(inputs?.region || 'us-east-1')
}

export function stsHost(known: Known): string {
  return authorityOf(stsUrl(known))
}

/** What to look at when something stands between the runner and STS: the endpoint, a VPC, a proxy. */
export function pathToSts(known: Known): string[] {
  const url = stsUrl(known)
  const host = stsHost(known)
  const ask = `Ask it by hand, from this runner: curl -sS -D- ${shellWord(url)}`
  const proxy = `Where this network needs a proxy, set HTTPS_PROXY in the environment of the runner, and let the proxy pass ${quote(host)} through unopened. Where STS is reached without one, add ${quote(host)} to NO_PROXY.`
  if (known.inputs?.customEndpoint)
    return [`${ask}\nIf that fails too, correct the input \`sts-endpoint\`.`, proxy]
  const service = vpcService(known.inputs?.region ?? '<region>')
  return [
    `${ask}\nAn answer with the header \`x-amzn-RequestId\` comes from STS. Any other answer comes from something in between.`,
    `In an AWS VPC without internet access, make an interface endpoint for ${quote(service)} with private DNS on, and let its security group take port 443 from this runner.`,
    proxy,
  ]
}

/** Another region of the same partition to sign in through; undefined where there may be none. */
export function otherRegion({ inputs }: Known): string | undefined {
  if (inputs?.customEndpoint) return undefined
  return otherRegionOf(inputs?.partition ?? 'aws', inputs?.region ?? '')
}

export function issuerOf({ token, issuer }: Known): string {
  return token?.issuer || issuer?.url || '<issuer>'
}

/** What IAM compares with the client ids of the provider: `azp`, where the token has one, else `aud`. */
export function expectedAudience({ token, inputs }: Known): string {
  return claimedAudience(token?.claims ?? {}, inputs?.audience ?? '<audience>')
}

export function accountOf({ inputs }: Known): string {
  return oneLine(inputs?.role?.account || '<account>')
}

/** The role's name as the commands of IAM take it, without its path. */
export function roleName({ inputs }: Known): string {
  return shellWord((inputs?.role && baseName(inputs.role)) || '<role>')
}

/** Writes the trust policy alone, as it is in AWS: a document that IAM takes back. */
export function savePolicy(known: Known): string {
  return `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument --output json > trust-policy.json`
}

/** How `trust-policy` is given the policy as it is in AWS; this step is to get its credentials yet. */
export function givePolicy(known: Known): string {
  return `on a machine with credentials of account ${accountOf(known)}, run this, commit the file, and set \`trust-policy: trust-policy.json\`:\n${savePolicy(known)}`
}

export function getProvider(known: Known): string {
  return `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))}`
}

export function createProvider(known: Known, issuer = issuerOf(known)): string {
  return `aws iam create-open-id-connect-provider --url ${shellWord(issuer)} --client-id-list ${shellWord(expectedAudience(known))}`
}

/** What stands in the place of a provider for an issuer that IAM knows by itself. */
export function withoutProvider(known: Known): string[] {
  const name = builtIn(known)?.name ?? ''
  return [
    `Do not make a provider for ${name} in the account: AWS has it built in, and says not to.`,
    `Name ${name} in the trust policy of the role by its host:\n"Principal": {"Federated": "${principalOf(known)}"}`,
  ]
}

/** A fresh token of such an issuer, since no provider can be missing. */
export function freshToken(known: Known): string {
  return `Get a fresh ID token (not an access token) for the audience ${quote(expectedAudience(known))}, and run the job again.`
}

/** The two requests of STS to the issuer, to be made from elsewhere: what one network sees another may not. */
export function askIssuer(known: Known): string[] {
  const jwks = known.issuer?.jwks?.url
  return [
    `Try from another network (a phone, a laptop at home): curl -sS -D- ${shellWord(discoveryUrl(issuerOf(known)))}`,
    jwks === undefined
      ? 'Then try the URL that stands in its answer as `jwks_uri`, in the same way.'
      : `Then the keys: curl -sS -D- ${shellWord(jwks)}`,
    `Look in the issuer's access log for answers of 403, 429 or 5xx, or of more than ${IN_WORDS.issuerLimit}, to AWS addresses; let both paths be reached from the whole internet.`,
  ]
}

/** A cap of one attempt means that nothing was tried again. */
export function describeStsRetries({ inputs }: Known): string {
  return inputs?.maxAttempts === 1
    ? 'It was not tried again (`disable-retry`, or `retry-max-attempts: 1`).'
    : 'It was tried again with growing waits, and failed each time.'
}

/** The request id, for AWS support; empty where the answer had none. */
export function requestId({ requestId: id }: { requestId: string }): string {
  return id === '' ? '' : ` (request id ${quote(id)})`
}
