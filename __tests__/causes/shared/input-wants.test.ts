// The words for a bad input: each form says its own, and offers a line where it can.
import { expect, test } from '@jest/globals'
import { inputDetail } from '../../../src/causes/shared/input-details.js'
import { inputExample } from '../../../src/causes/shared/input-example.js'
import { areAll, givenText, inputLine, WITHOUT } from '../../../src/causes/shared/input-wants.js'
import { UNSUPPORTED_INPUTS } from '../../../src/model/input.js'
import type { InputGiven, InputWant, ProfileNameProblem, RoleArnSlip } from '../../../src/model.js'

const REGION = 'The region is `aws-region`, else AWS_REGION or AWS_DEFAULT_REGION of the job.'

/** What is wanted, what was given to the input `x`, the line, the detail, and the line to paste. */
const FORMS: readonly [InputWant, InputGiven, string, string, string][] = [
  [
    { form: 'region' },
    '',
    'no AWS region is set',
    '`aws-region`, AWS_REGION and AWS_DEFAULT_REGION are all empty.',
    'aws-region: eu-west-1',
  ],
  [
    { form: 'region' },
    'a b',
    '`x` must be an AWS region, not `a b`',
    REGION,
    'aws-region: eu-west-1',
  ],
  [{ form: 'boolean' }, 'yes', '`x` must be `true` or `false`, not `yes`', '', 'x: true'],
  [{ form: 'boolean' }, 'off', '`x` must be `true` or `false`, not `off`', '', 'x: false'],
  [{ form: 'boolean' }, 'o', '`x` must be `true` or `false`, not `o`', '', ''],
  [
    { form: 'url' },
    'a',
    '`x` must be a plain https URL, not `a`',
    'It must be `https://host[:port][/path]`, without user, query or fragment.',
    '',
  ],
  [
    { form: 'https-url' },
    'http://a/',
    '`x` must be an https URL, not `http://a/`',
    '',
    'x: https://a/',
  ],
  [
    { form: 'https-or-loopback-url' },
    'http://a',
    '`x` must be an https URL, not `http://a`',
    'Only a loopback address may have http.',
    'x: https://a',
  ],
  [
    { form: 'session-name' },
    'a/b c',
    '`x` cannot be `a/b c`: `/` and a space are not allowed',
    'Allowed are 2 to 64 characters: letters, digits, `_+=,.@-`.',
    'x: a-b-c',
  ],
  [
    { form: 'dollar-arn' },
    '$arn:aws:iam::111122223333:role/x',
    '`x` begins with `$`, so it is not an ARN',
    `If the file has \`$\${{\`, the first \`$\` becomes part of the value.`,
    'x: arn:aws:iam::111122223333:role/x',
  ],
  [{ form: 'session-policy' }, 'a', '`x` must be an IAM policy as a JSON object, not `a`', '', ''],
  [
    { form: 'policy-arn' },
    'a',
    '`x` must be ARNs of managed policies, not `a`',
    'Each ARN has its own line.',
    'x: |\n  arn:aws:iam::<account>:policy/<name>',
  ],
  [
    { form: 'policy-arns', most: 10 },
    { lines: 11 },
    '`x` takes at most 10 ARNs, not 11 lines',
    'Each ARN has its own line.',
    '',
  ],
  [
    { form: 'account-ids' },
    '1',
    '`x` must be account ids of 12 digits, not `1`',
    'They must be in quotes, separated by commas.',
    "x: '<12-digit account>,<12-digit account>'",
  ],
  [
    { form: 'claim-pattern' },
    'a:b',
    '`x` must be lines `claim: pattern`, not `a:b`',
    'The colon needs a space after it.',
    'x: |\n  event_name: push',
  ],
  [
    { form: 'no-fallback' },
    'a',
    '`x` and `sts-endpoint` cannot be used together',
    'That endpoint is the only one.',
    '',
  ],
  [
    { form: 'role-of-profile' },
    '',
    '`x` is missing, and `aws-profile` needs it',
    'The profile holds the session of that role.',
    'x: arn:aws:iam::<account>:role/<name>',
  ],
  [
    { form: 'profile-to-renew' },
    'true',
    '`aws-profile` is missing, and `x` needs it',
    'Only a profile can fetch new sessions.',
    'aws-profile: <name>',
  ],
  [
    { form: 'policy-of-parameters' },
    'p.json',
    '`trust-policy` is missing, and `x` needs it',
    'The parameters are those of a template that `trust-policy` names.',
    'trust-policy: template.yaml',
  ],
  [{ form: 'whole', least: 1, most: 100 }, '200', '`x` must be 1 to 100, not `200`', '', 'x: 100'],
  [
    { form: 'whole', least: 900, most: 43_200, unit: 'seconds' },
    '60m',
    '`x` must be 900 to 43200 seconds, not `60m`',
    'It must be a whole number, without a unit.',
    'x: 900',
  ],
  [
    { form: 'one-of', values: ['error', 'warning', 'never'] },
    'Never',
    '`x` must be `error`, `warning` or `never`, not `Never`',
    '',
    'x: never',
  ],
  [
    { form: 'listed-region', nearest: 'us-east-1' },
    'us-eas-1',
    'there is no AWS region `us-eas-1`',
    REGION,
    'aws-region: us-east-1',
  ],
  [
    { form: 'region-of-partition', partition: 'aws-cn' },
    'a',
    '`x` must be regions of partition `aws-cn`, not `a`',
    '',
    '',
  ],
  [
    { form: 'proxy' },
    'a',
    '`x` must be the URL of an HTTP proxy, not `a`',
    'It must be `http://[user:password@]host[:port]`, special characters of user and password percent-encoded (`@` as `%40`).',
    'x: http://<host>:<port>',
  ],
  [
    { form: 'proxy', variable: 'HTTPS_PROXY' },
    'a',
    '`HTTPS_PROXY` must be the URL of an HTTP proxy, not `a`',
    'It must be `http://[user:password@]host[:port]`, special characters of user and password percent-encoded (`@` as `%40`).',
    '',
  ],
  [
    { form: 'role-arn', partition: 'aws-cn' },
    'a:b',
    '`x` is not the ARN of a role',
    'It must be `arn:aws-cn:iam::<12-digit account>:role/<name>`.',
    'x: arn:aws-cn:iam::<account>:role/<name>',
  ],
  [
    { form: 'unquoted-arn', arn: 'arn:aws:iam::111122223333:role/x' },
    '"arn:aws:iam::111122223333:role/x"',
    'the ARN in `x` has quotes or spaces around it',
    '',
    'x: arn:aws:iam::111122223333:role/x',
  ],
  [
    { form: 'same-partition', partition: 'aws', region: 'eu-west-1', rolePartition: 'aws-cn' },
    'arn:aws-cn:iam::111122223333:role/x',
    'the role is in partition `aws-cn`, but region `eu-west-1` is in `aws`',
    '',
    '',
  ],
  [
    { form: 'role-line' },
    'prod arn',
    '`x` must be `name: ARN` or `name: ARN @ region`, not `prod arn`',
    'The colon needs a space after it, and `@` a space before it.',
    'x: |\n  <name>: arn:aws:iam::<account>:role/<name>',
  ],
  [{ form: 'no-arn' }, '', '`x` has no ARN behind the name', '', ''],
  [
    { form: 'policy-line' },
    'other: a.json',
    '`x` must be `name: path`, with a name from `roles`, not `other: a.json`',
    'Each name has one line at most.',
    '',
  ],
  [
    { form: 'some-roles' },
    '# none',
    '`x` has no role in it',
    'It takes one line for each role: `name: ARN`, or `name: ARN @ region`.',
    'x: |\n  <name>: arn:aws:iam::<account>:role/<name>',
  ],
  [{ form: 'not-with-roles' }, 'true', '`x` and `roles` cannot be used together', '', ''],
  [
    { form: 'another-name', line: 2 },
    'prod',
    '`x` has the same name as line 2: `prod`',
    'Each name stands for one profile.',
    '',
  ],
  [
    { form: 'most-roles', most: 256 },
    { lines: 300 },
    '`x` takes at most 256 roles, not 300 lines',
    '',
    '',
  ],
]

