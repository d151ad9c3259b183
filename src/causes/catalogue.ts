// The catalogue: every cause once, under its id; those that take an answer of STS's stand in answers.ts.

import { CAUSE_IDS } from '../model/cause-ids.js'
import type { CauseId } from '../model.js'
import { accountNotAllowed } from './account-not-allowed.js'
import { ambientCredentials } from './ambient-credentials.js'
import { ANSWERS } from './answers.js'
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
import { eventNotToldApart } from './event-not-told-apart.js'
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
import { issuerUnchecked } from './issuer-unchecked.js'
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
import { regionFallbackUsed } from './region-fallback-used.js'
import { regionUnknown } from './region-unknown.js'
import { roleInputEmpty } from './role-input-empty.js'
import { runnerFileUnwritable } from './runner-file-unwritable.js'
import { stsRetried } from './sts-retried.js'
import { stsTlsUntrusted } from './sts-tls-untrusted.js'
import { stsUnreachable } from './sts-unreachable.js'
import { tokenAlgorithmUnsupported } from './token-algorithm-unsupported.js'
import { tokenDependabot } from './token-dependabot.js'
import { tokenFileUnreadable } from './token-file-unreadable.js'
import { tokenForkPullRequest } from './token-fork-pull-request.js'
import { tokenNotOnRunner } from './token-not-on-runner.js'
import { tokenPermissionMissing } from './token-permission-missing.js'
import { tokenServiceDenied } from './token-service-denied.js'
import { tokenServiceError } from './token-service-error.js'
import { tokenServiceThrottled } from './token-service-throttled.js'
import { tokenServiceUnreachable } from './token-service-unreachable.js'
import { trustActionMissing } from './trust-action-missing.js'
import { trustAudienceMismatch } from './trust-audience-mismatch.js'
import { trustClaimNotAKey } from './trust-claim-not-a-key.js'
import { trustConditionMismatch } from './trust-condition-mismatch.js'
import { trustDenied } from './trust-denied.js'
import { trustIdsOpen } from './trust-ids-open.js'
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

/** A cause that is missing, misspelt or filed under another's id does not compile. */
export type Catalogue = { readonly [Id in Exclude<CauseId, 'unknown'>]: Cause<Id> }

const CATALOGUE: Catalogue = {
  ...ANSWERS,
  'input-invalid': inputInvalid,
  'input-not-supported': inputNotSupported,
  'role-input-empty': roleInputEmpty,
  'event-not-told-apart': eventNotToldApart,
  'partition-mismatch': partitionMismatch,
  'audience-unusual': audienceUnusual,
  'ambient-credentials': ambientCredentials,
  'token-permission-missing': tokenPermissionMissing,
  'token-fork-pull-request': tokenForkPullRequest,
  'token-dependabot': tokenDependabot,
  'token-not-on-runner': tokenNotOnRunner,
  'token-service-unreachable': tokenServiceUnreachable,
  'token-service-denied': tokenServiceDenied,
  'token-service-throttled': tokenServiceThrottled,
  'token-service-error': tokenServiceError,
  'token-file-unreadable': tokenFileUnreadable,
  'clock-skew': clockSkew,
  'token-algorithm-unsupported': tokenAlgorithmUnsupported,
  'issuer-url-invalid': issuerUrlInvalid,
  'issuer-dns-failure': issuerDnsFailure,
  'issuer-private-address': issuerPrivateAddress,
  'issuer-unreachable': issuerUnreachable,
  'issuer-proxy-failure': issuerProxyFailure,
  'issuer-tls-untrusted': issuerTlsUntrusted,
  'issuer-tls-chain-incomplete': issuerTlsChainIncomplete,
  'issuer-tls-expired': issuerTlsExpired,
  'issuer-tls-name-mismatch': issuerTlsNameMismatch,
  'issuer-tls-expires-soon': issuerTlsExpiresSoon,
  'discovery-unavailable': discoveryUnavailable,
  'jwks-unavailable': jwksUnavailable,
  'discovery-redirected': discoveryRedirected,
  'jwks-redirected': jwksRedirected,
  'discovery-malformed': discoveryMalformed,
  'jwks-malformed': jwksMalformed,
  'discovery-issuer-mismatch': discoveryIssuerMismatch,
  'discovery-field-missing': discoveryFieldMissing,
  'issuer-slow': issuerSlow,
  'issuer-unchecked': issuerUnchecked,
  'jwks-not-cacheable': jwksNotCacheable,
  'discovery-not-cacheable': discoveryNotCacheable,
  'jwks-cache-short': jwksCacheShort,
  'jwks-key-not-found': jwksKeyNotFound,
  'jwks-kid-missing': jwksKidMissing,
  'jwks-key-unusable': jwksKeyUnusable,
  'jwks-kid-duplicate': jwksKidDuplicate,
  'jwks-too-many-keys': jwksTooManyKeys,
  'jwks-key-weak': jwksKeyWeak,
  'jwks-private-key': jwksPrivateKey,
  'region-unknown': regionUnknown,
  'claim-not-expected': claimNotExpected,
  'sts-unreachable': stsUnreachable,
  'sts-tls-untrusted': stsTlsUntrusted,
  'trust-policy-unreadable': trustPolicyUnreadable,
  'trust-provider-mismatch': trustProviderMismatch,
  'trust-action-missing': trustActionMissing,
  'trust-claim-not-a-key': trustClaimNotAKey,
  'trust-subject-environment': trustSubjectEnvironment,
  'trust-subject-pull-request': trustSubjectPullRequest,
  'trust-subject-immutable': trustSubjectImmutable,
  'trust-subject-case': trustSubjectCase,
  'trust-subject-customised': trustSubjectCustomised,
  'trust-wildcard-with-equals': trustWildcardWithEquals,
  'trust-subject-mismatch': trustSubjectMismatch,
  'trust-audience-mismatch': trustAudienceMismatch,
  'trust-condition-mismatch': trustConditionMismatch,
  'trust-denied': trustDenied,
  'trust-undecided': trustUndecided,
  'trust-too-open': trustTooOpen,
  'trust-ids-open': trustIdsOpen,
  'account-not-allowed': accountNotAllowed,
  'credentials-special-characters': credentialsSpecialCharacters,
  'region-fallback-used': regionFallbackUsed,
  'sts-retried': stsRetried,
  'profile-exists': profileExists,
  'profile-file-odd': profileFileOdd,
  'profile-unwritable': profileUnwritable,
  'runner-file-unwritable': runnerFileUnwritable,
  'deadline-exceeded': deadlineExceeded,
}

/** In the order of the path. `unknown` is not among them: it takes what they leave. */
export const CAUSES: readonly Cause[] = CAUSE_IDS.filter((id) => id !== 'unknown').map(
  (id) => CATALOGUE[id],
)
