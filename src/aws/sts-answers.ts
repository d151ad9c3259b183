// What STS's answers mean by their codes and sentences: each code and each captured sentence once.
import { ownMember } from '../model/own-member.js'
import type { Failure, FailureOf, Known } from '../model.js'
import { isPassing } from './http-answers.js'

type Answer = FailureOf<'aws' | 'not-sts'>

/** The answer that AWS gives, since mid-2026, for a dozen different mistakes (evidence/sts-observations.json). */
export const GENERIC_MESSAGE = /web identity token provided could not be validated/i

/** STS could not get, or not use, the key that verifies the token. */
const KEY_MESSAGE = /Couldn.t retrieve verification key from your identity provider/i

/** The one sentence in which AWS's STS refuses a role to a token that it has verified. */
const REFUSAL_MESSAGE = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i

/** The form of S3's errors, in which the STS of S3's look-alikes refuses too (radosgw 16.2.15, captured): no `ErrorResponse` around it. */
const ROOT_ERROR = /^\s*(?:<\?xml[^>]{0,100}\?>)?\s*<Error>(?<members>.*)<\/Error>\s*$/s

/** Of a code: the longest of AWS's have some 50 characters. */
const CODE = /<Code>([A-Za-z][\w.]{0,99})<\/Code>/

/** What an answer of that form says; undefined for any other text. */
export function rootError(body: string): { code: string; message: string } | undefined {
  const members = ROOT_ERROR.exec(body)?.groups?.['members']
  const code = CODE.exec(members ?? '')?.[1]
  if (members === undefined || code === undefined) return undefined
  const message = /<Message>([^<]{0,2000})<\/Message>/.exec(members)?.[1] ?? ''
  return { code, message: message.replace(/&(lt|gt|quot|apos|amp|#39|#34);/g, unescaped).trim() }
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  amp: '&',
}

function unescaped(_whole: string, name: string): string {
  return ownMember(ENTITIES, name) ?? ''
}

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

/**
 * Of an endpoint that does not know the call, or wants it signed (AWS API reference, CommonErrors), or that took it for
 * a call of S3's (Amazon S3 API reference, "List of error codes").
 */
const FOREIGN: readonly string[] = [
  'MissingAuthenticationToken',
  'MissingAction',
  'InvalidAction',
  'UnknownOperation',
  'MethodNotAllowed',
  'NotImplemented',
  'NoSuchBucket',
  'InvalidBucketName',
  'MalformedPOSTRequest',
  'PreconditionFailed',
]

/** STS, of whatever make, does not know this call: nothing is said of who made it. */
export function isUnknownCall(failure: Failure): boolean {
  return (failure.kind === 'aws' || failure.kind === 'not-sts') && isForeign(failure)
}

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
  return answer.kind === 'not-sts' ? !isPassing(answer) : isCode(answer, ...FOREIGN)
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

/** A role's longest session where its owner set nothing; no role of Ceph's allows less (radosgw 16.2.15: 3600 to 43200). */
const SHORTEST_LIMIT = 3600

/**
 * Ceph's STS refuses the length of the session: it says `InvalidArgument` of a session name too, but of none that the
 * check of the inputs lets through.
 */
export function isTooLong(failure: Failure, { inputs }: Known): boolean {
  return (
    failure.kind === 'aws' &&
    inputs?.customEndpoint === true &&
    isCode(failure, 'InvalidArgument') &&
    inputs.roleDurationSeconds > SHORTEST_LIMIT
  )
}

/** AWS says `AccessDenied` of a parameter that this action never sends. */
export const PROVIDER_PARAMETER = /Unrecognized OAuth provider/i

/** Another STS than AWS's refuses, by a code that does not say why. */
export function isOpaque(failure: Failure, known: Known): boolean {
  if (failure.kind !== 'aws' || known.inputs?.customEndpoint !== true) return false
  if (!isJudgement(failure) || isForeign(failure) || isTooLong(failure, known)) return false
  return isCode(failure, 'AccessDenied')
    ? !isRefusal(failure) && !PROVIDER_PARAMETER.test(failure.message)
    : !isSelfExplanatory(failure)
}

/** MinIO has no usable key for the token: golang-jwt's sentence, as MinIO hands it on. */
const KEY_TYPE_MESSAGE = /key is of invalid type/i

/** STS could not get the key that verifies the token, or could not use it. */
export function isOfKey(failure: Failure): boolean {
  if (failure.kind !== 'aws') return false
  if (isCode(failure, 'InvalidIdentityToken')) return KEY_MESSAGE.test(failure.message)
  return isCode(failure, 'InvalidParameterValue') && KEY_TYPE_MESSAGE.test(failure.message)
}

/** STS has looked at the token, so it has met what it needs of the issuer, or says itself that it has not. */
export function isOfToken(failure: Failure): boolean {
  return failure.kind === 'aws' && isCode(failure, 'InvalidIdentityToken', 'ExpiredToken')
}

/** STS has judged the credentials that a call was signed with: neither throttled, nor a fault, nor another service. */
export function isJudgement(failure: Failure): boolean {
  return failure.kind === 'aws' && !isThrottled(failure) && !isOutage(failure)
}
