import { discoveryNotCacheable } from '../../src/causes/discovery-not-cacheable.js'
import { testCause } from './tester.js'

testCause(discoveryNotCacheable, {
  leaves: ['jwks-not-cacheable', 'jwks-cache-short'],
  says: [
    [
      '`no-cache`',
      '`https://zitadel.example.com/.well-known/openid-configuration`',
      'Cache-Control: public, max-age=3600',
    ],
  ],
})
