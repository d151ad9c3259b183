// Whether the issuer was seen short of capacity: then its keys are worth waiting for, else only as long as any passing fault.
import { SLOW_MS } from '../../aws/limits.js'
import type { Fetched, Known } from '../../model.js'
import type { Retry } from '../cause.js'

/**
 * How to go on where STS could not get the keys. If they may not be cached, STS fetches them for every job, and the issuer
 * gives way under many: that passes. If nothing of the kind was seen, it may be for good, as with an issuer that only
 * listed addresses reach.
 */
export function retryOfKeys({ issuer }: Known): Retry {
  if (!issuer) return 'transient'
  const fetches = [issuer.discovery, ...(issuer.jwks ? [issuer.jwks] : [])]
  const isLoaded = issuer.totalMs > SLOW_MS || fetches.some(isUncached)
  return isLoaded ? 'throttled' : 'transient'
}

/** Not stored, or stale as it comes. */
function isUncached({ result, freshness }: Fetched<unknown>): boolean {
  if (!result.ok || !freshness) return false
  const { prevents, storable, lifetimeSeconds } = freshness
  return prevents !== undefined || !storable || lifetimeSeconds === 0
}
