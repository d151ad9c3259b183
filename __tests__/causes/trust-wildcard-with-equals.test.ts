// trust-wildcard-with-equals: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustWildcardWithEquals } from '../../src/causes/trust-wildcard-with-equals.js'
import type { FailureOf } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(trustWildcardWithEquals, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      '`repo:octo-org/*`',
      'lets nobody in',
      '"repo:octo-org/octo-repo:ref:refs/heads/main"',
      'Do not move `repo:octo-org/*` to StringLike',
    ],
    [
      '`repo:octo-org/octo-repo:*`',
      '(make one where there is none). That is every branch, tag, environment and pull request:\n"token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:*"',
    ],
    [
      '`system:serviceaccount:*:nomad-autoscaler`',
      '"system:serviceaccount:circleci:nomad-autoscaler"',
    ],
  ],
})

test('what a star at the end lets in is said only where there is one', () => {
  const denial = evidenceOf('trust-wildcard-with-equals')[1]?.failure as FailureOf<'trust-denial'>
  const wanted = 'repo:octo-org/octo-repo:ref:refs/heads/*'
  const nearest = { wanted, actual: '', wantedAt: 0, actualAt: 0 }
  const { fix } = trustWildcardWithEquals.explain({ ...denial, nearest }, knownWith())
  expect(fix.at(-1)).toContain(`(make one where there is none):\n`)
})
