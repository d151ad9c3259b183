import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { roleArnInvalid } from '../../src/causes/role-arn-invalid.js'
import type { Failure, InputProblem } from '../../src/model.js'
import { testCause } from './tester.js'

/** Written so that no reader takes it for a template string of ours. */
const UNFILLED = `$\{AWS_ACCOUNT_ID}`

testCause(roleArnInvalid, {
  leaves: ['input-invalid', 'partition-mismatch', 'region-unknown', 'provider-keys-unretrievable'],
  says: [
    [
      '`arn:aws:sts::{AccountID}:assumed-role/{RoleName}/{FunctionName}`',
      'the ARN of a session of the role',
      'Put the value in for `{AccountID}`',
    ],
    [
      `\`arn:aws:iam::${UNFILLED}:role/test\``,
      `Put the value in for \`${UNFILLED}\``,
      /\$\{\{ vars\.AWS_ACCOUNT_ID \}\}/,
      'aws iam get-role --role-name test --query Role.Arn --output text',
    ],
    [
      `\`arn:aws:iam::${UNFILLED}:role/test\``,
      '`Request ARN is invalid`',
      '`https://sts.vpce.example.com`',
      'aws iam get-role --role-name test',
    ],
  ],
})

function fixing(given: string, want: InputProblem['want']) {
  const problems = [{ input: 'role-to-assume', given, want }]
  return diagnose({ kind: 'input', problems }, knownWith())
}

test('takes no role name out of the ARN of something else', () => {
  const given = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
  const { fix } = fixing(given, { form: 'role-arn', partition: 'aws', slip: 'oidc-provider' })
  expect(fix[0]).toContain("--role-name '<name of the role>'")
})

test.each<[string, string, InputProblem['want'], string]>([
  ['of the ARN that is wanted', 'deploy', { form: 'role-arn', partition: 'aws-cn' }, 'aws-cn'],
  [
    'of the ARN that was given',
    '"arn:aws-us-gov:iam::1:role/x"',
    { form: 'unquoted-arn', arn: 'arn:aws-us-gov:iam::1:role/x' },
    'aws-us-gov',
  ],
  [
    'aws, where neither says it',
    '"arn:x:iam::1:role/x"',
    { form: 'unquoted-arn', arn: 'arn:x:iam::1:role/x' },
    'aws',
  ],
])('the partition to paste is that %s', (_which, given, want, partition) => {
  const { fix } = fixing(given, want)
  expect(fix.at(-1)).toContain(`role-to-assume: arn:${partition}:iam::<account>:role/<name>`)
})

test('after an answer of STS the partition to paste is that of the region', () => {
  const failure = evidenceOf('role-arn-invalid')[2]?.failure as Failure
  const { fix } = diagnose(failure, knownWith({ inputs: { partition: 'aws-eusc' } }))
  expect(fix.at(-1)).toContain('arn:aws-eusc:iam::<account>')
})
