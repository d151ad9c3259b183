import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { causeFor, diagnose } from '../../src/causes/index.js'
import { stsRefused } from '../../src/causes/sts-refused.js'
import type { Failure, Finding } from '../../src/model.js'
import { findingLines } from '../../src/report/plain.js'
import { testCause } from './tester.js'

testCause(stsRefused, {
  leaves: [
    'role-not-assumable',
    'provider-parameter',
    'sts-endpoint-unusable',
    'role-session-too-long',
    'session-policy-malformed',
    'sts-throttled',
    'sts-unavailable',
    'token-expired',
    'token-rejected',
  ],
  says: [
    ['aud   sts.amazonaws.com', 'Compare `ClientIDList` of its provider with `aud` above'],
    [
      "grep -hE 'oidc provider|",
      '--open-id-connect-provider-arn arn:aws:iam:::oidc-provider/token.actions.githubusercontent.com',
    ],
    [
      'sub   repo:octo-org/octo-repo:ref:refs/heads/main',
      'aws --endpoint-url http://127.0.0.1:7480 iam get-role --role-name deploy',
      'set `trust-policy: trust-policy.json`',
    ],
    ['role  arn:aws:iam:::role/missing', '--role-name missing'],
    ['role-to-assume: arn:aws:iam:::role/deploy'],
    ['Thu, 26 Nov 2026 04:26'],
    ['Signature validation'],
    ['journalctl'],
    ['If the log says `x5c not present`', 'as `x5c`'],
    ['`127.0.0.1:7480` refused the sign-in with `InvalidArgument` and no reason', 'session name'],
  ],
})

const CEPH = {
  stsEndpoint: 'https://ceph.example.com:7480',
  customEndpoint: true,
  role: { text: 'arn:aws:iam:::role/deploy', partition: 'aws', account: '', name: 'deploy' },
}
const refusal = (code: string, message = ''): Failure => ({
  kind: 'aws',
  status: 403,
  code,
  message,
  requestId: 'tx1',
  date: 'Thu, 26 Nov 2026 04:26:36 GMT',
})
const wordsOf = (found: Finding): string => findingLines(found).join('\n')
const tell = (failure: Failure, inputs: object = {}, more: object = {}) =>
  diagnose(failure, knownWith({ inputs: { ...CEPH, ...inputs }, ...more }))

describe('what it says', () => {
  test('who refused, by which code, and where its log is', () => {
    const found = tell(refusal('AccessDenied'))
    expect(found.id).toBe('sts-refused')
    expect(found.headline).toBe(
      '`ceph.example.com:7480` refused the sign-in with `AccessDenied` and no reason',
    )
    expect(found.steps[0]).toMatchObject({
      say: expect.stringContaining('Thu, 26 Nov 2026 04:26:36 GMT'),
      code: expect.stringContaining('/var/log/ceph/'),
    })
  })

  test('what is compared there, at its own endpoint and without an account', () => {
    const words = wordsOf(tell(refusal('AccessDenied')))
    expect(words).toContain(
      'aws --endpoint-url https://ceph.example.com:7480 iam get-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam:::oidc-provider/token.actions.githubusercontent.com',
    )
    expect(words).toContain(
      'aws --endpoint-url https://ceph.example.com:7480 iam get-role --role-name deploy',
    )
    expect(words).toContain('with the credentials of an administrator of ceph.example.com:7480')
    expect(words).not.toContain('<account>')
  })

  test('the role without its account, where one was given', () => {
    const role = {
      text: 'arn:aws:iam::111122223333:role/deploy',
      partition: 'aws',
      account: '111122223333',
      name: 'deploy',
    }
    const words = wordsOf(tell(refusal('AccessDenied'), { role }))
    expect(words).toContain('role-to-assume: arn:aws:iam:::role/deploy')
    expect(wordsOf(tell(refusal('AccessDenied')))).not.toContain('role-to-assume:')
  })

  test('its words, where it has some', () => {
    const found = tell(refusal('InvalidTokenForm', 'no such thing'))
    expect(found.headline).toBe(
      '`ceph.example.com:7480` refused the sign-in with `InvalidTokenForm`',
    )
    expect(wordsOf(found)).toContain('no such thing')
  })
})

test.each([
  ['of AWS itself', refusal('AccessDenied'), { customEndpoint: false }, 'unknown'],
  ['SlowDown', { ...refusal('SlowDown'), status: 503 }, {}, 'sts-throttled'],
  ['a policy', refusal('MalformedPolicyDocument'), {}, 'session-policy-malformed'],
  [
    'a session of two hours',
    refusal('InvalidArgument'),
    { roleDurationSeconds: 7200 },
    'role-session-too-long',
  ],
  [
    'a session of one hour',
    refusal('InvalidArgument'),
    { roleDurationSeconds: 3600 },
    'sts-refused',
  ],
  ['a call of S3', refusal('NoSuchBucket'), {}, 'sts-endpoint-unusable'],
  ['a call that is not known', refusal('MethodNotAllowed'), {}, 'sts-endpoint-unusable'],
  ['a fault', { ...refusal('InternalError'), status: 500 }, {}, 'sts-unavailable'],
] as const)('%s', (_what, failure, inputs, id) => {
  expect(causeFor(failure, knownWith({ inputs: { ...CEPH, ...inputs } })).id).toBe(id)
})

test('all that radosgw refused in one code is there', () => {
  const codes = evidenceOf('sts-refused').map(({ failure }) => 'code' in failure && failure.code)
  expect(new Set(codes)).toEqual(new Set(['AccessDenied', 'InvalidArgument']))
})
