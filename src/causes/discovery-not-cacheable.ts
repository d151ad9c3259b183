// discovery-not-cacheable: the issuer forbids caching of its discovery document.
import { quote } from '../text.js'
import { cacheBarText } from '../words.js'
import { causeOf } from './cause.js'
import { headerLines, isNotCacheable } from './jwks-not-cacheable.js'
import { lookAtHeaders, sendCacheHeader, stopAt } from './shared/issuer.js'

export const discoveryNotCacheable = causeOf('cache', {
  id: 'discovery-not-cacheable',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer forbids caching of its discovery document',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc9111', 'gitlabCache'],
  matches: ({ peer, freshness }) => peer === 'discovery' && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline: `the issuer forbids caching of its discovery document (${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header, 60)})`,
    shown: [
      { show: 'code', code: headerLines(header, freshness), language: 'http' },
      { show: 'sentence', say: 'Each fetch costs the issuer one more request; it breaks nothing.' },
    ],
    steps: [sendCacheHeader(url)],
    confirm: [lookAtHeaders(url)],
    stop: stopAt('discovery'),
  }),
  page: {
    meaning:
      'The discovery document rarely changes, so there is no reason to forbid caching. If caching is forbidden, each reader asks the issuer twice: for this document, then for the keys. AWS asks for caching of the keys only; for this document it merely saves requests.',
    tell: 'The header of the answer says it. The same for the keys weighs more, and is jwks-not-cacheable.',
  },
})
