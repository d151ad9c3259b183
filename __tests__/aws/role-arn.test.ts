import { describe, expect, test } from '@jest/globals'
import {
  baseName,
  isAccount,
  isRoleName,
  isSessionName,
  parseRoleArn,
  roleOfSession,
  strangeToSessionName,
  wantedRoleArn,
} from '../../src/aws/role-arn.js'
import type { RoleArnSlip } from '../../src/model.js'

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
    expect(parseRoleArn('arn:x:y:eu:acme:deploy', true)).toEqual({
      text: 'arn:x:y:eu:acme:deploy',
      partition: 'x',
      account: 'acme',
      name: 'deploy',
    })
    for (const text of ['no arn', 'my-arn:x:y:eu:acme:deploy', 'arn:x:y:eu:acme:a\nb'])
      expect(parseRoleArn(text, true)).toBeUndefined()
  })
})

test.each<[string, RoleArnSlip]>([
  [`arn:aws:iam::${ACCOUNT}:oidc-provider/x.example.com`, 'oidc-provider'],
  [`arn:aws:iam::${ACCOUNT}:instance-profile/deploy`, 'instance-profile'],
  [`arn:aws:sts::${ACCOUNT}:assumed-role/deploy/me`, 'session'],
  [`arn:aws:iam::${ACCOUNT}:user/deploy`, 'user'],
  [`arn:aws:iam::${ACCOUNT}:policy/deploy`, 'policy'],
  ['arn:aws:iam:::role/deploy', 'no-account'],
  ['arn:aws:iam::1111:role/deploy', 'account-digits'],
  [`arn:aws:iam::${ACCOUNT}1:role/deploy`, 'account-digits'],
  [`arn:aws:iam::${ACCOUNT}:role/`, 'name'],
  [`arn:aws:iam::${ACCOUNT}:role/with blank`, 'name'],
  ['deploy', 'bare-name'],
])('the slip in %j: %s', (text, slip) => {
  expect(wantedRoleArn(text)).toEqual({ form: 'role-arn', partition: 'aws', slip })
})

test.each([`"arn:aws:iam::${ACCOUNT}:role/deploy"`, `'arn:aws:iam::${ACCOUNT}:role/deploy '`])(
  'of %s the same without quotes is wanted',
  (text) => {
    const arn = `arn:aws:iam::${ACCOUNT}:role/deploy`
    expect(wantedRoleArn(text)).toEqual({ form: 'unquoted-arn', arn })
  },
)

test("a text without any likeness has no slip, and the form the region's partition", () => {
  expect(wantedRoleArn('???', 'aws-cn')).toEqual({ form: 'role-arn', partition: 'aws-cn' })
})

test('names of roles and of sessions', () => {
  const names = ['a', 'ab', 'a+=,.@-_b', 'a/b', 'a b', '', 'x'.repeat(64), 'x'.repeat(65)]
  expect(names.filter(isRoleName)).toEqual(['a', 'ab', 'a+=,.@-_b', 'x'.repeat(64)])
  expect(names.filter(isSessionName)).toEqual(['ab', 'a+=,.@-_b', 'x'.repeat(64)])
})

test('the name of a role without its path', () => {
  const role = { text: '', partition: 'aws', account: ACCOUNT, name: 'path/to/deploy' }
  expect([baseName(role), baseName({ ...role, name: 'deploy' })]).toEqual(['deploy', 'deploy'])
})

test.each([
  [
    'arn:aws:sts::111122223333:assumed-role/deploy/octocat',
    'arn:aws:iam::111122223333:role/deploy',
  ],
  ['arn:aws-cn:sts::111122223333:assumed-role/a.b/x@y', 'arn:aws-cn:iam::111122223333:role/a.b'],
  ['arn:aws:iam::111122223333:assumed-role/deploy', 'arn:aws:iam::111122223333:role/deploy'],
  ['arn:aws:sts::{AccountID}:assumed-role/{RoleName}/x', undefined],
  ['arn:aws:sts::111122223333:federated-user/x', undefined],
  ['arn:aws:iam::111122223333:role/deploy', undefined],
])('the role of the session %s is %s', (session, role) => {
  expect(roleOfSession(session)).toBe(role)
})

test('the characters that the name of a session must not have, each once', () => {
  expect(strangeToSessionName('a/b/c d')).toEqual(['/', ' '])
  expect(strangeToSessionName('ok_+=,.@-')).toEqual([])
})

test.each(['$arn:aws:iam::111122223333:role/x', '$arn:', '$'])(
  '%s has a dollar sign too many',
  (text) => {
    expect(wantedRoleArn(text)).toEqual({ form: 'dollar-arn' })
  },
)

test('a variable of a shell is not that', () => {
  expect(wantedRoleArn('$ROLE')).toMatchObject({ form: 'role-arn' })
})

test.each([
  ['111122223333', true],
  ['11112222333', false],
  ['1111222233334', false],
  ['x111122223333', false],
  ['11112222333x', false],
])('%s is an account: %s', (text, is) => {
  expect(isAccount(text)).toBe(is)
})

test.each([
  ['"deploy"', undefined],
  [`  "arn:aws:iam::${ACCOUNT}:role/deploy'  `, `arn:aws:iam::${ACCOUNT}:role/deploy`],
])('quotes are taken from an ARN alone: %j', (text, arn) => {
  const wanted =
    arn === undefined ? { form: 'role-arn', partition: 'aws' } : { form: 'unquoted-arn', arn }
  expect(wantedRoleArn(text)).toEqual(wanted)
})

test.each([
  'x$arn:aws:iam::111122223333:role/x',
  'my arn:aws:iam:::role/x',
  'my arn:aws:iam::1:role/x',
  '* deploy',
  'deploy *',
])('%s has no slip of a known kind', (text) => {
  expect(wantedRoleArn(text)).toEqual({ form: 'role-arn', partition: 'aws' })
})

test.each([
  'my arn:aws:sts::111122223333:assumed-role/deploy/x',
  'arn:aws:sts::111122223333:assumed-role/deploy/x y',
])('%s is no session', (text) => {
  expect(roleOfSession(text)).toBeUndefined()
})
