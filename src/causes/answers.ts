// The causes that take an answer of STS's: all that a run asks which nothing else went wrong in.
import { CAUSE_IDS } from '../model/cause-ids.js'
import type { Cause } from './cause.js'
import { idpCommunicationError } from './idp-communication-error.js'
import { idpRejectedClaim } from './idp-rejected-claim.js'
import { providerKeysUnretrievable } from './provider-keys-unretrievable.js'
import { providerNotFound } from './provider-not-found.js'
import { providerParameter } from './provider-parameter.js'
import { providerThumbprintMismatch } from './provider-thumbprint-mismatch.js'
import { requestInvalid } from './request-invalid.js'
import { roleArnInvalid } from './role-arn-invalid.js'
import { roleNotAssumable } from './role-not-assumable.js'
import { roleSessionTooLong } from './role-session-too-long.js'
import { sessionPolicyMalformed } from './session-policy-malformed.js'
import { sessionPolicyTooLarge } from './session-policy-too-large.js'
import { stsEndpointUnusable } from './sts-endpoint-unusable.js'
import { stsRefused } from './sts-refused.js'
import { stsRegionDisabled } from './sts-region-disabled.js'
import { stsThrottled } from './sts-throttled.js'
import { stsUnavailable } from './sts-unavailable.js'
import { tokenAudienceMismatch } from './token-audience-mismatch.js'
import { tokenClaimMissing } from './token-claim-missing.js'
import { tokenExpired } from './token-expired.js'
import { tokenMalformed } from './token-malformed.js'
import { tokenNotYetValid } from './token-not-yet-valid.js'
import { tokenRejected } from './token-rejected.js'
import { tokenSignatureInvalid } from './token-signature-invalid.js'
import { tokenTagsInvalid } from './token-tags-invalid.js'
import { tokenTimestampInvalid } from './token-timestamp-invalid.js'
import { trustPolicyDiffers } from './trust-policy-differs.js'

export const ANSWERS = {
  'role-arn-invalid': roleArnInvalid,
  'token-malformed': tokenMalformed,
  'token-claim-missing': tokenClaimMissing,
  'token-timestamp-invalid': tokenTimestampInvalid,
  'token-expired': tokenExpired,
  'token-not-yet-valid': tokenNotYetValid,
  'token-audience-mismatch': tokenAudienceMismatch,
  'token-tags-invalid': tokenTagsInvalid,
  'token-signature-invalid': tokenSignatureInvalid,
  'sts-endpoint-unusable': stsEndpointUnusable,
  'sts-throttled': stsThrottled,
  'sts-unavailable': stsUnavailable,
  'sts-region-disabled': stsRegionDisabled,
  'request-invalid': requestInvalid,
  'session-policy-malformed': sessionPolicyMalformed,
  'session-policy-too-large': sessionPolicyTooLarge,
  'role-session-too-long': roleSessionTooLong,
  'provider-parameter': providerParameter,
  'provider-not-found': providerNotFound,
  'provider-thumbprint-mismatch': providerThumbprintMismatch,
  'provider-keys-unretrievable': providerKeysUnretrievable,
  'idp-communication-error': idpCommunicationError,
  'idp-rejected-claim': idpRejectedClaim,
  'token-rejected': tokenRejected,
  'sts-refused': stsRefused,
  'role-not-assumable': roleNotAssumable,
  'trust-policy-differs': trustPolicyDiffers,
}

/** In the order of the path. */
export const ANSWERED: readonly Cause[] = CAUSE_IDS.flatMap((id) =>
  id in ANSWERS ? [ANSWERS[id as keyof typeof ANSWERS]] : [],
)
