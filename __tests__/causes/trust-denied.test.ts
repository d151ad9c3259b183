// trust-denied: what it takes, what it leaves, and what it says.

import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustDenied } from '../../src/causes/trust-denied.js'
import { PINNED, sub } from '../trust/fixtures.js'
import { examined, found, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustDenied, {
  leaves: ['trust-policy-differs', 'trust-subject-mismatch'],
  says: [
    [
      'statement 2 of the trust policy of `deploy` denies this job',
      'StringNotLike sub  repo:acme/*',
      /let it test the audience first:\n.*:aud": "sts\.amazonaws\.com"/,
      /keep the policy[\s\S]*"repo:octo-org\/octo-repo:ref:refs\/heads\/main"/,
    ],
    [
      'It has no conditions',
      /add this to `Condition` of statement 2:\n {4}"StringNotEquals": \{\n.*:sub": "repo:octo-org\/octo-repo:ref:refs\/heads\/main"/,
    ],
  ],
})

test('where the Allow asks for the audience, the Deny is changed for this subject', () => {
  const deny = statement({ StringNotLike: { [sub]: 'repo:acme/*' } }, { Effect: 'Deny' })
  const denial = found(examined(policyOf(statement(PINNED), deny)), 'trust-denial')
  const finding = diagnose(denial, knownWith())
  expectWellSaid(finding)
  const { fix } = wordsOf(finding)
  expect(fix.join('\n')).toMatch(/all the same, change `trust\.json`[\s\S]*\+ .*octo-repo/)
  expect(fix.join('\n')).not.toContain('let it test the audience')
})
