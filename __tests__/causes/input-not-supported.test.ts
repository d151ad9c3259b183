import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { inputNotSupported } from '../../src/causes/input-not-supported.js'
import { UNSUPPORTED_INPUTS } from '../../src/model/input.js'
import { testCause, wordsOf } from './tester.js'

testCause(inputNotSupported, {
  leaves: ['input-invalid', 'role-arn-invalid'],
  says: [
    [
      '`aws-access-key-id` and `aws-secret-access-key`',
      'without stored keys',
      'Delete `aws-access-key-id` and `aws-secret-access-key` from the `with:` block',
      'aws-actions/configure-aws-credentials',
    ],
    ['`role-skip-session-tagging`', 'sends no session tags'],
  ],
})

test('each reason is told once, and role chaining has a way out', () => {
  const problems = UNSUPPORTED_INPUTS.map((input) => ({
    input,
    given: { withheld: true as const },
    want: { form: 'unsupported' as const, input },
  }))
  const { why, fix } = wordsOf(diagnose({ kind: 'input', problems }, knownWith()))
  expect(why).toMatch(/^this action has no inputs .*`aws-session-token` and 6 more\n/)
  expect(why.match(/without stored keys/g)).toHaveLength(1)
  expect(fix.join('\n')).toContain("aws sts assume-role --role-arn '<ARN of the next role>'")
})
