// jwks-cache-short: the issuer's keys may be cached, but for so short a time that it helps little.
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { isNotCacheable } from './jwks-not-cacheable.js'
import { curlHeaders } from './shared/issuer.js'

export const jwksCacheShort = causeOf('cache', {
  id: 'jwks-cache-short',
  section: 'issuer',
  title: "the issuer's keys stay fresh for less than a minute",
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache'],
  matches: ({ peer, freshness }) => peer === 'jwks' && !isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `${describeLifetime(header, freshness.lifetimeSeconds)} (${quote(url)}). Jobs that start one after the other may then find the keys in no cache, and the issuer is asked again and again. Nothing is wrong yet; it is the first place to look when sign-in fails now and then.`,
    fix: [
      'Let the issuer (or the proxy or CDN before it) send with the JWKS:\nCache-Control: public, max-age=3600',
      `Look again: ${curlHeaders(url)}`,
    ],
  }),
  page: {
    meaning:
      'STS is believed to honour how long an answer may be cached. Below a minute, parallel and successive jobs of one pipeline meet an empty cache again and again. Publish a new key a good while before the first token is signed with it; then an hour is safe.',
    tell: 'The time is what is left when the answer comes: max-age less the Age that caches between add. Where caching is forbidden outright, see jwks-not-cacheable.',
  },
})

function describeLifetime(header: string, seconds: number): string {
  return header === ''
    ? 'The issuer does not say for how long its keys may be cached, for there is no header Cache-Control'
    : `The issuer's keys were fresh for only ${duration(seconds)} when they came, by ${quote(header)}`
}
