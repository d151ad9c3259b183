import { jwksCacheShort } from '../../src/causes/jwks-cache-short.js'
import { testCause } from './tester.js'

testCause(jwksCacheShort, {
  leaves: ['jwks-not-cacheable', 'discovery-not-cacheable'],
  says: [
    [
      'only 15 s of cache lifetime',
      'Cache-Control: public, max-age=15, stale-while-revalidate=15, stale-if-error=86400',
      'Cache-Control: public, max-age=3600',
    ],
    ['without a `Cache-Control` header', 'Cache-Control: public, max-age=3600'],
  ],
})
