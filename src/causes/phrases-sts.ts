// Commands and phrases that the causes of STS's answers share, with this run's own values filled in.
import type { Known } from '../model.js'
import { partitionOf } from '../regions.js'
import { oneLine, quote, shellWord } from '../text.js'
import { partyOf } from '../token-rules.js'
import { providerArn } from './phrases-token.js'

export function stsUrl({ inputs, endpoint }: Known): string {
  if (endpoint) return endpoint
  if (inputs?.stsEndpoint) return inputs.stsEndpoint
  const region = inputs?.region || 'us-east-1'
  return `https://sts.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`
}

export function stsHost(known: Known): string {
  return stsUrl(known).replace(/^https?:\/\/|\/.*$/gi, '')
}

/** What to look at when something stands between the runner and STS: the endpoint, a VPC, a proxy. */
export function pathToSts(known: Known): string[] {
  const url = stsUrl(known)
  const host = stsHost(known)
  const ask = `Ask it by hand, from this runner: curl -sS -D- ${shellWord(url)}`
  const proxy = `Where this network needs a proxy, set HTTPS_PROXY in the environment of the runner, and let the proxy pass ${quote(host)} through unopened. Where STS is reached without one, add ${quote(host)} to NO_PROXY.`
  if (known.inputs?.customEndpoint)
    return [`${ask}\nIf that fails too, correct the input \`sts-endpoint\`.`, proxy]
  const region = known.inputs?.region ?? '<region>'
  // As `aws ec2 describe-vpc-endpoint-services` lists it in cn-north-1 and cn-northwest-1.
  const service = `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.sts`
  return [
    `${ask}\nAn answer with the header \`x-amzn-RequestId\` comes from STS. Any other answer comes from something in between.`,
    `In an AWS VPC without internet access, make an interface endpoint for ${quote(service)} with private DNS on, and let its security group take port 443 from this runner.`,
    proxy,
  ]
}

/** Regions that every account of a partition has switched on, the main one first. */
const ALWAYS_ON: Readonly<Record<string, readonly string[]>> = {
  aws: ['us-east-1', 'us-west-2'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
}

/** Another region of the same partition to sign in through; undefined where there may be none. */
export function otherRegion({ inputs }: Known): string | undefined {
  if (inputs?.customEndpoint) return undefined
  return ALWAYS_ON[inputs?.partition ?? 'aws']?.find((region) => region !== inputs?.region)
}

export function issuerOf({ token, issuer }: Known): string {
  return token?.issuer || issuer?.url || '<issuer>'
}

/** What IAM compares with the client ids of the provider: `azp`, where the token has one, else `aud`. */
export function audienceOf({ token, inputs }: Known): string {
  const { value } = partyOf(token?.claims ?? {})
  const [party] = [value].flat()
  return typeof party === 'string' && party !== '' ? party : (inputs?.audience ?? '<audience>')
}

export function accountOf({ inputs }: Known): string {
  return oneLine(inputs?.role?.account || '<account>')
}

/** The role's name as the commands of IAM take it, without its path. */
export function roleName({ inputs }: Known): string {
  return shellWord(inputs?.role?.name.split('/').at(-1) || '<role>')
}

/** Writes the trust policy alone, as it is in AWS: a document that IAM takes back. */
export function savePolicy(known: Known): string {
  return `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument --output json > trust-policy.json`
}

/** How `trust-policy` is given the policy as it is in AWS; this step is to get its credentials yet. */
export function givePolicy(known: Known): string {
  return `on a machine with credentials of account ${accountOf(known)}, run this, commit the file, and set \`trust-policy: trust-policy.json\`:\n${savePolicy(known)}`
}

/** The issuer as IAM writes it in ARNs and condition keys: without `https://`, path included. */
export function providerName(issuer: string): string {
  return issuer.replace(/^https?:\/\//i, '')
}

export function getProvider(known: Known): string {
  return `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(providerArn(known))}`
}

export function createProvider(known: Known, issuer = issuerOf(known)): string {
  return `aws iam create-open-id-connect-provider --url ${shellWord(issuer)} --client-id-list ${shellWord(audienceOf(known))}`
}

/** What stands in the place of a provider for Google, which has none of its own in the account. */
export function withoutProvider(known: Known): string[] {
  return [
    'Do not make a provider for Google in the account: AWS has it built in, and says not to.',
    `Name Google in the trust policy of the role by its host:\n"Principal": {"Federated": "${providerArn(known)}"}`,
  ]
}

/** A fresh token of Google's, since no provider can be missing. */
export function freshToken(known: Known): string {
  return `Get a fresh ID token (not an access token) for the audience ${quote(audienceOf(known))}, and run the job again.`
}

/** The two requests of STS to the issuer, to be made from elsewhere: what one network sees another may not. */
export function askIssuer(known: Known): string[] {
  const url = issuerOf(known).replace(/\/$/, '')
  const jwks = known.issuer?.jwks?.url
  return [
    `Try from another network (a phone, a laptop at home): curl -sS -D- ${shellWord(`${url}/.well-known/openid-configuration`)}`,
    jwks === undefined
      ? 'Then try the URL that stands in its answer as `jwks_uri`, in the same way.'
      : `Then the keys: curl -sS -D- ${shellWord(jwks)}`,
    "Look in the issuer's access log for answers of 403, 429 or 5xx, or of more than 5 s, to AWS addresses; let both paths be reached from the whole internet.",
  ]
}

/** A cap of one attempt means that nothing was tried again. */
export function triedAgain({ inputs }: Known): string {
  return inputs?.maxAttempts === 1
    ? 'It was not tried again (`disable-retry`, or `retry-max-attempts: 1`).'
    : 'It was tried again with growing waits, and failed each time.'
}

/** The request id, for AWS support; empty where the answer had none. */
export function requestId({ requestId: id }: { requestId: string }): string {
  return id === '' ? '' : ` (request id ${quote(id)})`
}
