// jwks-cache-short: the issuer's keys may be cached, but for so short a time that it helps little.
import { duration } from '../text.js'
import { causeOf } from './cause.js'
import { isNotCacheable } from './jwks-not-cacheable.js'
import { lookAtHeaders, sendCacheHeader, stopAt } from './shared/issuer.js'

export const jwksCacheShort = causeOf('cache', {
  id: 'jwks-cache-short',
  section: 'issuer',
  atIssuer: true,
  title: "the cache lifetime of the issuer's keys is less than a minute",
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache'],
  matches: ({ peer, freshness }) => peer === 'jwks' && !isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline:
      header === ''
        ? "the issuer's keys come without a `Cache-Control` header"
        : `the issuer's keys have only ${duration(freshness.lifetimeSeconds)} of cache lifetime left`,
    shown: [
      ...(header === ''
        ? []
        : [
            {
              show: 'code' as const,
              code: `Cache-Control: ${header}`,
              language: 'http' as const,
            },
          ]),
      {
        show: 'sentence',
        say: 'Nothing is wrong yet, but jobs in a row may ask the issuer again and again.',
      },
    ],
    steps: [sendCacheHeader(url)],
    confirm: [lookAtHeaders(url)],
    stop: stopAt('jwks'),
  }),
  page: {
    meaning:
      'STS is believed to honour how long an answer may be cached. Below a minute, parallel and successive jobs of one pipeline meet an empty cache again and again: it is the first place to look when sign-in fails now and then. Publish a new key well before the first token is signed with it; then an hour is safe.',
    tell: 'The time is what is left when the answer arrives: max-age less the Age that caches in between add. If caching is forbidden outright, see jwks-not-cacheable.',
  },
})
