import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { inputInvalid } from '../../src/causes/input-invalid.js'
import type { InputProblem } from '../../src/model.js'
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

/** Bad inputs, each with its own name. */
function bad(number: number, given: string): InputProblem[] {
  return Array.from({ length: number }, (_, n) => ({
    input: `input-number-${n}`,
    given,
    want: { form: 'whole', least: 900, most: 43_200, unit: 'seconds' },
  }))
}

function whyOf(problems: readonly InputProblem[]): string {
  return diagnose({ kind: 'input', problems }, knownWith()).why
}

test('lists fourteen bad inputs, each with what is wanted', () => {
  const why = whyOf(bad(14, 'x'.repeat(300)))
  expect(why).toMatch(/^14 inputs of this step/)
  expect(why.match(/^- `input-number-\d+`: given `x{59}…`, wanted a whole/gm)).toHaveLength(14)
  expect(why).not.toContain('also wrong')
})

test('ten are shown with what was given in more of its length', () => {
  expect(whyOf(bad(10, 'x'.repeat(300))).match(/`x{199}…`/g)).toHaveLength(10)
})

test('names those for which an annotation has no room, and leaves none out', () => {
  const problems = bad(40, 'x'.repeat(300))
  const why = whyOf(problems)
  expect(why.length).toBeLessThan(3500)
  expect(why.match(/wanted/g)?.length).toBeGreaterThan(15)
  for (const { input } of problems) expect(why).toContain(`\`${input}\``)
  expect(why).toMatch(/\n- also wrong, .*`input-number-38` and `input-number-39`$/)
  expect(why).not.toMatch(/\d+ more/)
})

test('an input with many bad lines is one input, and hides no other', () => {
  const lines = bad(500, 'x').map((problem) => ({ ...problem, input: 'expected-claims' }))
  const why = whyOf([...lines, ...bad(1, 'y')])
  expect(why).toMatch(/^2 inputs of this step/)
  expect(why.length).toBeLessThan(3500)
  expect(why).toMatch(/: `expected-claims` and `input-number-0`$/)
})
