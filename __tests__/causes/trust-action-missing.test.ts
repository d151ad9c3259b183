// trust-action-missing: what it takes, what it leaves, and what it says.
import { trustActionMissing } from '../../src/causes/trust-action-missing.js'
import { testCause } from './tester.js'

testCause(trustActionMissing, {
  leaves: ['trust-provider-mismatch', 'trust-denied'],
  says: [
    [
      '`sts:AssumeRole`, which is for callers with AWS credentials',
      // The statement is for every branch: to mend its action would allow them all.
      /add this statement, which allows this `sub` alone, to `Statement` of `trust.json`, beside the others/,
      '"Action": "sts:AssumeRoleWithWebIdentity"',
    ],
    ['does not allow `sts:TagSession`', 'session tags', '"sts:TagSession"'],
  ],
})
