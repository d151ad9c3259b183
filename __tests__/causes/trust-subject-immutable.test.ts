// trust-subject-immutable: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustSubjectImmutable } from '../../src/causes/trust-subject-immutable.js'
import { testCause } from './tester.js'

testCause(trustSubjectImmutable, {
  leaves: ['trust-subject-mismatch', 'trust-subject-case'],
  says: [
    [
      '`sub` uses immutable ids',
      'renamed repositories',
      '"repo:GITHUB_ORGNAME@123456/repo-name@67890:ref:refs/heads/main"',
      'Remove the form without ids once no job uses it',
    ],
    [
      '"repo:octocat/my-repo:ref:refs/heads/main"',
      '"repo:octocat@123456/my-repo@456789:ref:refs/heads/main"',
    ],
    [
      '`sub` does not',
      'classic form',
      '"repo:femiwiki/lambda:ref:refs/heads/main"',
      '"repo:femiwiki@21275875/lambda@300000001:ref:refs/heads/main"',
    ],
  ],
})

test('an owner with an open part is nobody whose name anyone may register', () => {
  const actual = 'repo:octo-org@1/octo-repo@2:ref:refs/heads/main'
  const wanted = 'repo:<org>/octo-repo:ref:refs/heads/main'
  const nearest = { wanted, actual, wantedAt: 0, actualAt: 0 }
  const condition = {
    operator: 'StringLike',
    key: 'x:sub',
    wanted: [wanted],
    actual: [actual],
    state: 'present',
    holds: false,
  } as const
  const headlineOf = (open: object): string => {
    const denial = {
      source: { path: 'a' },
      more: [],
      nearest,
      condition: { ...condition, ...open },
    }
    const failure = { kind: 'trust-denial', problem: 'subject-immutable', ...denial } as const
    return diagnose(failure, knownWith({ token: { subject: actual } })).headline
  }
  expect(headlineOf({ open: true })).not.toContain('owner')
  expect(headlineOf({})).toContain('owner `<org>`')
})