test.each(FORMS)('%j, given %j', (want, given, line, detail, example) => {
  const problem = { input: 'x', given, want }
  expect(inputLine(problem)).toBe(line)
  expect(inputDetail(problem)).toBe(detail)
  expect(inputExample(problem)).toBe(example)
})

/** The compiler asks for a new form here. */
const ELSEWHERE: Readonly<Record<InputWant['form'], boolean>> = {
  region: false,
  boolean: false,
  url: false,
  'https-url': false,
  'https-or-loopback-url': false,
  'session-name': false,
  'session-policy': false,
  'policy-arn': false,
  'account-ids': false,
  'claim-pattern': false,
  'no-fallback': false,
  'role-of-profile': false,
  'profile-to-renew': false,
  'policy-of-parameters': false,
  'dollar-arn': false,
  whole: false,
  'one-of': false,
  'policy-arns': false,
  'listed-region': false,
  'region-of-partition': false,
  proxy: false,
  'role-arn': false,
  'unquoted-arn': false,
  'same-partition': false,
  'role-line': false,
  'no-arn': false,
  'policy-line': false,
  'some-roles': false,
  'not-with-roles': false,
  'another-name': false,
  'most-roles': false,
  'profile-name': true,
  unsupported: true,
}

test('no form is forgotten', () => {
  const here = Object.entries(ELSEWHERE).flatMap(([form, elsewhere]) => (elsewhere ? [] : [form]))
  expect([...new Set(FORMS.map(([{ form }]) => form))].sort()).toEqual(here.sort())
})

