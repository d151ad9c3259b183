// What several checks of the issuer ask: what was fetched, from which host, and whether its addresses are private.

import ipaddr from 'ipaddr.js'
import { isInternalName, isUnrouted } from '../aws/addresses.js'
import { hostOf } from '../aws/url.js'
import type { Fetched, IssuerPeer, Jwk, Known } from '../model.js'
import { jsonOf } from '../text.js'

export interface Fetch {
  peer: IssuerPeer
  fetched: Fetched<unknown>
}

/** Discovery, then the keys, as far as they were asked for. */
export function fetchesOf({ issuer }: Known): Fetch[] {
  if (!issuer) return []
  const { discovery, jwks } = issuer
  return [
    { peer: 'discovery', fetched: discovery },
    ...(jwks ? [{ peer: 'jwks' as const, fetched: jwks }] : []),
  ]
}

/** Whether both documents were asked for, and this is true of each. */
export function holdsOfBoth(known: Known, is: (fetch: Fetch) => boolean): boolean {
  const fetches = fetchesOf(known)
  return fetches.length === 2 && fetches.every(is)
}

/** The addresses of the fetched host, as far as they were seen. A proxy's addresses are not the host's. */
export function addressesOf({ fetched: { url, observed, result } }: Fetch): string[] {
  const failure = result.ok ? undefined : result.failure
  const network = failure?.kind === 'network' ? failure : undefined
  if (observed?.proxy || network?.proxy || network?.phase === 'proxy') return []
  const host = hostOf(url)
  const seen = observed?.addresses ?? network?.addresses ?? []
  return ipaddr.isValid(host) ? [host] : [...seen]
}

/** The same where all of them are private; else none. */
export function privateAddresses(fetch: Fetch): string[] {
  const addresses = addressesOf(fetch)
  return addresses.every(isUnrouted) ? addresses : []
}

/** STS cannot come to its host, by the name or by the addresses. */
export function isOutOfReach(fetch: Fetch): boolean {
  return isInternalName(hostOf(fetch.fetched.url)) || privateAddresses(fetch).length > 0
}

/** True where STS is AWS's own, which comes from the internet and keeps IAM's rules. */
export function isAwsSts({ inputs }: Known): boolean {
  return inputs?.customEndpoint !== true
}

export interface Keys {
  url: string
  /** What counts: the copy that was fetched past caches, where there is one. */
  keys: readonly Jwk[]
  /** The copy that came first, perhaps from a cache. */
  cached: readonly Jwk[]
}

export function keysOf({ issuer }: Known): Keys | undefined {
  const { jwks, refetched } = issuer ?? {}
  if (!jwks?.result.ok) return undefined
  const cached = jwks.result.value
  return { url: jwks.url, keys: refetched?.result.ok ? refetched.result.value : cached, cached }
}

/** The id of a key as text; empty where it has none. */
export function kidOf({ kid }: Jwk): string {
  if (kid === undefined) return ''
  return typeof kid === 'string' ? kid : jsonOf(kid)
}

/** Each id once. */
export function idsOf(keys: readonly Jwk[]): string[] {
  return [...new Set(keys.map(kidOf))].filter((id) => id !== '')
}
