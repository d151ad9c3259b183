// May STS cache the issuer's documents, and for long enough?
import type { Failure, Fetched, IssuerPeer } from '../model.js'
import type { Check } from './check.js'

/** Shorter than this, parallel jobs of one pipeline meet an empty cache again and again. */
const SHORT_SECONDS = 60

export const issuerCache: Check = {
  id: 'issuer-cache',
  title: 'Keys may be cached',
  asked: ({ issuer }) => issuer?.jwks?.result.ok === true && issuer.jwks.freshness !== undefined,
  judge({ issuer }) {
    if (!issuer) return []
    return [
      ...judgeFreshness('jwks', issuer.jwks),
      ...judgeFreshness('discovery', issuer.discovery),
    ]
  },
}

function judgeFreshness(peer: IssuerPeer, fetched: Fetched<unknown> | undefined): Failure[] {
  const { observed, freshness } = fetched ?? {}
  if (!observed || !freshness || !fetched?.result.ok) return []
  const { storable, prevents, lifetimeSeconds } = freshness
  // A short life of the discovery document is no matter: it is the keys that everybody waits for.
  const long = peer === 'discovery' || lifetimeSeconds >= SHORT_SECONDS
  if (storable && prevents === undefined && long) return []
  const header = observed.headers['cache-control'] ?? ''
  return [{ kind: 'cache', peer, url: observed.url, freshness, header }]
}
