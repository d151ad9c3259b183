import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenTagsInvalid } from '../../src/causes/token-tags-invalid.js'
import type { TagForm } from '../../src/model.js'
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

test.each<[TagForm, string]>([
  ['object', '`an object`'],
  ['list-of-one-text', '`["text"]`'],
  ['list-of-keys', '`["key"]`'],
  ['text', '`"text"`'],
])('a %s is wanted as %s', (want, words) => {
  const failure = { kind: 'claim', claim: 'x', problem: 'tags', want, got: '7' } as const
  expect(diagnose(failure, knownWith()).why).toContain(`\`x\` should be ${words}, and is \`7\``)
})
