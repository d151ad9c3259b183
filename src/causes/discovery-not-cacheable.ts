// discovery-not-cacheable: the issuer forbids caching of its discovery document.
import { quote } from '../text.js'
import { cacheBarText } from '../words.js'
import { causeOf } from './cause.js'
import { isNotCacheable } from './jwks-not-cacheable.js'
import { curlHeaders } from './shared/issuer.js'

export const discoveryNotCacheable = causeOf('cache', {
  id: 'discovery-not-cacheable',
  section: 'issuer',
  title: 'the discovery document may not be cached',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache'],
  matches: ({ peer, freshness }) => peer === 'discovery' && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `The issuer serves its discovery document at ${quote(url)} so that it may not be cached: ${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header)} (whole header: ${quote(header)}). Every fetch then costs one more request to the issuer. AWS asks for caching of the keys; for this document it is only thrift.`,
    fix: [
      'Let the issuer (or the proxy or CDN before it) send with the document:\nCache-Control: public, max-age=3600',
      `Look again: ${curlHeaders(url)}`,
    ],
  }),
  page: {
    meaning:
      'The discovery document nearly never changes, so that there is no reason to forbid caching. Where it may not be cached, each reader asks the issuer twice: for this document, then for the keys.',
    tell: 'The header of the answer says it. The same for the keys weighs more, and is jwks-not-cacheable.',
  },
})
