import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { requestInvalid } from '../../src/causes/request-invalid.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(requestInvalid, {
  leaves: [
    'role-arn-invalid',
    'role-session-too-long',
    'sts-endpoint-unusable',
    'session-policy-malformed',
  ],
  says: [
    [
      'the form of `role-session-name`',
      'role-session-name  dependabot[bot]',
      'Correct `role-session-name`: 2 to 64 characters',
      'regular expression pattern: [\\w+=,.@-]*',
    ],
    [
      'role-session-name  arn_aws_iam__XXXXXX_role.kube-fluentd-operator-role-session',
      'the step sent      GitHubActions',
      'less than or equal to 64',
    ],
    [
      '`role-to-assume`',
      'role-to-assume  arn:aws:iam::123456',
      'Forks and Dependabot get no secrets',
    ],
    ['`role-to-assume`', 'role-to-assume  (empty)', 'arn:aws:iam::111122223333:role/deploy'],
    ['has no such role', 'dummy-internal does not exist', 'mc idp openid list'],
  ],
})

const said = (message: string): Failure => ({
  kind: 'aws',
  status: 400,
  code: 'ValidationError',
  message,
  requestId: '',
})
const failed = (member: string, value = 'x') =>
  said(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have length greater than or equal to 4`,
  )

test.each([
  ['roleSessionName', 'role-session-name'],
  ['durationSeconds', 'role-duration-seconds'],
  ['roleArn', 'role-to-assume'],
  ['policy', 'inline-session-policy'],
  ['policyArns', 'managed-session-policies'],
  ['policyArns.1.member.arn', 'managed-session-policies'],
])('%s is our %s', (member, input) => {
  const { why, where } = wordsOf(requestInvalid.explain(failed(member), knownWith()))
  expect(where).toEqual({ input })
  expect(why).toContain(`\`${input}\``)
})

test('a token is named, never shown', () => {
  const { why, fix } = wordsOf(
    requestInvalid.explain(failed('webIdentityToken', 'eyJh.e30.c2ln'), knownWith()),
  )
  expect(why).toContain('the token of the runner')
  expect([why, ...fix].join()).not.toContain('eyJh')
})

test('a sentence of another form is shown as it is', () => {
  const { why, fix } = wordsOf(requestInvalid.explain(said('Something new is wrong'), knownWith()))
  expect(why).toContain('AWS answered: “Something new is wrong”')
  expect(fix.join()).toContain('inputs of the step')
})

test('the value is the one that STS quotes, also where it holds what looks like the next', () => {
  const message =
    "2 validation errors detected: Value 'eyJh.e30.c2ln' at 'webIdentityToken' failed to satisfy constraint: Member must have length less than or equal to 20000; Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*"
  const { why } = wordsOf(requestInvalid.explain(said(message), knownWith()))
  expect(why).toMatch(/^role-session-name +a b$/m)
  expect(why).toMatch(/^the step sent +GitHubActions$/m)
  expect(why).not.toContain('eyJh')
})

test('where STS quotes no value, it is the one that the step sent', () => {
  const message =
    "1 validation error detected: Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null"
  const { why } = wordsOf(requestInvalid.explain(said(message), knownWith()))
  expect(why).toMatch(/^role-session-name +GitHubActions$/m)
})

test.each([
  ['policyArns.2.member.arn', 'arn:aws:iam::1:policy/b', 'arn:aws:iam::1:policy/b'],
  ['policyArns', '[com.amazonaws.Policy@1]', 'arn:aws:iam::1:policy/a arn:aws:iam::1:policy/b'],
])('of %s, the one that STS names, or all that were sent', (member, value, given) => {
  const managedSessionPolicies = ['arn:aws:iam::1:policy/a', 'arn:aws:iam::1:policy/b']
  const { why, fix } = wordsOf(
    requestInvalid.explain(
      failed(member, value),
      knownWith({ inputs: { managedSessionPolicies } }),
    ),
  )
  expect(why).toMatch(new RegExp(`^managed-session-policies +${given}$`, 'm'))
  expect(fix[0]).toContain('Correct `managed-session-policies`: at most 10')
})

test('a role that a MinIO does not have is no matter of form', () => {
  const said = 'Role arn:minio:iam:::role/deploy does not exist'
  const known = knownWith({
    inputs: { customEndpoint: true, stsEndpoint: 'https://minio.example.com:9000' },
  })
  const finding = diagnose(
    { kind: 'aws', status: 400, code: 'InvalidParameterValue', message: said, requestId: 'X' },
    known,
  )
  expectWellSaid(finding)
  expect(finding).toMatchObject({
    id: 'request-invalid',
    headline: '`minio.example.com:9000` has no such role',
    where: { input: 'role-to-assume' },
    steps: [
      { code: 'mc idp openid list <alias>' },
      { code: 'role-to-assume: arn:minio:iam:::role/<id>' },
    ],
  })
})

test.each([
  ['greater than or equal to 4', true],
  ['less than or equal to 2048', false],
])('a length that must be %s: whether it may be empty', (length, mayBe) => {
  const { fix } = wordsOf(
    requestInvalid.explain(
      said(
        `1 validation error detected: Value '{}' at 'policy' failed to satisfy constraint: Member must have length ${length}`,
      ),
      knownWith(),
    ),
  )
  expect(fix.join().includes('check that it is not empty')).toBe(mayBe)
})
