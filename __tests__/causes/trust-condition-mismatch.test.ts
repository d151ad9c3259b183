// trust-condition-mismatch: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { trustConditionMismatch } from '../../src/causes/trust-condition-mismatch.js'
import type { ConditionResult, FailureOf } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(trustConditionMismatch, {
  leaves: ['trust-claim-not-a-key', 'trust-audience-mismatch'],
  says: [
    [
      'wants another `job_workflow_ref`',
      'release.yml@refs/heads/main',
      'deploy.yml@refs/heads/main',
      /add this statement, which allows this `sub` alone/,
    ],
    [
      'wants another `actor`',
      'policy: tve',
      'job:    octocat',
      /add this statement, which allows this `sub` alone, to `Statement` of `trust\.json`/,
    ],
    [
      'wants another `sts:RoleSessionName`',
      /^If this job may use the role, give the session the name that the policy wants:\n {4}role-session-name: MicrosoftSentinel_00000000-0000-4000-8000-000000000001\nIf its own session name may stay, change/m,
    ],
  ],
})

const named = evidenceOf('trust-condition-mismatch')[2]?.failure as FailureOf<'trust-denial'>
const explained = (condition: Partial<ConditionResult>) => {
  const { nearest: _nearest, condition: had, ...rest } = named
  return wordsOf(
    trustConditionMismatch.explain(
      { ...rest, condition: { ...(had as ConditionResult), ...condition } },
      knownWith(),
    ),
  )
}

test('of several names the first that is no pattern is given', () => {
  const { fix, where } = explained({ operator: 'StringLike', wanted: ['ci-*', 'deploy'] })
  expect(fix[0]).toBe(
    'If this job may use the role, give the session the name that the policy wants:\n    role-session-name: deploy',
  )
  expect(where).toEqual({ input: 'role-session-name' })
})

test.each(['ForAnyValue:StringEquals', 'ForAllValues:StringLike'])(
  'a name is given under %s, too',
  (operator) => {
    const { where } = explained({ operator, wanted: ['deploy'] })
    expect(where).toEqual({ input: 'role-session-name' })
  },
)

test.each([
  ['a pattern', { operator: 'StringLike', wanted: ['ci-*'] }],
  ['a variable', { wanted: [`$\{aws:username}`] }],
  ['what YAML does not take as it is', { wanted: ['@deploy'] }],
  ['what it must not be', { operator: 'StringNotEquals', wanted: ['deploy'] }],
  ['another key', { key: 'sts:SourceIdentity', wanted: ['deploy'] }],
])('no name is given where the policy says %s', (_what, condition) => {
  const { fix, where } = explained(condition)
  expect(fix[0]).toMatch(/^If this job may use the role, change/)
  expect(where).toBeUndefined()
})
