import { describe, expect, test } from '@jest/globals'
import { parseRoleArn, wantedRoleArn } from '../../src/steps/role-arn.js'

const ACCOUNT = '111122223333'

describe('parseRoleArn', () => {
  test.each([
    [`arn:aws:iam::${ACCOUNT}:role/deploy`, 'aws', 'deploy'],
    [`arn:aws:iam::${ACCOUNT}:role/path/to/deploy`, 'aws', 'path/to/deploy'],
    [`arn:aws-cn:iam::${ACCOUNT}:role/a+b=c,d.e@f-g_h`, 'aws-cn', 'a+b=c,d.e@f-g_h'],
    [`arn:aws-us-gov:iam::${ACCOUNT}:role/deploy`, 'aws-us-gov', 'deploy'],
  ])('%s', (text, partition, name) => {
    expect(parseRoleArn(text, false)).toEqual({ text, partition, account: ACCOUNT, name })
  })

  test.each([
    '',
    'deploy',
    'arn:aws:iam:::role/deploy',
    'arn:aws:iam::1111:role/deploy',
    `arn:aws:iam::${ACCOUNT}:role/`,
    `arn:aws:iam::${ACCOUNT}:role/with blank`,
    `arn:aws:iam::${ACCOUNT}:user/deploy`,
    `"arn:aws:iam::${ACCOUNT}:role/deploy"`,
    `arn:aws:iam::${ACCOUNT}:role/deploy\narn:aws:iam::${ACCOUNT}:role/other`,
    `arn:aws:iam::${ACCOUNT}:role/${'x'.repeat(513)}`,
  ])('is none: %j', (text) => {
    expect(parseRoleArn(text, false)).toBeUndefined()
  })

  test('takes the ARNs of another STS as they are, where that was asked for', () => {
    expect(parseRoleArn('arn:minio:iam:::role/idp', true)).toEqual({
      text: 'arn:minio:iam:::role/idp',
      partition: 'minio',
      account: '',
      name: 'idp',
    })
    expect(parseRoleArn('no arn', true)).toBeUndefined()
  })
})

test.each([
  [`arn:aws:iam::${ACCOUNT}:oidc-provider/x.example.com`, 'the OIDC provider, not of the role'],
  [`arn:aws:iam::${ACCOUNT}:instance-profile/deploy`, 'the ARN of an instance profile'],
  [`arn:aws:sts::${ACCOUNT}:assumed-role/deploy/me`, 'the ARN of a session of the role'],
  [`arn:aws:iam::${ACCOUNT}:user/deploy`, 'the ARN of a user'],
  [`arn:aws:iam::${ACCOUNT}:policy/deploy`, 'the ARN of a policy'],
  ['arn:aws:iam:::role/deploy', 'the account id is missing'],
  ['arn:aws:iam::1111:role/deploy', 'the account id must have 12 digits'],
  [`arn:aws:iam::${ACCOUNT}1:role/deploy`, 'the account id must have 12 digits'],
  [`arn:aws:iam::${ACCOUNT}:role/`, 'the name after `role/` is empty'],
  [`arn:aws:iam::${ACCOUNT}:role/with blank`, 'has other characters than'],
  ['deploy', 'the bare name of a role'],
  [`"arn:aws:iam::${ACCOUNT}:role/deploy"`, `\`arn:aws:iam::${ACCOUNT}:role/deploy\``],
  [`'arn:aws:iam::${ACCOUNT}:role/deploy '`, 'without quotes or blanks around it'],
])('of %j it is said: %s', (text, said) => {
  expect(wantedRoleArn(text)).toContain(said)
})

test('of a text without any likeness only the form is said', () => {
  expect(wantedRoleArn('???')).toBe(
    'the ARN of an IAM role, `arn:aws:iam::<12-digit account>:role/<path/name>`',
  )
})

test("the form has the region's partition", () => {
  expect(wantedRoleArn('deploy', 'aws-cn')).toContain('`arn:aws-cn:iam::<12-digit account>:role/')
})
