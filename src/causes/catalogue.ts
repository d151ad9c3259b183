// The catalogue: every cause once, in the order of the path.

import { accountNotAllowed } from './account-not-allowed.js'
import { ambientCredentials } from './ambient-credentials.js'
import { audienceUnusual } from './audience-unusual.js'
import type { Cause } from './cause.js'
import { claimNotExpected } from './claim-not-expected.js'
import { clockSkew } from './clock-skew.js'
import { credentialsSpecialCharacters } from './credentials-special-characters.js'
import { deadlineExceeded } from './deadline-exceeded.js'
import { discoveryFieldMissing } from './discovery-field-missing.js'
import { discoveryIssuerMismatch } from './discovery-issuer-mismatch.js'
import { discoveryMalformed } from './discovery-malformed.js'
import { discoveryNotCacheable } from './discovery-not-cacheable.js'
import { discoveryRedirected } from './discovery-redirected.js'
import { discoveryUnavailable } from './discovery-unavailable.js'
import { idpCommunicationError } from './idp-communication-error.js'
import { idpRejectedClaim } from './idp-rejected-claim.js'
import { inputInvalid } from './input-invalid.js'
import { inputNotSupported } from './input-not-supported.js'
import { issuerDnsFailure } from './issuer-dns-failure.js'
import { issuerPrivateAddress } from './issuer-private-address.js'
import { issuerProxyFailure } from './issuer-proxy-failure.js'
import { issuerSlow } from './issuer-slow.js'
import { issuerTlsChainIncomplete } from './issuer-tls-chain-incomplete.js'
import { issuerTlsExpired } from './issuer-tls-expired.js'
import { issuerTlsExpiresSoon } from './issuer-tls-expires-soon.js'
import { issuerTlsNameMismatch } from './issuer-tls-name-mismatch.js'
import { issuerTlsUntrusted } from './issuer-tls-untrusted.js'
import { issuerUnreachable } from './issuer-unreachable.js'
import { issuerUrlInvalid } from './issuer-url-invalid.js'
import { jwksCacheShort } from './jwks-cache-short.js'
import { jwksKeyNotFound } from './jwks-key-not-found.js'
import { jwksKeyUnusable } from './jwks-key-unusable.js'
import { jwksKeyWeak } from './jwks-key-weak.js'
import { jwksKidDuplicate } from './jwks-kid-duplicate.js'
import { jwksKidMissing } from './jwks-kid-missing.js'
import { jwksMalformed } from './jwks-malformed.js'
import { jwksNotCacheable } from './jwks-not-cacheable.js'
import { jwksPrivateKey } from './jwks-private-key.js'
import { jwksRedirected } from './jwks-redirected.js'
import { jwksTooManyKeys } from './jwks-too-many-keys.js'
import { jwksUnavailable } from './jwks-unavailable.js'
import { partitionMismatch } from './partition-mismatch.js'
import { profileExists } from './profile-exists.js'
import { profileFileOdd } from './profile-file-odd.js'
import { profileUnwritable } from './profile-unwritable.js'
import { providerKeysUnretrievable } from './provider-keys-unretrievable.js'
import { providerNotFound } from './provider-not-found.js'
import { providerParameter } from './provider-parameter.js'
import { providerThumbprintMismatch } from './provider-thumbprint-mismatch.js'
import { regionFallbackUsed } from './region-fallback-used.js'
import { regionUnknown } from './region-unknown.js'
import { requestInvalid } from './request-invalid.js'
import { roleArnInvalid } from './role-arn-invalid.js'
import { roleInputEmpty } from './role-input-empty.js'
import { roleNotAssumable } from './role-not-assumable.js'
import { roleSessionTooLong } from './role-session-too-long.js'
import { runnerFileUnwritable } from './runner-file-unwritable.js'
import { sessionPolicyMalformed } from './session-policy-malformed.js'
import { sessionPolicyTooLarge } from './session-policy-too-large.js'
import { stsEndpointUnusable } from './sts-endpoint-unusable.js'
import { stsRegionDisabled } from './sts-region-disabled.js'
import { stsRetried } from './sts-retried.js'
import { stsThrottled } from './sts-throttled.js'
import { stsTlsUntrusted } from './sts-tls-untrusted.js'
import { stsUnavailable } from './sts-unavailable.js'
import { stsUnreachable } from './sts-unreachable.js'
import { tokenAlgorithmUnsupported } from './token-algorithm-unsupported.js'
import { tokenAudienceMismatch } from './token-audience-mismatch.js'
import { tokenClaimMissing } from './token-claim-missing.js'
import { tokenDependabot } from './token-dependabot.js'
import { tokenExpired } from './token-expired.js'
import { tokenFileUnreadable } from './token-file-unreadable.js'
import { tokenForkPullRequest } from './token-fork-pull-request.js'
import { tokenMalformed } from './token-malformed.js'
import { tokenNotOnRunner } from './token-not-on-runner.js'
import { tokenNotYetValid } from './token-not-yet-valid.js'
import { tokenPermissionMissing } from './token-permission-missing.js'
import { tokenRejected } from './token-rejected.js'
import { tokenServiceDenied } from './token-service-denied.js'
import { tokenServiceError } from './token-service-error.js'
import { tokenServiceThrottled } from './token-service-throttled.js'
import { tokenServiceUnreachable } from './token-service-unreachable.js'
import { tokenSignatureInvalid } from './token-signature-invalid.js'
import { tokenTagsInvalid } from './token-tags-invalid.js'
import { tokenTimestampInvalid } from './token-timestamp-invalid.js'
import { trustActionMissing } from './trust-action-missing.js'
import { trustAudienceMismatch } from './trust-audience-mismatch.js'
import { trustClaimNotAKey } from './trust-claim-not-a-key.js'
import { trustConditionMismatch } from './trust-condition-mismatch.js'
import { trustDenied } from './trust-denied.js'
import { trustPolicyDiffers } from './trust-policy-differs.js'
import { trustPolicyUnreadable } from './trust-policy-unreadable.js'
import { trustProviderMismatch } from './trust-provider-mismatch.js'
import { trustSubjectCase } from './trust-subject-case.js'
import { trustSubjectCustomised } from './trust-subject-customised.js'
import { trustSubjectEnvironment } from './trust-subject-environment.js'
import { trustSubjectImmutable } from './trust-subject-immutable.js'
import { trustSubjectMismatch } from './trust-subject-mismatch.js'
import { trustSubjectPullRequest } from './trust-subject-pull-request.js'
import { trustTooOpen } from './trust-too-open.js'
import { trustUndecided } from './trust-undecided.js'
import { trustWildcardWithEquals } from './trust-wildcard-with-equals.js'

