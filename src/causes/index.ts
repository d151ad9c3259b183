// The catalogue: every cause once, and the one question asked of it.
import { causePage } from '../doc-urls.js'
import type { Failure, Finding, Known } from '../model.js'
import type { Cause, Retry } from './cause.js'
import { inputInvalid } from './input-invalid.js'
import { jwksNotCacheable } from './jwks-not-cacheable.js'
import { providerKeysUnretrievable } from './provider-keys-unretrievable.js'
import { tokenPermissionMissing } from './token-permission-missing.js'
import { inputNotSupported } from './input-not-supported.js'
import { roleArnInvalid } from './role-arn-invalid.js'
import { partitionMismatch } from './partition-mismatch.js'
import { audienceUnusual } from './audience-unusual.js'
import { ambientCredentials } from './ambient-credentials.js'
import { tokenForkPullRequest } from './token-fork-pull-request.js'
import { tokenDependabot } from './token-dependabot.js'
import { tokenNotOnRunner } from './token-not-on-runner.js'
import { tokenServiceUnreachable } from './token-service-unreachable.js'
import { tokenServiceDenied } from './token-service-denied.js'
import { tokenServiceThrottled } from './token-service-throttled.js'
import { tokenServiceError } from './token-service-error.js'
import { tokenFileUnreadable } from './token-file-unreadable.js'
import { tokenMalformed } from './token-malformed.js'
import { tokenClaimMissing } from './token-claim-missing.js'
import { tokenTimestampInvalid } from './token-timestamp-invalid.js'
import { tokenExpired } from './token-expired.js'
import { tokenNotYetValid } from './token-not-yet-valid.js'
import { clockSkew } from './clock-skew.js'
import { tokenAudienceMismatch } from './token-audience-mismatch.js'
import { tokenAlgorithmUnsupported } from './token-algorithm-unsupported.js'
import { tokenTagsInvalid } from './token-tags-invalid.js'
import { regionUnknown } from './region-unknown.js'
import { unknown } from './unknown.js'

/** In the order of the path: inputs, token, issuer, STS. `unknown` is not among them: it takes what they leave. */
export const CAUSES: readonly Cause[] = [
  inputInvalid,
  inputNotSupported,
  roleArnInvalid,
  partitionMismatch,
  audienceUnusual,
  ambientCredentials,
  tokenPermissionMissing,
  tokenForkPullRequest,
  tokenDependabot,
  tokenNotOnRunner,
  tokenServiceUnreachable,
  tokenServiceDenied,
  tokenServiceThrottled,
  tokenServiceError,
  tokenFileUnreadable,
  tokenMalformed,
  tokenClaimMissing,
  tokenTimestampInvalid,
  tokenExpired,
  tokenNotYetValid,
  clockSkew,
  tokenAudienceMismatch,
  tokenAlgorithmUnsupported,
  tokenTagsInvalid,
  jwksNotCacheable,
  providerKeysUnretrievable,
]

export function causeFor(failure: Failure, known: Known): Cause {
  return CAUSES.find((cause) => cause.matches(failure, known)) ?? unknown
}

/** The retry that a failure deserves is its cause's to say. */
export function retryFor(failure: Failure, known: Known): { id: string; retry: Retry } {
  const cause = causeFor(failure, known)
  return { id: cause.id, retry: settle(cause.retry, failure, known) }
}

export function diagnose(failure: Failure, known: Known): Finding {
  const cause = causeFor(failure, known)
  const { why, fix, where } = cause.explain(failure, known)
  return {
    id: cause.id,
    severity: settle(cause.severity, failure, known),
    certainty: settle(cause.certainty, failure, known),
    title: cause.title,
    why,
    fix,
    docs: causePage(cause.id, known.run),
    evidence: [failure],
    ...(where === undefined ? {} : { where }),
  }
}

function settle<T>(
  value: T | ((failure: Failure, known: Known) => T),
  failure: Failure,
  known: Known,
): T {
  return typeof value === 'function'
    ? (value as (failure: Failure, known: Known) => T)(failure, known)
    : value
}
