import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenTagsInvalid } from '../../src/causes/token-tags-invalid.js'
import type { TagForm } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenTagsInvalid, {
  leaves: ['token-claim-missing', 'token-malformed'],
  says: [
    [
      '{"principal_tags":{"Team":"engineering"}}',
      'principal_tags passed in claim is not in correct format',
      '"principal_tags": { "Team": ["engineering"] }',
    ],
    [
      '`principal_tags.Team`',
      'wanted: ["…"]',
      'token:  "engineering"',
      'https://aws.amazon.com/tags/principal_tags/Team',
    ],
  ],
})

test.each<[TagForm, string]>([
  ['object', '{…}'],
  ['list-of-one-text', '["…"]'],
  ['list-of-keys', '["…",…]'],
  ['text', '"…"'],
])('a %s is wanted as %s', (want, words) => {
  const failure = { kind: 'claim', claim: 'x', problem: 'tags', want, got: '7' } as const
  const { why } = wordsOf(diagnose(failure, knownWith()))
  expect(why).toContain('`x`')
  expect(why).toContain(`wanted: ${words}\n+ token:  7`)
})
