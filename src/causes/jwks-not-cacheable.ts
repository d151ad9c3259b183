// jwks-not-cacheable: the issuer forbids caching of its keys, so STS fetches them at every sign-in.
import type { Freshness } from '../model.js'
import { quote } from '../text.js'
import { cacheBarText } from '../words.js'
import { causeOf } from './cause.js'
import { curlHeaders, NO_KEY } from './shared/issuer.js'

export const jwksNotCacheable = causeOf('cache', {
  id: 'jwks-not-cacheable',
  section: 'issuer',
  title: "the issuer's keys may not be cached",
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache', 'repostInvalidToken'],
  explains: NO_KEY,
  matches: ({ peer, freshness }) => peer === 'jwks' && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `The issuer serves its keys at ${quote(url)} so that they may not be cached: ${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header)} (whole header: ${quote(header)}). STS then fetches them anew at every sign-in; when jobs run in parallel the issuer is asked many times at once, slows down or throttles, and sign-in fails now and then with "Couldn't retrieve verification key".`,
    fix: [
      'Let the issuer (or the proxy or CDN before it) send with the JWKS:\nCache-Control: public, max-age=3600',
      'Remove `no-cache`, `no-store`, `private`, `max-age=0`, `Pragma: no-cache` and a past `Expires` from that answer.',
      `Look again: ${curlHeaders(url)}`,
    ],
  }),
  page: {
    meaning:
      'STS caches the keys of an issuer only where the issuer allows it. AWS recommends to allow it; without it, parallel jobs fail at random.',
    tell: 'The header of the JWKS itself says it: this is a fact, not a guess. That the next failure is due to it can only be told then.',
  },
})

/** Not storable, or stale on arrival, by RFC 9111 or by AWS's own rule. */
export function isNotCacheable({ storable, prevents }: Freshness): boolean {
  return !storable || prevents !== undefined
}
