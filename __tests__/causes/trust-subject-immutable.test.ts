// trust-subject-immutable: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustSubjectImmutable } from '../../src/causes/trust-subject-immutable.js'
import { MAIN, sub } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

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

test('beside a statement of its own the old name stays, and it is said that it has to go', () => {
  const known = knownFor({ sub: 'repo:new-org@123456/octo-repo@456789:ref:refs/heads/main' })
  // Without an audience the statement is left as it is.
  const policy = policyOf(statement({ StringEquals: { [sub]: MAIN } }))
  const denial = found(examined(policy, known), 'trust-denial')
  expect([denial.problem, denial.suggestion?.diff]).toEqual(['subject-immutable', ''])
  const finding = diagnose(denial, known)
  expectWellSaid(finding)
  const fix = wordsOf(finding).fix.join('\n')
  expect(fix).toContain(
    'If owner `octo-org` was renamed to `new-org`, remove the old name from the policy: anyone may register it now',
  )
  expect(fix).not.toMatch(/The change removes|keep the old one|in place of the old one/)
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
