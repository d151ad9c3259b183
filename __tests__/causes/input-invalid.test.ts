import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { inputInvalid } from '../../src/causes/input-invalid.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(inputInvalid, {
  leaves: ['input-not-supported', 'role-arn-invalid', 'partition-mismatch', 'region-unknown'],
  says: [
    ['`aws-region`', 'given `` (empty)', 'eu-west-1', 'secrets are not passed to forks'],
    [
      '2 inputs',
      '`role-duration-seconds`: given `600`',
      'from 900 to 43200',
      '`summary`: given `yes`',
      '`true` or `false`',
    ],
    ['`role-session-name`: given `2/fluent-collector-deployment`', '2 to 64 characters'],
    ['2 inputs', '`aws-region`: given `auto`', 'the ARN of a session of the role'],
  ],
})

test('lists ten problems and counts the rest, so that an annotation holds them', () => {
  const problem = { input: 'managed-session-policies', given: 'x'.repeat(300), want: 'an ARN' }
  const problems = Array.from({ length: 25 }, () => ({ ...problem, about: 'value' as const }))
  const { why } = diagnose({ kind: 'input', problems }, knownWith())
  expect(why).toMatch(/^25 inputs of this step/)
  expect(why.match(/^- `managed/gm)).toHaveLength(10)
  expect(why).toMatch(/- and 15 more$/)
  expect(why.length).toBeLessThan(3500)
})
