// trust-subject-case: what it takes, what it leaves, and what it says.
import { trustSubjectCase } from '../../src/causes/trust-subject-case.js'
import { testCause } from './tester.js'

testCause(trustSubjectCase, {
  leaves: ['trust-subject-mismatch', 'trust-wildcard-with-equals'],
  says: [
    [
      'other capital letters',
      'wanted: repo:jarvisprestidge/repo-name:*',
      'actual: repo:JarvisPrestidge/repo-name:ref:refs/heads/main',
      'letter 6',
      '"repo:JarvisPrestidge/repo-name:ref:refs/heads/main"',
    ],
  ],
})
