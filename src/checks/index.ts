// The checks, in the order in which the summary shows them.
import type { Failure, Known } from '../model.js'
import type { Check } from './check.js'
import { clocks } from './clocks.js'
import { discoveryFields } from './discovery-fields.js'
import { expectedClaims } from './expected-claims.js'
import { issuerAddress } from './issuer-address.js'
import { issuerCache } from './issuer-cache.js'
import { issuerCertificate } from './issuer-certificate.js'
import { issuerLatency } from './issuer-latency.js'
import { issuerReached } from './issuer-reached.js'
import { issuerUrl } from './issuer-url.js'
import { jwksKeys } from './jwks-keys.js'
import { jwksPublished } from './jwks-published.js'
import { setup } from './setup.js'
import { tokenAlgorithm } from './token-algorithm.js'
import { tokenAudience } from './token-audience.js'
import { tokenClaims } from './token-claims.js'
import { tokenEvent } from './token-event.js'
import { tokenKey } from './token-key.js'
import { tokenTags } from './token-tags.js'
import { tokenTimes } from './token-times.js'
import { trustPolicy } from './trust-policy.js'

export const CHECKS: readonly Check[] = [
  setup,
  tokenClaims,
  tokenTimes,
  clocks,
  tokenAudience,
  tokenAlgorithm,
  tokenTags,
  tokenEvent,
  expectedClaims,
  issuerUrl,
  issuerReached,
  issuerAddress,
  issuerCertificate,
  issuerLatency,
  discoveryFields,
  issuerCache,
  jwksKeys,
  jwksPublished,
  tokenKey,
  trustPolicy,
]

/** What all of them find, in their order. */
export function foundByChecks(known: Known): Failure[] {
  return CHECKS.flatMap((check) => check.judge(known))
}
