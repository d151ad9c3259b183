// An answer with another status than 200, as evidence.
import type { FailureOf, Observed, Peer } from '../model.js'

export function httpFailure(
  peer: Peer,
  { url, status, headers, retryAfterSeconds }: Observed,
  excerpt: string,
): FailureOf<'http'> {
  const asked = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  return { kind: 'http', peer, url, status, headers, excerpt, ...asked }
}
