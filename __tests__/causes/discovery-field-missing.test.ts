import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { discoveryFieldMissing } from '../../src/causes/discovery-field-missing.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(discoveryFieldMissing, {
  leaves: ['discovery-issuer-mismatch'],
  says: [
    [
      'lacks `response_types_supported`',
      'Add this line to',
      '"response_types_supported": ["id_token"]',
    ],
    [
      'Add these 3 lines to',
      '"response_types_supported": ["id_token"],',
      '"subject_types_supported": ["public"],',
      '"id_token_signing_alg_values_supported": ["RS256"]',
    ],
  ],
})

const LISTED = { field: 'subject_types_supported', problem: 'missing', want: '["public"]', got: '' }
const TYPED = { ...LISTED, problem: 'wrong-type', got: '"public"' }
const KEYS = {
  field: 'jwks_uri',
  problem: 'not-https',
  want: '"https://idp.example.com/.well-known/jwks"',
  got: 'http://idp.example.com/keys',
}

test.each([
  [[KEYS], ['`jwks_uri`', 'is not an https URL'], 'Correct this line in'],
  [[TYPED], ['has the wrong type', '"public"'], 'Correct this line in'],
  [[TYPED, KEYS], ['2 fields'], 'Correct these 2 lines in'],
  [[LISTED, KEYS], ['2 fields', '(missing)'], 'Put these 2 lines into'],
])('fields that are wrong: %j', (fields, said, step) => {
  const [piece] = evidenceOf('discovery-field-missing')
  const failure = { ...piece?.failure, fields } as Failure
  const { why, fix } = wordsOf(diagnose(failure, knownWith(piece?.known)))
  for (const words of said) expect(why).toContain(words)
  expect(fix[0]).toContain(step)
  // Nobody but the issuer knows where its keys are.
  expect(fix[0]?.includes('really serves its keys')).toBe(fields.some((one) => one === KEYS))
})
