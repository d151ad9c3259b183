// trust-wildcard-with-equals: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustWildcardWithEquals } from '../../src/causes/trust-wildcard-with-equals.js'
import type { FailureOf } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustWildcardWithEquals, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      'policy: repo:octo-org/*',
      'reads wildcards',
      '"repo:octo-org/octo-repo:ref:refs/heads/main"',
      'Do not move `repo:octo-org/*` to StringLike: there it would allow other repositories too',
    ],
    [
      'policy: …/octo-repo:*',
      /every branch, tag, environment and pull request[\s\S]*\(add one if there is none\):\n {4}"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:\*"/,
    ],
    [
      '*:nomad-autoscaler',
      'would allow other subjects too',
      '"system:serviceaccount:circleci:nomad-autoscaler"',
    ],
  ],
})

test('what a star at the end lets in is said only where there is one', () => {
  const denial = evidenceOf('trust-wildcard-with-equals')[1]?.failure as FailureOf<'trust-denial'>
  const wanted = 'repo:octo-org/octo-repo:ref:refs/heads/*'
  const nearest = { wanted, actual: '', wantedAt: 0, actualAt: 0 }
  const { fix } = wordsOf(trustWildcardWithEquals.explain({ ...denial, nearest }, knownWith()))
  const text = fix.join('\n')
  expect(text).toContain(`If every run that fits \`${wanted}\` may use the role`)
  expect(text).not.toContain('every branch, tag')
})
