import { tokenTagsInvalid } from '../../src/causes/token-tags-invalid.js'
import { testCause } from './tester.js'

testCause(tokenTagsInvalid, {
  leaves: ['token-claim-missing', 'token-malformed'],
  says: [
    [
      '{"principal_tags":{"Team":"engineering"}}',
      'principal_tags passed in claim is not in correct format',
      '"principal_tags": { "Team": ["engineering"] }',
    ],
    [
      '`principal_tags.Team` should be `["text"]`',
      'is `"engineering"`',
      'https://aws.amazon.com/tags/principal_tags/Team',
    ],
  ],
})
