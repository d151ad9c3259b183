// What STS's answers mean by their codes and sentences: each code and each captured sentence once.
import type { Failure, FailureOf, Known } from '../model.js'

type Answer = FailureOf<'aws' | 'not-sts'>

/** The answer that AWS gives, since mid-2026, for a dozen different mistakes (evidence/sts-observations.json). */
export const GENERIC_MESSAGE = /web identity token provided could not be validated/i

/** STS could not get, or not use, the key that verifies the token. */
export const KEY_MESSAGE = /Couldn.t retrieve verification key from your identity provider/i

/** The one sentence in which AWS's STS refuses a role to a token that it has verified. */
const REFUSAL_MESSAGE = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i

/** Error codes as STS sends them and as the SDK names them: `InvalidIdentityToken` and `…Exception` are one. */
export function isCode(failure: { code: string }, ...codes: readonly string[]): boolean {
  return codes.includes(failure.code.replace(/Exception$/, ''))
}

/** Codes that say all themselves: with these, the status tells nothing more. */
const SELF_EXPLANATORY: readonly string[] = [
  'AccessDenied',
  'ExpiredToken',
  'IDPCommunicationError',
  'IDPRejectedClaim',
  'InvalidIdentityToken',
  'InvalidParameterValue',
  'MalformedPolicyDocument',
  'MissingParameter',
  'PackedPolicyTooLarge',
  'RegionDisabled',
  'Validation',
  'ValidationError',
]

/** Too many calls (AWS API reference, CommonErrors; the SDK's own list of throttling codes; SlowDown: S3 and Ceph). */
const THROTTLING: readonly string[] = [
  'Throttling',
  'Throttled',
  'SlowDown',
  'RequestLimitExceeded',
]

/** Of an endpoint that does not know the call, or wants it signed (AWS API reference, CommonErrors). */
const FOREIGN: readonly string[] = [
  'MissingAuthenticationToken',
  'MissingAction',
  'InvalidAction',
  'UnknownOperation',
  'MethodNotAllowed',
]

/** Faults of the service (AWS API reference, CommonErrors). */
const OUTAGE: readonly string[] = [
  'InternalFailure',
  'InternalError',
  'InternalServerError',
  'ServiceUnavailable',
]

function isSelfExplanatory(answer: Answer): boolean {
  return answer.kind === 'aws' && isCode(answer, ...SELF_EXPLANATORY)
}

/** STS, or something before it, says that too many calls were made. */
export function isThrottled(answer: Answer): boolean {
  if (isSelfExplanatory(answer)) return false
  if (answer.status === 429) return true
  return (
    answer.kind === 'aws' &&
    (isCode(answer, ...THROTTLING) || /^Rate exceeded/i.test(answer.message))
  )
}

/** Not the words of an STS that knows AssumeRoleWithWebIdentity, and no passing fault either. */
export function isForeign(answer: Answer): boolean {
  if (isThrottled(answer)) return false
  return answer.kind === 'not-sts' ? answer.status < 500 : isCode(answer, ...FOREIGN)
}

/** A fault of STS, or of a load balancer before it. */
export function isOutage(answer: Answer): boolean {
  if (isSelfExplanatory(answer) || isThrottled(answer) || isForeign(answer)) return false
  return answer.kind === 'not-sts' || answer.status >= 500 || isCode(answer, ...OUTAGE)
}

/** STS refuses this role, in its captured sentence. */
export function isRefusal(failure: Failure): boolean {
  return (
    failure.kind === 'aws' &&
    isCode(failure, 'AccessDenied') &&
    REFUSAL_MESSAGE.test(failure.message)
  )
}

/**
 * STS has verified the token, and refuses the role: AWS's own STS says so in this sentence only. Others say
 * `AccessDenied` of expired tokens too (Ceph), and AWS says it of `Unrecognized OAuth provider`.
 */
export function isPastToken(failure: Failure, { inputs }: Known): boolean {
  return inputs?.customEndpoint !== true && isRefusal(failure)
}

/** STS has looked at the token, so it has met what it needs of the issuer, or says itself that it has not. */
export function isOfToken(failure: Failure): boolean {
  return failure.kind === 'aws' && isCode(failure, 'InvalidIdentityToken', 'ExpiredToken')
}

/** STS has judged the credentials that a call was signed with: neither throttled, nor a fault, nor another service. */
export function isJudgement(failure: Failure): boolean {
  return failure.kind === 'aws' && !isThrottled(failure) && !isOutage(failure)
}
