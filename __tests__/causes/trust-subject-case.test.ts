// trust-subject-case: what it takes, what it leaves, and what it says.
import { trustSubjectCase } from '../../src/causes/trust-subject-case.js'
import { testCause } from './tester.js'

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
