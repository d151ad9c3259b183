// Patterns with open parts: filled in as this job would need them, and shown as the template has them.
import { expect, test } from '@jest/globals'
import type { ConditionResult, TrustProblem } from '../../src/model.js'
import { diagnoseOpenSubject } from '../../src/trust/diagnose-open-subject.js'
import { MAIN, sub } from './fixtures.js'

const condition = (
  wanted: readonly string[],
  actual: string,
  operator: string,
): ConditionResult => ({
  operator,
  key: sub,
  wanted,
  open: true,
  actual: [actual],
  state: 'present',
  holds: false,
})
const diagnosed = (wanted: readonly string[], actual = MAIN, operator = 'StringLike') =>
  diagnoseOpenSubject(condition(wanted, actual, operator), true)

/** `at`: what stands in the pattern where the two part. */
test.each<[string, string, TrustProblem, string]>([
  [
    'an owner',
    'repo:<owner>/octo-repo:environment:live',
    'subject-environment',
    'environment:live',
  ],
  ['owner and repository', 'repo:<owner>/<repository>:environment:x', 'subject-environment', 'env'],
  ['both under one name', 'repo:<repository>:environment:x', 'subject-environment', 'env'],
  ['owner, in two parts', 'repo:<a><b>/octo-repo:environment:x', 'subject-environment', 'env'],
  ['all behind another letter case', 'repo:Octo-Org/<rest>', 'subject-case', 'Octo'],
  ['all of it, in two parts', 'repo:Octo-Org/octo-repo:<a><b>', 'subject-case', 'Octo'],
  ['nothing', 'repo:octo-org<suffix>/octo-repo:environment:x', 'subject-environment', 'env'],
  ['an owner of another name', 'repo:<owner>/other:environment:x', 'subject-mismatch', 'ther'],
  ['one behind the place', 'repo:octo-org/other-<name>:ref:x', 'subject-mismatch', 'ther-<name>:'],
  ['a part that no sign ends', 'repo:<owner>#octo-repo:ref:x', 'subject-mismatch', '<owner>#'],
  [
    'a part behind another letter case',
    'repo:Octo-Org/<repository>:ref:refs/heads/main',
    'subject-case',
    'Octo',
  ],
  [
    'a part before another letter case',
    'repo:<owner>/Octo-Repo:ref:refs/heads/main',
    'subject-case',
    'Octo-Repo',
  ],
])('with %s open: %s', (_what, pattern, problem, at) => {
  const { nearest, problem: told } = diagnosed([pattern])
  expect(told).toBe(problem)
  expect(nearest).toMatchObject({ wanted: pattern, actual: MAIN })
  expect(pattern.slice(nearest?.wantedAt)).toMatch(
    new RegExp(`^${at.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
  )
})

test('of several patterns the nearest is shown, with its own place', () => {
  const patterns = ['repo:<owner>/other:*', 'repo:<owner>/octo-repo:environment:x', 'repo:x/y:*']
  const { nearest } = diagnosed(patterns)
  expect(nearest?.wanted).toBe(patterns[1])
  expect(patterns[1]?.slice(nearest?.wantedAt)).toBe('environment:x')
})

test('a wildcard under an operator that knows none is told of', () => {
  const pattern = 'repo:<owner>/octo-repo:*'
  expect(diagnosed([pattern], MAIN, 'StringEquals')).toMatchObject({
    problem: 'wildcard-with-equals',
    nearest: { wanted: pattern, wantedAt: pattern.indexOf('*') },
  })
})

test('ids are told of, which the pattern has not', () => {
  const pattern = 'repo:<owner>/octo-repo:ref:refs/heads/main'
  const subject = 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main'
  expect(diagnosed([pattern], subject)).toMatchObject({ nearest: { wanted: pattern } })
})

test('inside of what is filled in, the place is where the open part begins', () => {
  // Only so much of a text is looked at.
  const subject = `repo:${'o'.repeat(700)}/octo-repo:ref:x`
  const pattern = 'repo:octo-org-or-<owner>/octo-repo:ref:y'
  expect(diagnosed(['repo:<owner>/octo-repo:ref:y'], subject).nearest).toMatchObject({
    wantedAt: 'repo:'.length,
    actualAt: 600,
  })
  expect(diagnosed([pattern], subject).nearest?.wantedAt).toBe('repo:o'.length)
})

test('a token without a subject has none of it', () => {
  const { actual: _none, ...absent } = condition(['repo:<owner>/octo-repo:*'], '', 'StringLike')
  expect(diagnoseOpenSubject({ ...absent, state: 'absent' }, true).nearest).toEqual({
    wanted: 'repo:<owner>/octo-repo:*',
    actual: '',
    wantedAt: 0,
    actualAt: 0,
  })
})

test('a condition without any value has no nearest', () => {
  expect(diagnosed([])).toEqual({ problem: 'subject-mismatch', nearest: undefined })
})