test.each<[RoleArnSlip, string]>([
  ['oidc-provider', '`x` is the ARN of the OIDC provider, not of a role'],
  ['instance-profile', '`x` is the ARN of an instance profile, not of a role'],
  ['session', '`x` is the ARN of a session, not of a role'],
  ['user', '`x` is the ARN of a user, not of a role'],
  ['policy', '`x` is the ARN of a policy, not of a role'],
  ['no-account', 'the ARN in `x` has no account id'],
  ['account-digits', 'the account id in `x` does not have 12 digits'],
  ['name', 'the ARN in `x` has no valid role name'],
  ['bare-name', '`x` looks like a bare role name, not an ARN'],
])('the slip %s', (slip, words) => {
  const want = { form: 'role-arn', partition: 'aws', slip } as const
  expect(inputLine({ input: 'x', given: '', want })).toBe(words)
  expect(inputDetail({ input: 'x', given: '', want })).toContain(
    slip === 'name' ? 'at most 512' : 'arn:aws:iam::<12-digit account>',
  )
})

test.each<[ProfileNameProblem, string, string, string]>([
  ['control', 'a\nb', 'It has a line break or a control character.', 'x: a-b'],
  ['brackets', 'a[b', '`[` and `]` end the section of a profile.', 'x: a-b'],
  ['quotes', "a'b", 'It has a quote or a backslash.', 'x: a-b'],
  ['comment', 'a;b', '`#` and `;` begin a comment.', 'x: a-b'],
  ['reserved', 'DEFAULT', 'This name is reserved.', ''],
])('the name of a profile: %s', (problem, given, words, example) => {
  const bad = { input: 'x', given, want: { form: 'profile-name', problem } } as const
  expect(inputLine(bad)).toMatch(/^`x` cannot be `/)
  expect(inputDetail(bad)).toBe(words)
  expect(inputExample(bad)).toBe(example)
})

test.each(UNSUPPORTED_INPUTS)('why there is no %s', (input) => {
  const problem = {
    input,
    given: { withheld: true },
    want: { form: 'unsupported', input },
  } as const
  expect(inputLine(problem)).toBe(`this action has no input \`${input}\``)
  expect(WITHOUT[input]).toMatch(/^\S.{20,}[^.]$/)
})

test.each<[InputGiven, string]>([
  ['600', '600'],
  ['', ''],
  [{ lines: 11 }, '11 lines'],
  [{ withheld: true }, 'given'],
])('given: %j', (given, words) => {
  expect(givenText(given)).toBe(words)
})

test('all of one form, or not', () => {
  const problem = { input: 'x', given: '', want: { form: 'boolean' } } as const
  expect(areAll([problem, problem], ['boolean'])).toBe(true)
  expect(areAll([problem, { ...problem, want: { form: 'url' } }], ['boolean'])).toBe(false)
  expect(areAll([problem, { ...problem, want: { form: 'url' } }], ['boolean', 'url'])).toBe(true)
})

test('a line of an input is named by its number', () => {
  const line = (want: InputWant, given: string) =>
    inputLine({ input: 'roles', given, want, line: 3 })
  expect(line({ form: 'role-line' }, 'prod')).toMatch(/^line 3 of `roles` must be/)
  expect(line({ form: 'role-arn', partition: 'aws', slip: 'bare-name' }, 'deploy')).toBe(
    'line 3 of `roles` looks like a bare role name, not an ARN',
  )
  expect(line({ form: 'listed-region', nearest: 'eu-west-1' }, 'eu-wets-1')).toBe(
    'line 3 of `roles`: there is no AWS region `eu-wets-1`',
  )
})

test.each([
  ['role-to-assume', 'If the step needs this role too, give it a line of its own in `roles`.'],
  ['aws-profile', 'Each role in `roles` gets the profile of its name.'],
  ['output-credentials', 'The credentials of each role are in the profile of its name only.'],
  ['use-existing-credentials', 'The credentials of the job are those of one role at most.'],
])('%s beside roles', (input, detail) => {
  expect(inputDetail({ input, given: 'true', want: { form: 'not-with-roles' } })).toBe(detail)
})

test('of a line of `roles`, whose number takes words, the partitions are told in fewer', () => {
  const want = {
    form: 'same-partition',
    partition: 'aws',
    region: 'eu-west-1',
    rolePartition: 'aws-cn',
  } as const
  const problem = { input: 'roles', given: 'arn:aws-cn:iam::111122223333:role/x', want, line: 2 }
  expect(inputLine(problem)).toBe(
    'line 2 of `roles`: a role of `aws-cn`, but region `eu-west-1` is in `aws`',
  )
})

test('a region of another partition: why, and what to do instead, if it is that of a role', () => {
  const want = { form: 'region-of-partition', partition: 'aws' } as const
  const problem = { input: 'roles', given: 'us-gov-west-1', want }
  expect(inputDetail({ ...problem, line: 2 })).toContain('in a step of its own')
  expect(inputDetail({ ...problem, input: 'fallback-regions' })).toBe('')
})
