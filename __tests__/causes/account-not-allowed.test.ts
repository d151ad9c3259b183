import { accountNotAllowed } from '../../src/causes/account-not-allowed.js'
import { testCause } from './tester.js'

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
