import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { inputInvalid } from '../../src/causes/input-invalid.js'
import type { InputProblem } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(inputInvalid, {
  leaves: ['input-not-supported', 'role-arn-invalid', 'partition-mismatch', 'region-unknown'],
  says: [
    [
      'no AWS region is set',
      'AWS_REGION and AWS_DEFAULT_REGION are all empty',
      'aws-region: eu-west-1',
      'Secrets are not passed to forks',
    ],
    [
      '2 inputs',
      '`role-duration-seconds` must be 900 to 43200 seconds, not `600`',
      '`summary` must be `true` or `false`, not `yes`',
      'role-duration-seconds: 900\n    summary: true',
    ],
    [
      '`role-session-name` cannot be `2/fluent-collector-deployment`: `/` is not allowed',
      'Allowed are 2 to 64 characters',
      'role-session-name: 2-fluent-collector-deployment',
    ],
    [
      '2 inputs',
      'there is no AWS region `auto`',
      'the ARN of a session, not of a role',
      'aws-region: eu-west-1\n    role-to-assume: arn:aws:iam::<account>:role/<name>',
      '`arn:aws:sts::{AccountID}:assumed-role/{RoleName}/{FunctionName}`',
    ],
    [
      '`role-session-name` cannot be `dependabot[bot]`: `[` and `]` are not allowed',
      'role-session-name: dependabot-bot',
      `role-session-name: actor-\${{ github.actor_id }}`,
      'The login of a GitHub App',
    ],
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

function said(problems: readonly InputProblem[]): { why: string; all: string } {
  const { why, fix } = wordsOf(diagnose({ kind: 'input', problems }, knownWith()))
  return { why, all: fix.at(-1) ?? '' }
}

test('one bad input needs no list', () => {
  const { why, all } = said(bad(1, '60'))
  expect(why).toBe('`input-number-0` must be 900 to 43200 seconds, not `60`')
  expect(all).toContain('    input-number-0: 900')
})

test('four are shown, each with what is wanted', () => {
  const { why } = said(bad(4, '60'))
  expect(why).toMatch(/^4 inputs cannot be used: .* and 1 more\n/)
  expect(why.match(/^- `input-number-\d` must be 900/gm)).toHaveLength(4)
})

test('more are named, and told in full in a fold', () => {
  const { why, all } = said(bad(14, 'x'.repeat(300)))
  expect(why).toMatch(
    /^14 inputs cannot be used: `input-number-0`, .*`input-number-2` and 11 more\n/,
  )
  expect(why.match(/^- `input-number-\d+` must be/gm)).toHaveLength(3)
  expect(why).toMatch(/\n- 11 more, in `input-number-3`, .* and `input-number-13`$/)
  expect(all).toMatch(/^All 14 problems in full\n/)
  expect(all.match(/not `x{59}…`\. It must be a whole number/g)).toHaveLength(14)
  expect(all).not.toContain('also wrong')
})

test('names those for which there is no room, and leaves none out', () => {
  const problems = bad(90, 'x'.repeat(300))
  const { all } = said(problems)
  expect(all.length).toBeLessThan(6200)
  expect(all.match(/must be/g)?.length).toBeGreaterThan(20)
  for (const { input } of problems) expect(all).toContain(`\`${input}\``)
  expect(all).toMatch(/\n- also wrong, .*`input-number-88` and `input-number-89`$/)
})

test('an input with many bad lines is one input, and hides no other', () => {
  const lines = bad(500, 'x').map((problem) => ({ ...problem, input: 'expected-claims' }))
  expect(said(lines).why).toMatch(/^`expected-claims` has 500 values that cannot be used\n/)
  const { why, all } = said([...lines, ...bad(1, 'y')])
  expect(why).toMatch(/^2 inputs cannot be used: `expected-claims` and `input-number-0`\n/)
  expect(why).toMatch(/\n- 498 more, in `expected-claims` and `input-number-0`$/)
  expect(all).toMatch(/: `expected-claims` and `input-number-0`$/)
})

test('no line is offered where nobody can say what is meant', () => {
  expect(said(bad(1, 'x')).all).toBe('Correct `input-number-0` in the `with:` block of the step.')
})

test.each<[InputProblem, RegExp]>([
  [
    { input: 'http-proxy', given: 'x', want: { form: 'proxy', variable: 'HTTPS_PROXY' } },
    /^Correct HTTPS_PROXY in the environment of the runner/,
  ],
  [
    { input: 'fallback-regions', given: 'us-east-1', want: { form: 'no-fallback' } },
    /^Delete one of the two/,
  ],
  [
    { input: 'role-to-assume', given: 'x', want: { form: 'role-of-profile' } },
    /^Add the role .*or delete `aws-profile`/,
  ],
  [{ input: 'renew', given: 'true', want: { form: 'profile-to-renew' } }, /or delete `renew`/],
  [
    { input: 'trust-policy-parameters', given: 'p', want: { form: 'policy-of-parameters' } },
    /^Add the template .*or delete `trust-policy-parameters`/,
  ],
])('%j has a way out of its own', (problem, words) => {
  expect(said([problem]).all).toMatch(words)
})

test.each([
  ['"us-east-1"', 'aws-region: us-east-1'],
  ['Europe (Frankfurt)', 'aws-region: eu-west-1'],
])('the region that is meant by %s', (given, code) => {
  const region: InputProblem = { input: 'aws-region', given, want: { form: 'region' } }
  const { steps } = diagnose({ kind: 'input', problems: [region] }, knownWith())
  expect(steps[0]?.code).toBe(code)
})

test('an expression without a value is named, and where to look for it', () => {
  const region: InputProblem = {
    input: 'aws-region',
    given: '',
    want: { form: 'region' },
    source: {
      written: `\${{ vars.AWS_REGION }}`,
      empty: [{ text: 'vars.AWS_REGION' }],
      environment: '',
    },
  }
  const { fix } = wordsOf(diagnose({ kind: 'input', problems: [region] }, knownWith()))
  expect(fix.join('\n')).toMatch(/If `vars\.AWS_REGION` is to give it, look for `AWS_REGION`/)
  expect(fix.join('\n')).toContain('gh variable list --repo octo-org/octo-repo')
})

test('each of several problems says which input it is about, and no input twice', () => {
  const problems: InputProblem[] = [
    { input: 'aws-region', given: 'moon-1', want: { form: 'listed-region', nearest: 'eu-west-1' } },
    { input: 'cleanup', given: 'x', want: { form: 'boolean' } },
    { input: 'http-proxy', given: 'x', want: { form: 'proxy', variable: 'HTTPS_PROXY' } },
  ]
  const { shown, folded } = diagnose({ kind: 'input', problems }, knownWith())
  for (const block of [...shown, ...folded.flatMap(({ blocks }) => blocks)]) {
    const points = block.show === 'list' ? block.points : []
    expect(points[0]).toMatch(/^`aws-region`: there is no AWS region `moon-1`/)
    expect(points[1]).toMatch(/^`cleanup` must be/)
    expect(points[2]).toMatch(/^`HTTPS_PROXY` must be/)
  }
})
