import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { roleArnInvalid } from '../../src/causes/role-arn-invalid.js'
import type { Failure, InputProblem } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

/** Written so that no reader takes it for a template string of ours. */
const UNFILLED = `$\{AWS_ACCOUNT_ID}`

testCause(roleArnInvalid, {
  leaves: ['input-invalid', 'partition-mismatch', 'region-unknown', 'provider-keys-unretrievable'],
  says: [
    [
      'arn:aws:sts::{AccountID}:assumed-role/{RoleName}/{FunctionName}',
      'the ARN of a session, not of a role',
      'Nothing expands `{AccountID}`',
    ],
    [
      `\`${UNFILLED}\` in \`role-to-assume\` was not filled in`,
      `arn:aws:iam::${UNFILLED}:role/test`,
      /role-to-assume: arn:aws:iam::\$\{\{ vars\.AWS_ACCOUNT_ID \}\}:role\/test/,
      'aws iam get-role --role-name test --query Role.Arn --output text',
    ],
    [
      `\`arn:aws:iam::${UNFILLED}:role/test\``,
      'Request ARN is invalid',
      '`https://sts.vpce.example.com`',
      ' iam get-role --role-name test',
    ],
    [
      'has no account id: `secrets.AWS_ACCOUNT_ID` has no value in this run',
      `arn:aws:iam::\${{ secrets.AWS_ACCOUNT_ID }}:role/deploy`,
      'gh secret list --repo octo-org/octo-repo',
      "gh variable set AWS_ACCOUNT_ID --repo octo-org/octo-repo --body '<12-digit account>'",
      `role-to-assume: arn:aws:iam::\${{ vars.AWS_ACCOUNT_ID }}:role/deploy`,
    ],
    [
      '`role-to-assume` begins with `$`',
      `If the file has \`$\${{\``,
      /Delete the first `\$`:\n {4}role-to-assume: \$\{\{ secrets\.AWS_ROLE \}\}/,
    ],
    [
      'is the ARN of a session, not of a role',
      'role-to-assume: arn:aws:iam::111122223333:role/deploy',
      "a session's ARN leaves the path out",
      'aws iam get-role --role-name deploy',
    ],
  ],
})

function fixing(given: string, want: InputProblem['want']): string[] {
  const problems = [{ input: 'role-to-assume', given, want }]
  return wordsOf(diagnose({ kind: 'input', problems }, knownWith())).fix
}

test('takes no role name out of the ARN of something else', () => {
  const given = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com'
  const fix = fixing(given, { form: 'role-arn', partition: 'aws', slip: 'oidc-provider' })
  expect(fix[0]).toContain("--role-name '<name of the role>'")
})

test('an ARN in quotes is given back without them', () => {
  const arn = 'arn:aws-us-gov:iam::111122223333:role/x'
  const fix = fixing(`"${arn}"`, { form: 'unquoted-arn', arn })
  expect(fix).toHaveLength(1)
  expect(fix[0]).toContain(`    role-to-assume: ${arn}`)
})

test('the partition to paste is that of the ARN that is wanted', () => {
  expect(fixing('deploy', { form: 'role-arn', partition: 'aws-cn' }).at(-1)).toContain(
    'role-to-assume: arn:aws-cn:iam::<account>:role/<name>',
  )
})

test('a name that no variable has is not written as an expression', () => {
  const given = 'arn:aws:iam::<12-digit account>:role/x'
  const fix = fixing(given, { form: 'role-arn', partition: 'aws' })
  expect(fix.join('\n')).not.toContain('vars.')
})

test('after an answer of STS the partition to paste is that of the region', () => {
  const failure = evidenceOf('role-arn-invalid')[2]?.failure as Failure
  const { fix } = wordsOf(diagnose(failure, knownWith({ inputs: { partition: 'aws-eusc' } })))
  expect(fix.at(-1)).toContain('arn:aws-eusc:iam::<account>')
})

test.each([
  ['$arn:aws:iam::111122223333:role/x', 'role-to-assume: arn:aws:iam::111122223333:role/x'],
  ['$', `role-to-assume: \${{ <expression> }}`],
])('%s, without the file', (given, line) => {
  expect(fixing(given, { form: 'dollar-arn' })[0]).toContain(line)
})

test('the ARN of a session in another partition gives the role there', () => {
  const given = 'arn:aws-cn:sts::111122223333:assumed-role/deploy/x'
  const fix = fixing(given, { form: 'role-arn', partition: 'aws', slip: 'session' })
  expect(fix[0]).toContain('role-to-assume: arn:aws-cn:iam::111122223333:role/deploy')
})
