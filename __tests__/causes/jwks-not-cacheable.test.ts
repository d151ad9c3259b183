import { jwksNotCacheable } from '../../src/causes/jwks-not-cacheable.js'
import { testCause } from './tester.js'

testCause(jwksNotCacheable, {
  leaves: ['provider-keys-unretrievable'],
  says: [
    ['max-age=0', 'Cache-Control: public, max-age=3600', 'Many jobs at once'],
    ['`no-cache`', 'Cache-Control: public, max-age=3600'],
  ],
})
