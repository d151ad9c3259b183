// Other runs of a repository that a policy names: which branches, which workflows, and what is meant to come in.
import { describe, expect, test } from '@jest/globals'
import { type Json, MAIN, sub } from './fixtures.js'
import { AUD, key, like, openBy, whoBy } from './opened.js'
import { knownFor } from './support.js'

describe('branches of which only a part is named', () => {
  const of = (branch: string): string[] => whoBy(like(`repo:acme/api:ref:refs/heads/${branch}`))

  test.each([
    'main*',
    '*main',
    'main?',
    'dev*',
    'v*x',
    'm*n/*',
    'rel/*x',
    'my-feature*',
    'feature*x',
  ])('%s: others are called so, too', (branch) => {
    expect(of(branch)).toEqual(['similar-branches'])
  })

  test.each([
    'v*',
    'V*',
    'rel*',
    'release*',
    'features*',
    'release/*',
    'release-*',
    'v1.*',
    'a_*',
    'main',
  ])('%s is a family that is meant, or one', (branch) => {
    expect(of(branch)).toEqual([])
  })

  test('by a claim of their own', () => {
    const condition = {
      StringEquals: { ...AUD, [key('repository')]: 'acme/api' },
      StringLike: { [key('ref')]: ['refs/heads/main*', 'refs/tags/v*-final'] },
    }
    expect(openBy(condition)).toEqual([['similar-branches', { repository: 'acme/api' }]])
  })
})

describe('what is written out is meant', () => {
  test('a pull request, of whichever form', () => {
    const [classic, ids] = ['repo:acme/api:pull_request', 'repo:acme@1/api@2:pull_request']
    expect(whoBy(like([classic, ids]))).toEqual([])
    expect(whoBy(like(['repo:acme/api:pull*', classic]))).toEqual([])
    expect(whoBy(like('repo:acme/api:pull*'))).toEqual(['pull-requests'])
  })

  test('but what a condition rules out is not', () => {
    const patterns = ['repo:octo-org/octo-repo:*', 'repo:octo-org@123456/octo-repo@456789:pull*']
    const condition = {
      ...like(patterns),
      StringNotEquals: { [sub]: 'repo:octo-org/octo-repo:pull_request' },
    }
    expect(whoBy(condition)).toContain('pull-requests')
  })

  test('an environment is protected as its settings say, and shuts out branches', () => {
    const environment: Json = { [key('environment')]: 'live' }
    expect(whoBy(like('repo:octo-org/octo-repo:*', environment))).toEqual([])
  })
})

describe('a workflow that the policy asks for', () => {
  const by = (workflow: unknown, pattern = 'repo:octo-org/octo-repo:*') => {
    const { StringEquals, StringLike } = like(pattern)
    return whoBy({
      StringEquals,
      StringLike: { ...(StringLike as Json), [key('job_workflow_ref')]: workflow },
    })
  }
  const runs = ['any-branch', 'pull-requests']

  test.each([
    'octo-org/octo-repo/.github/workflows/deploy.yml@*',
    '*/deploy.yml@*',
    '*/.github/workflows/release.yml@*',
    'octo-org/*/release.yml@*',
    '*@*',
  ])('of the repository itself, %s, any branch may change', (workflow) => {
    expect(by(workflow)).toEqual(runs)
  })

  test.each(['acme/shared/.github/workflows/deploy.yml@*', '*/ci/release.yml@*'])(
    'of another repository, or of another folder, %s, it may not',
    (workflow) => {
      expect(by(workflow)).toEqual([])
    },
  )

  test('on one branch is not changed on others', () => {
    expect(by('octo-org/octo-repo/.github/workflows/deploy.yml@refs/heads/main')).toEqual([])
  })
})

test('who started the run is whoever may push', () => {
  const actor = { [key('actor')]: 'mona', [key('actor_id')]: '7' }
  expect(whoBy(like('repo:octo-org/octo-repo:ref:refs/heads/*', actor))).toEqual(['any-branch'])
})

test('of a repository that is named by a claim with a wildcard, its runs are told under that name', () => {
  const condition = {
    StringEquals: AUD,
    StringLike: { [key('repository')]: 'acme/api-*', [sub]: '*:ref:refs/heads/*' },
  }
  expect(openBy(condition)).toEqual([
    ['similar-repositories', { repository: 'acme/api-*' }],
    ['any-branch', { repository: 'acme/api-*' }],
  ])
  expect(whoBy(condition, knownFor({ sub: MAIN.replace('octo-org', 'acme') }))).toHaveLength(2)
})
