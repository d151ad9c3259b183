// What kind of answer came from the address of STS: throttled, a fault, or not of STS at all. Each answer is of one kind at most.
import type { FailureOf } from '../model.js'
import { isCode } from './cause.js'

type Answer = FailureOf<'aws' | 'not-sts'>

/** Codes that say all themselves: with these, the status tells nothing more. */
const NAMED = [
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

function isNamed(answer: Answer): boolean {
  return answer.kind === 'aws' && isCode(answer, ...NAMED)
}

export function isThrottled(answer: Answer): boolean {
  if (isNamed(answer)) return false
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
  if (isNamed(answer) || isThrottled(answer) || isForeign(answer)) return false
  if (answer.kind === 'not-sts') return true
  return (
    answer.status >= 500 ||
    isCode(answer, 'InternalFailure', 'InternalError', 'InternalServerError', 'ServiceUnavailable')
  )
}
