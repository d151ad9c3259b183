import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { inputNotSupported } from '../../src/causes/input-not-supported.js'
import { UNSUPPORTED_INPUTS, type UnsupportedInput } from '../../src/model/input.js'
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

const given = (...inputs: readonly UnsupportedInput[]) =>
  diagnose(
    {
      kind: 'input',
      problems: inputs.map((input) => ({
        input,
        given: { withheld: true },
        want: { form: 'unsupported', input },
      })),
    },
    knownWith(),
  )

test('each reason is told once', () => {
  const { why } = wordsOf(given(...UNSUPPORTED_INPUTS))
  expect(why).toMatch(/^this action has no inputs .*`aws-session-token` and 6 more\n/)
  expect(why.match(/without stored keys/g)).toHaveLength(1)
})

describe('role chaining', () => {
  test('comes with a step that works as it is pasted, before the one that takes it away', () => {
    const [chain, remove] = given('role-chaining', 'role-external-id').steps
    expect(chain).toMatchObject({
      when: 'If the role trusts the role of an earlier step',
      code: 'uses: aws-actions/configure-aws-credentials@v6',
    })
    expect(remove).toMatchObject({
      when: 'If the role trusts the OIDC provider',
      say: 'Delete `role-chaining` and `role-external-id` from the `with:` block of the step',
    })
  })

  test('has no command that prints credentials into the log', () => {
    expect(JSON.stringify(given(...UNSUPPORTED_INPUTS))).not.toMatch(/aws sts assume-role/)
  })

  test('is nothing to the other inputs', () => {
    expect(given('role-external-id').steps[0]).not.toHaveProperty('when')
  })
})
