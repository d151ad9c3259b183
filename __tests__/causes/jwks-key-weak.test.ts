import { jwksKeyWeak } from '../../src/causes/jwks-key-weak.js'
import { testCause } from './tester.js'

testCause(jwksKeyWeak, {
  leaves: ['jwks-key-unusable', 'jwks-private-key'],
  says: [['`old-key`', '1024 bits', 'rsa_keygen_bits:2048']],
})
