// What STS says of parameters out of their range, in AWS's words.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, element, type Form, post, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterEach(() => on.reset())
afterAll(() => on.stop())

describe('parameters', () => {
  const value = (shown: string, name: string, rule: string): string =>
    `1 validation error detected: Value ${shown} at '${name}' failed to satisfy constraint: Member must ${rule}`

  test.each<[string, Form, string]>([
    [
      'a session name with a blank',
      { RoleSessionName: 'a b' },
      value("'a b'", 'roleSessionName', 'satisfy regular expression pattern: [\\w+=,.@-]*'),
    ],
    [
      'too short a session name',
      { RoleSessionName: 'a' },
      value("'a'", 'roleSessionName', 'have length greater than or equal to 2'),
    ],
    [
      'too long a session name',
      { RoleSessionName: 'a'.repeat(65) },
      value(`'${'a'.repeat(65)}'`, 'roleSessionName', 'have length less than or equal to 64'),
    ],
    [
      'too short a session',
      { DurationSeconds: '899' },
      value("'899'", 'durationSeconds', 'have value greater than or equal to 900'),
    ],
    [
      'too long a session',
      { DurationSeconds: '43201' },
      value("'43201'", 'durationSeconds', 'have value less than or equal to 43200'),
    ],
    [
      'an empty role',
      { RoleArn: '' },
      value("''", 'roleArn', 'have length greater than or equal to 20'),
    ],
    [
      'too short a token',
      { WebIdentityToken: 'abc' },
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length greater than or equal to 4",
    ],
    [
      'too long a token',
      { WebIdentityToken: 'a'.repeat(20_001) },
      "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member must have length less than or equal to 20000",
    ],
    [
      'longer than the role allows',
      { DurationSeconds: '7200' },
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    ],
    [
      'a provider’s ARN',
      { RoleArn: 'arn:aws:iam::111122223333:oidc-provider/x.example' },
      'Request ARN is invalid',
    ],
    ['no account', { RoleArn: 'arn:aws:iam:::role/deployment-role' }, 'Request ARN is invalid'],
  ])('%s', async (_name, form, message) => {
    const { status, outcome } = await assume(on, form)
    expect({ status, outcome }).toEqual({
      status: 400,
      outcome: { code: 'ValidationError', message },
    })
  })

  test('all that is wrong is said at once', async () => {
    const { outcome } = await assume(on, { RoleSessionName: '/', DurationSeconds: '1' })
    expect(outcome).toMatchObject({
      message: expect.stringMatching(/^3 validation errors detected: .*; .*; /),
    })
  })

  test('a missing one', async () => {
    const body = { Action: 'AssumeRoleWithWebIdentity', Version: '2011-06-15' }
    expect(element((await post(on, body)).body, 'Message')).toContain("Value null at 'roleArn'")
  })
})
