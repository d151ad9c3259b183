// trust-condition-mismatch: what it takes, what it leaves, and what it says.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { trustConditionMismatch } from '../../src/causes/trust-condition-mismatch.js'
import type { ConditionResult, FailureOf } from '../../src/model.js'
import { aud, HOST, type Json, MAIN, sub } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
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
  expect(fix.join('\n')).toMatch(/^If this job may use the role( all the same)?, change/m)
  expect(fix.join('\n')).not.toContain('role-session-name:')
  expect(where).toBeUndefined()
})

describe('an environment that the policy asks for by its own key, of a job without one', () => {
  const environment = `${HOST}:environment`
  const wordsFor = (condition: Json, claims: Json = {}) => {
    const known = knownFor(claims)
    const facts = examined(policyOf(statement(condition)), known)
    return wordsOf(diagnose(found(facts, 'trust-denial'), { ...known, trust: facts }))
  }
  const audience = { [aud]: 'sts.amazonaws.com' }
  const any = { StringLike: { [sub]: 'repo:octo-org/octo-repo:*' } }

  test('is given to the job, before any change to the policy', () => {
    const { fix } = wordsFor({ ...any, StringEquals: { ...audience, [environment]: 'production' } })
    expect(fix[0]).toBe(
      'If this job belongs to environment `production`, run it there:\n    environment: production',
    )
    expect(fix[1]).toMatch(/^If it may use the role without that environment, add this statement/)
  })

  test.each<[string, Json, Json]>([
    [
      'one for the branch alone, which the job would lose',
      { StringEquals: { ...audience, [sub]: MAIN, [environment]: 'production' } },
      {},
    ],
    [
      'a pattern',
      { ...any, StringEquals: audience, StringLike: { ...any.StringLike, [environment]: 'prod*' } },
      {},
    ],
    ['two', { ...any, StringEquals: { ...audience, [environment]: ['a', 'b'] } }, {}],
    [
      'one that the job has not',
      { ...any, StringEquals: { ...audience, [environment]: 'a' } },
      { environment: 'b' },
    ],
    ['none', { ...any, StringEquals: audience, Null: { [environment]: 'false' } }, {}],
  ])('not where the policy has %s', (_what, condition, claims) => {
    expect(wordsFor(condition, claims).fix.join('\n')).not.toContain('run it there')
  })
})

describe('a called workflow that the policy asks for', () => {
  const SHARED = 'octo-org/shared/.github/workflows/deploy.yml'
  const OWN = 'octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main'
  const fixFor = (wanted: unknown, claims: Json) => {
    const known = knownFor({ repository: 'octo-org/octo-repo', workflow_ref: OWN, ...claims })
    const condition = {
      StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN },
      StringLike: { [`${HOST}:job_workflow_ref`]: wanted },
    }
    const facts = examined(policyOf(statement(condition)), known)
    return wordsOf(diagnose(found(facts, 'trust-denial'), { ...known, trust: facts })).fix
  }

  test.each([
    ['at another ref', `${SHARED}@refs/heads/main`],
    ['not at all', OWN],
  ])('and the job calls %s: first it is called as it should be', (_what, actual) => {
    const fix = fixFor(`${SHARED}@refs/tags/v1`, { job_workflow_ref: actual })
    expect(fix[0]).toBe(
      `If the job can call that workflow, call it at the ref that the policy wants:\n    uses: ${SHARED}@v1`,
    )
    expect(fix[1]).toMatch(/^If this job may use the role without it, change `trust\.json`/)
  })

  test.each<[string, unknown, string]>([
    ['by a pattern', `${SHARED}@*`, OWN],
    ['as one of two', [`${SHARED}@refs/tags/v1`, `${SHARED}@refs/tags/v2`], OWN],
    ['where it is the run itself on another branch', OWN.replace('main', 'dev'), OWN],
    ['as it is on a pull request', `${SHARED}@refs/pull/7/merge`, OWN],
  ])('%s: nothing is to be called', (_what, wanted, actual) => {
    expect(fixFor(wanted, { job_workflow_ref: actual }).join('\n')).not.toContain('uses:')
  })
})

test('what a condition excludes is kept out first', () => {
  const known = knownFor({ actor: 'dependabot[bot]' })
  const condition = {
    StringEquals: { [aud]: 'sts.amazonaws.com', [sub]: MAIN },
    StringNotEquals: { [`${HOST}:actor`]: 'dependabot[bot]' },
  }
  const denial = found(examined(policyOf(statement(condition)), known), 'trust-denial')
  const { fix } = wordsOf(diagnose(denial, known))
  expect(fix[0]).toMatch(/^If the condition is meant for jobs like this one, keep the policy/)
  expect(fix[1]).toMatch(/^If this job may use the role all the same, add this statement/)
})
