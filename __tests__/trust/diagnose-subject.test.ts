// Which slip keeps a subject out: told from the pattern and the token alone.
import { describe, expect, test } from '@jest/globals'
import { type Json, MAIN, pinned, sub } from './fixtures.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const ENVIRONMENT = 'repo:octo-org/octo-repo:environment:production'
const IMMUTABLE = 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main'

function problem(condition: Json, subject: string): string {
  const facts = examined(policyOf(statement(condition)), knownFor({ sub: subject }))
  return found(facts, 'trust-denial').problem
}
const like = (pattern: string): Json => ({ StringLike: { [sub]: pattern } })

describe('no template has a part in', () => {
  test.each([
    'repo:octo-org/octo-repo:refs/heads/main',
    'repo:octo-org/octo-repo:main',
    'repo:octo-org/octo-repo:branch:main',
    'repo:octo-org/octo-repo:heads/main',
    'octo-org/octo-repo:ref:refs/heads/main',
    'repo:octo-org:ref:refs/heads/main',
    'repo:octo-org/octo-repo:ref:refs/heads/main:*',
    'repo:octo-org/octo-repo:ref',
  ])('a branch spelled %s', (pattern) => {
    expect(problem(pinned(pattern), MAIN)).toBe('subject-mismatch')
  })

  test.each([
    ['repo:octo-org/octo-repo:env:production', ENVIRONMENT],
    ['repo:octo-org/octo-repo:pull-request', 'repo:octo-org/octo-repo:pull_request'],
    [
      'repo:octo-org/octo-repo:environment:prod:eu',
      'repo:octo-org/octo-repo:environment:prod%3Aeu',
    ],
  ])('%s for %s', (pattern, subject) => {
    expect(problem(pinned(pattern), subject)).toBe('subject-mismatch')
  })

  test.each([
    ['repo:*:environment:production', MAIN],
    ['repo:*:ref:refs/heads/main', ENVIRONMENT],
  ])('the pattern %s for %s', (pattern, subject) => {
    expect(problem(like(pattern), subject)).not.toBe('subject-customised')
  })
})

describe('a template has its part in', () => {
  test.each([
    ['a claim after the context', `${MAIN}:actor:octocat`, MAIN],
    [
      'a claim in place of it',
      'repo:octo-org/octo-repo:job_workflow_ref:a/b/.github/x.yml@main',
      MAIN,
    ],
    ['a claim at its beginning', 'repository_owner:octo-org:repository_id:1', MAIN],
    ['a token without a context', ENVIRONMENT, 'repo:octo-org/octo-repo'],
    ['a token of other claims', MAIN, 'repository_owner_id:1:repository_id:2'],
  ])('%s', (_what, pattern, subject) => {
    expect(problem(pinned(pattern), subject)).toBe('subject-customised')
  })
})

describe('of two slips the graver one is told', () => {
  test.each<[string, Json, string, string]>([
    ['ids and a wildcard', pinned('repo:octo-org/octo-repo:*'), IMMUTABLE, 'subject-immutable'],
    [
      'ids and letter case',
      pinned(MAIN.replace('octo-org', 'Octo-Org')),
      IMMUTABLE,
      'subject-immutable',
    ],
    ['a wildcard and letter case', pinned('repo:Octo-Org/*'), MAIN, 'wildcard-with-equals'],
    ['another repository', pinned('repo:Other-Org/*'), MAIN, 'subject-mismatch'],
  ])('%s', (_what, condition, subject, told) => {
    expect(problem(condition, subject)).toBe(told)
  })
})

describe('an owner that has another name now, and ids', () => {
  test.each([
    ['repo:old-org/octo-repo:ref:refs/heads/main', 'subject-immutable'],
    ['repo:old-org/octo-repo:*', 'subject-immutable'],
    ['repo:old-org/Octo-Repo:ref:refs/heads/main', 'subject-immutable'],
    // Another repository, branch or a whole organisation: more than a name has changed.
    ['repo:old-org/another:ref:refs/heads/main', 'subject-mismatch'],
    ['repo:old-org/octo-repo:ref:refs/heads/dev', 'subject-mismatch'],
    ['repo:old-org/*', 'subject-mismatch'],
    ['repo:old-org@1/octo-repo@2:ref:refs/heads/main', 'subject-mismatch'],
  ])('%s: %s', (pattern, expected) => {
    expect(problem(like(pattern), IMMUTABLE)).toBe(expected)
  })

  test('without ids it is another owner', () => {
    expect(problem(pinned('repo:old-org/octo-repo:ref:refs/heads/main'), MAIN)).toBe(
      'subject-mismatch',
    )
  })
})

