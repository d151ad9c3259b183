// trust-subject-case: what it takes, what it leaves, and what it says.

import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { trustSubjectCase } from '../../src/causes/trust-subject-case.js'
import { aud, sub } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustSubjectCase, {
  leaves: ['trust-subject-mismatch', 'trust-wildcard-with-equals'],
  says: [
    [
      'in another letter case',
      'policy: repo:jarvisprestidge/repo-name:*',
      'job:    repo:JarvisPrestidge/repo-name:ref:refs/heads/main',
      '"repo:JarvisPrestidge/repo-name:ref:refs/heads/main"',
      'the old one had a wildcard',
    ],
  ],
})

test('a pattern for a branch of other letter case stays, and nothing is said of its going', () => {
  const known = knownFor({ sub: 'repo:octo-org/octo-repo:ref:refs/heads/feature/a' })
  const wanted = 'repo:octo-org/octo-repo:ref:refs/heads/Feature/*'
  const policy = policyOf(
    statement({ StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: wanted } }),
  )
  const denial = found(examined(policy, known), 'trust-denial')
  expect(denial.suggestion?.statement).toContain(JSON.stringify(wanted))
  const finding = diagnose(denial, known)
  expectWellSaid(finding)
  expect(finding.id).toBe('trust-subject-case')
  expect(wordsOf(finding).fix.join('\n')).not.toContain('had a wildcard')
})
