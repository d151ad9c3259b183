// Commands and phrases that the causes of STS's answers share, with this run's own values filled in.
import type { FailureOf, Known } from '../model.js'
import { partitionOf } from '../regions.js'
import { quote, shellWord } from '../text.js'
import { isCode } from './cause.js'
import { providerArn } from './phrases-token.js'

export function stsUrl({ inputs }: Known): string {
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
  const service = `com.amazonaws.${known.inputs?.region ?? '<region>'}.sts`
  return [
    `${ask}\nAn answer with the header \`x-amzn-RequestId\` comes from STS. Any other answer comes from something in between.`,
    `In an AWS VPC without internet access, make an interface endpoint for ${quote(service)} with private DNS on, and let its security group take port 443 from this runner.`,
    proxy,
  ]
}

export function issuerOf({ token, issuer }: Known): string {
  return token?.issuer || issuer?.url || '<issuer>'
}

/** What IAM compares with the client ids of the provider: `azp`, where the token has one, else `aud`. */
export function audienceOf({ token, inputs }: Known): string {
  const azp = token?.claims['azp']
  if (typeof azp === 'string' && azp !== '') return azp
  return token?.audiences[0] ?? inputs?.audience ?? '<audience>'
}

export function accountOf({ inputs }: Known): string {
  return inputs?.role?.account || '<account>'
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

type Answer = FailureOf<'aws' | 'not-sts'>

export function isThrottled(answer: Answer): boolean {
  if (answer.status === 429) return true
  return (
    answer.kind === 'aws' &&
    (isCode(answer, 'Throttling', 'Throttled', 'SlowDown', 'RequestLimitExceeded') ||
      /^Rate exceeded/i.test(answer.message))
  )
}

/** Not the words of an STS that knows AssumeRoleWithWebIdentity, and no passing fault either. */
export function isForeign(answer: Answer): boolean {
  if (isThrottled(answer)) return false
  if (answer.kind === 'not-sts') return answer.status < 500
  return isCode(
    answer,
    'MissingAuthenticationToken',
    'MissingAction',
    'InvalidAction',
    'UnknownOperation',
    'MethodNotAllowed',
  )
}

/** A fault of STS, or of a load balancer before it. */
export function isOutage(answer: Answer): boolean {
  if (isThrottled(answer) || isForeign(answer)) return false
  if (answer.kind === 'not-sts') return true
  if (isCode(answer, 'IDPCommunicationError')) return false
  return (
    answer.status >= 500 ||
    isCode(answer, 'InternalFailure', 'InternalError', 'InternalServerError', 'ServiceUnavailable')
  )
}

/** The request id, for AWS support; empty where the answer had none. */
export function requestId({ requestId: id }: { requestId: string }): string {
  return id === '' ? '' : ` (request id ${quote(id)})`
}
