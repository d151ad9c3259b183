import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { accountNotAllowed } from '../../src/causes/account-not-allowed.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'
import { findingLines } from '../../src/report/plain.js'
import { testCause } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(accountNotAllowed, {
  leaves: ['claim-not-expected'],
  says: [
    [
      '`111122223333`',
      '444455556666, 777788889999',
      "allowed-account-ids: '444455556666,777788889999,111122223333'",
      'role-to-assume: arn:aws:iam::444455556666:role/deploy',
    ],
  ],
})

describe('a session without an account, as Ceph gives it', () => {
  test.each(['', 'tenant'])('is not allowed, and no ARN is made up: `%s`', (account) => {
    const failure: Failure = { kind: 'account', account, allowed: ['111122223333'] }
    const inputs = { customEndpoint: true, stsEndpoint: 'https://ceph.example.com' }
    const found = diagnose(failure, knownWith({ inputs }))
    expectWellSaid(found)
    expect(found.headline).toContain('no account id')
    const words = findingLines(found).join('\n')
    expect(words).toContain('remove `allowed-account-ids`')
    expect(words).not.toContain('arn:aws')
  })
})
