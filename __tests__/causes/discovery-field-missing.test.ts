import { discoveryFieldMissing } from '../../src/causes/discovery-field-missing.js'
import { testCause } from './tester.js'

testCause(discoveryFieldMissing, {
  leaves: ['discovery-issuer-mismatch'],
  says: [
    ['`response_types_supported` is missing', '"response_types_supported": ["id_token"]'],
    [
      '"response_types_supported": ["id_token"],',
      '"subject_types_supported": ["public"],',
      '"id_token_signing_alg_values_supported": ["RS256"]',
    ],
  ],
})
