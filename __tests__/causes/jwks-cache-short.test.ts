import { jwksCacheShort } from '../../src/causes/jwks-cache-short.js'
import { testCause } from './tester.js'

testCause(jwksCacheShort, {
  leaves: ['jwks-not-cacheable', 'discovery-not-cacheable'],
  says: [
    [
      'only 15 s',
      '`public, max-age=15, stale-while-revalidate=15, stale-if-error=86400`',
      'Cache-Control: public, max-age=3600',
    ],
    ['no header Cache-Control', 'Cache-Control: public, max-age=3600'],
  ],
})