/** In the order of the path: inputs, token, issuer, STS. `unknown` is not among them: it takes what they leave. */
export const CAUSES: readonly Cause[] = [
  inputInvalid,
  inputNotSupported,
  roleArnInvalid,
  roleInputEmpty,
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
  issuerUrlInvalid,
  issuerDnsFailure,
  issuerPrivateAddress,
  issuerUnreachable,
  issuerProxyFailure,
  issuerTlsUntrusted,
  issuerTlsChainIncomplete,
  issuerTlsExpired,
  issuerTlsNameMismatch,
  issuerTlsExpiresSoon,
  discoveryUnavailable,
  jwksUnavailable,
  discoveryRedirected,
  jwksRedirected,
  discoveryMalformed,
  jwksMalformed,
  discoveryIssuerMismatch,
  discoveryFieldMissing,
  issuerSlow,
  jwksNotCacheable,
  discoveryNotCacheable,
  jwksCacheShort,
  jwksKeyNotFound,
  jwksKidMissing,
  jwksKeyUnusable,
  jwksKidDuplicate,
  jwksTooManyKeys,
  jwksKeyWeak,
  jwksPrivateKey,
  tokenSignatureInvalid,
  regionUnknown,
  claimNotExpected,
  stsUnreachable,
  stsTlsUntrusted,
  stsEndpointUnusable,
  stsThrottled,
  stsUnavailable,
  stsRegionDisabled,
  requestInvalid,
  sessionPolicyMalformed,
  sessionPolicyTooLarge,
  roleSessionTooLong,
  providerParameter,
  providerNotFound,
  providerThumbprintMismatch,
  providerKeysUnretrievable,
  idpCommunicationError,
  idpRejectedClaim,
  tokenRejected,
  roleNotAssumable,
  trustPolicyUnreadable,
  trustProviderMismatch,
  trustActionMissing,
  trustClaimNotAKey,
  trustSubjectEnvironment,
  trustSubjectPullRequest,
  trustSubjectImmutable,
  trustSubjectCase,
  trustSubjectCustomised,
  trustWildcardWithEquals,
  trustSubjectMismatch,
  trustAudienceMismatch,
  trustConditionMismatch,
  trustDenied,
  trustUndecided,
  trustPolicyDiffers,
  trustTooOpen,
  accountNotAllowed,
  credentialsSpecialCharacters,
  regionFallbackUsed,
  stsRetried,
  profileExists,
  profileFileOdd,
  profileUnwritable,
  runnerFileUnwritable,
  deadlineExceeded,
]
