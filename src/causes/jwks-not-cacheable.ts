// jwks-not-cacheable: the issuer forbids caching of its keys, so STS fetches them at every sign-in.
import type { Freshness } from '../model.js'
import { quote } from '../text.js'
import { cacheBarText } from '../words.js'
import { causeOf } from './cause.js'
import { lookAtHeaders, NO_KEY, sendCacheHeader, stopAt } from './shared/issuer.js'

export const jwksNotCacheable = causeOf('cache', {
  id: 'jwks-not-cacheable',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer forbids caching of its keys',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache', 'repostInvalidToken'],
  explains: NO_KEY,
  matches: ({ peer, freshness }) => peer === 'jwks' && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline: `the issuer forbids caching of its keys (${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header, 60)})`,
    shown: [
      { show: 'code', code: headerLines(header, freshness), language: 'http' },
      {
        show: 'sentence',
        say: 'STS then fetches the keys at every sign-in. Many jobs at once can overload the issuer, and some of them fail.',
      },
    ],
    steps: [
      {
        ...sendCacheHeader(url),
        then: 'Publish a new key at least an hour before you sign with it: caches hold the old list for as long.',
      },
      {
        say: 'Remove `no-cache`, `no-store`, `private`, `max-age=0`, `Pragma: no-cache` and a past `Expires` from that answer',
      },
    ],
    confirm: [lookAtHeaders(url)],
    stop: stopAt('jwks'),
  }),
  page: {
    meaning:
      'STS caches the keys of an issuer only where the issuer allows it, and AWS recommends to allow it. Without that, jobs that sign in at the same time make STS ask the issuer once each: it slows down or throttles, and sign-in fails now and then with "Couldn\'t retrieve verification key".',
    tell: 'The header of the JWKS itself says it: this is a fact, not a guess. That the next failure is due to it can only be told then.',
  },
})

/** Not storable, or stale on arrival, by RFC 9111 or by AWS's own rule. */
export function isNotCacheable({ storable, prevents }: Freshness): boolean {
  return !storable || prevents !== undefined
}

/** The headers that forbid it, as they were sent. */
export function headerLines(header: string, { prevents }: Freshness): string {
  const other = prevents && prevents.header !== 'cache-control' ? [cacheBarText(prevents)] : []
  return [
    ...(header === '' && other.length > 0 ? [] : [`Cache-Control: ${header}`]),
    ...other,
  ].join('\n')
}