describe('of several patterns', () => {
  const CASED = MAIN.replace('octo-org', 'Octo-Org')
  const told = (condition: Json, subject: string) => {
    const facts = examined(policyOf(statement(condition)), knownFor({ sub: subject }))
    const { problem: what, nearest } = found(facts, 'trust-denial')
    return [what, nearest?.wanted]
  }

  test('the one with the slip that is told is shown, wherever it stands', () => {
    const wild = 'repo:octo-org/octo-repo:*'
    expect(told(pinned([CASED, wild]), MAIN)).toEqual(['wildcard-with-equals', wild])
    expect(told(pinned([CASED, 'x']), MAIN)).toEqual(['subject-case', CASED])
    // Both lack the ids; the second is right in all else.
    expect(told(pinned([CASED, MAIN]), IMMUTABLE)).toEqual(['subject-immutable', MAIN])
    expect(told(pinned([MAIN, CASED]), IMMUTABLE)).toEqual(['subject-immutable', MAIN])
  })

  test('none of which is there, nothing is near', () => {
    expect(told(pinned([]), MAIN)).toEqual(['subject-mismatch', undefined])
  })
})

describe('the context', () => {
  const of = (context: string): string => `repo:octo-org/octo-repo:${context}`
  test.each([
    ['a branch', 'ref:refs/heads/main', 'environment:live', 'subject-environment'],
    ['an environment', 'environment:live', 'ref:refs/heads/main', 'subject-environment'],
    [
      'an environment, for a pull request',
      'environment:live',
      'pull_request',
      'subject-environment',
    ],
    ['a branch, for a pull request', 'ref:refs/heads/main', 'pull_request', 'subject-pull-request'],
    ['a pull request, for a branch', 'pull_request', 'ref:refs/heads/main', 'subject-mismatch'],
    ['another environment', 'environment:live', 'environment:test', 'subject-mismatch'],
    ['another branch', 'ref:refs/heads/main', 'ref:refs/heads/dev', 'subject-mismatch'],
  ])('%s', (_what, wanted, actual, expected) => {
    expect(problem(pinned(of(wanted)), of(actual))).toBe(expected)
  })

  test('is told of the same repository only, whatever its ids and letter case', () => {
    const environment = 'repo:Octo-Org/Octo-Repo:environment:live'
    expect(problem(pinned(environment), MAIN)).toBe('subject-environment')
    expect(problem(pinned(environment), IMMUTABLE)).toBe('subject-environment')
    expect(problem(pinned('repo:octo-org/other:environment:live'), MAIN)).toBe('subject-mismatch')
  })
})

test('ids that the pattern has alone are told of', () => {
  expect(problem(pinned(IMMUTABLE), MAIN)).toBe('subject-immutable')
  expect(problem(pinned(IMMUTABLE.replace('main', 'dev')), MAIN)).toBe('subject-mismatch')
})

describe('what has not GitHub’s form', () => {
  test.each([
    ['a token', MAIN, 'octocat'],
    ['a pattern', 'octocat', MAIN],
  ])('of %s is a plain mismatch', (_what, pattern, subject) => {
    expect(problem(pinned(pattern), subject)).toBe('subject-mismatch')
  })

  test('a token without `sub`', () => {
    const facts = examined(policyOf(statement(pinned(MAIN))), knownFor({ sub: null }))
    expect(found(facts, 'trust-denial')).toMatchObject({
      problem: 'subject-mismatch',
      condition: { state: 'absent' },
      nearest: { wanted: MAIN, actual: '', wantedAt: 0, actualAt: 0 },
    })
  })

  test('of another issuer, no template of GitHub’s is seen in it', () => {
    const host = 'gitlab.com'
    const known = knownFor(
      { repository: null, sub: 'project_path:a/b:ref_type:branch:ref:main' },
      `https://${host}`,
    )
    const pattern = 'project_path:a/b:other'
    const one = statement(
      { StringEquals: { [`${host}:sub`]: pattern } },
      { Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` } },
    )
    expect(found(examined(policyOf(one), known), 'trust-denial').problem).toBe('subject-mismatch')
  })
})
