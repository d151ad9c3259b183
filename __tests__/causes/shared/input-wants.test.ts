// The words for what is wanted of an input: each form says its own.
import { expect, test } from '@jest/globals'
import { areAll, givenText, wantText } from '../../../src/causes/shared/input-wants.js'
import { UNSUPPORTED_INPUTS } from '../../../src/model/input.js'
import type { InputGiven, InputWant, ProfileNameProblem, RoleArnSlip } from '../../../src/model.js'

const PLAIN: readonly [InputWant, string][] = [
  [{ form: 'region' }, 'an AWS region such as `eu-west-1` (or set AWS_REGION in the job)'],
  [{ form: 'boolean' }, '`true` or `false`'],
  [{ form: 'url' }, 'a URL `https://host[:port][/path]` without user, query or fragment'],
  [{ form: 'https-url' }, 'an https URL'],
  [{ form: 'https-or-loopback-url' }, 'an https URL (http only for a loopback address)'],
  [{ form: 'session-name' }, '2 to 64 characters out of letters, digits and `_+=,.@-`'],
  [{ form: 'session-policy' }, 'an IAM policy as a JSON object'],
  [{ form: 'policy-arn' }, 'the ARN of a managed policy in each line'],
  [{ form: 'account-ids' }, 'account ids of 12 digits, in quotes, separated by commas'],
  [{ form: 'claim-pattern' }, 'lines `claim: pattern`, with a blank after the colon'],
  [{ form: 'no-fallback' }, 'nothing, where `sts-endpoint` names the endpoint'],
  [{ form: 'role-of-profile' }, 'the role whose session `aws-profile` is to hold'],
  [{ form: 'profile-to-renew' }, '`aws-profile` beside it: only a profile can fetch new sessions'],
  [{ form: 'whole', least: 1, most: 100 }, 'a whole number from 1 to 100'],
  [
    { form: 'whole', least: 900, most: 43_200, unit: 'seconds' },
    'a whole number of seconds from 900 to 43200',
  ],
  [{ form: 'one-of', values: ['error', 'never'] }, 'one of `error`, `never`'],
  [{ form: 'policy-arns', most: 10 }, 'at most 10 ARNs, one a line'],
  [{ form: 'listed-region', nearest: 'us-east-1' }, 'a region of AWS; the nearest is `us-east-1`'],
  [{ form: 'region-of-partition', partition: 'aws-cn' }, 'regions of the partition `aws-cn`'],
  [
    { form: 'proxy' },
    'a URL `http://[user:password@]host[:port]` of an HTTP proxy, special characters of user and password percent-encoded (`@` as `%40`)',
  ],
  [
    { form: 'proxy', variable: 'HTTPS_PROXY' },
    'a URL `http://[user:password@]host[:port]` of an HTTP proxy, special characters of user and password percent-encoded (`@` as `%40`); this one comes from HTTPS_PROXY',
  ],
  [
    { form: 'role-arn', partition: 'aws-cn' },
    'the ARN of an IAM role, `arn:aws-cn:iam::<12-digit account>:role/<path/name>`',
  ],
  [
    { form: 'unquoted-arn', arn: 'arn:aws:iam::111122223333:role/x' },
    'the ARN without quotes or blanks around it: `arn:aws:iam::111122223333:role/x`',
  ],
  [
    { form: 'same-partition', partition: 'aws', region: 'eu-west-1', rolePartition: 'aws-cn' },
    'a role of the partition `aws`, which the region `eu-west-1` belongs to, or a region of `aws-cn`',
  ],
]

test.each(PLAIN)('%j', (want, words) => {
  expect(wantText(want)).toBe(words)
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
  whole: false,
  'one-of': false,
  'policy-arns': false,
  'listed-region': false,
  'region-of-partition': false,
  proxy: false,
  'role-arn': false,
  'unquoted-arn': false,
  'same-partition': false,
  'profile-name': true,
  unsupported: true,
}

test('no form is forgotten', () => {
  const here = Object.entries(ELSEWHERE).flatMap(([form, elsewhere]) => (elsewhere ? [] : [form]))
  expect([...new Set(PLAIN.map(([{ form }]) => form))].sort()).toEqual(here.sort())
})

test.each<[RoleArnSlip, string]>([
  ['oidc-provider', 'this is the ARN of the OIDC provider, not of the role'],
  ['instance-profile', 'this is the ARN of an instance profile'],
  ['session', 'this is the ARN of a session of the role'],
  ['user', 'this is the ARN of a user'],
  ['policy', 'this is the ARN of a policy'],
  ['no-account', 'the account id is missing'],
  ['account-digits', 'the account id must have 12 digits'],
  [
    'name',
    'the name after `role/` is empty, too long, or has other characters than letters, digits and `_+=,.@-/`',
  ],
  ['bare-name', 'this looks like the bare name of a role'],
])('the slip %s', (slip, words) => {
  expect(wantText({ form: 'role-arn', partition: 'aws', slip })).toBe(
    `the ARN of an IAM role, \`arn:aws:iam::<12-digit account>:role/<path/name>\`; ${words}`,
  )
})

test.each<[ProfileNameProblem, string]>([
  ['control', 'a name without line breaks and control characters'],
  ['brackets', 'a name without `[` and `]`, which end the section of a profile'],
  ['quotes', 'a name without quotes and backslashes'],
  ['comment', 'a name without `#` and `;`, which begin a comment'],
  ['reserved', 'another name: this one is reserved'],
])('the name of a profile: %s', (problem, words) => {
  expect(wantText({ form: 'profile-name', problem })).toBe(words)
})

test.each(UNSUPPORTED_INPUTS)('what to use instead of %s', (input) => {
  expect(wantText({ form: 'unsupported', input })).toMatch(
    /^(nothing: |a second step |no such input: )/,
  )
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
