// Subjects of GitHub's tokens in their classic form, with ids, and made by a template.
import { expect, test } from '@jest/globals'
import {
  branchOf,
  environmentOf,
  hasIds,
  isCustomised,
  isDefaultForm,
  isOfPullRequest,
  isOtherOwner,
  isOtherSpelling,
  kindOf,
  repositoryPart,
  subjectOf,
  withoutIds,
} from '../../src/aws/github-subject.js'

test.each<[string, string | undefined, boolean, boolean, boolean]>([
  ['repo:octo/app:ref:refs/heads/main', 'repo:octo/app', false, true, false],
  ['repo:octo@1/app@2:environment:prod', 'repo:octo@1/app@2', true, true, false],
  ['repo:octo/app:pull_request', 'repo:octo/app', false, true, false],
  ['repo:octo/app:job_workflow_ref:octo/x/y.yml@main', 'repo:octo/app', false, false, true],
  ['repository_owner:octo', undefined, false, false, true],
  ['system:serviceaccount:a:b', undefined, false, false, false],
])('%s', (subject, repository, ids, isDefault, customised) => {
  expect(repositoryPart(subject)).toBe(repository)
  expect(hasIds(subject)).toBe(ids)
  expect(isDefaultForm(subject)).toBe(isDefault)
  expect(isCustomised(subject)).toBe(customised)
})

test('parts of a subject', () => {
  const subject = 'repo:octo@1/app@2:environment:prod'
  expect(subjectOf(subject)).toEqual({
    owner: 'octo',
    name: 'app',
    ownerId: '1',
    repositoryId: '2',
    context: 'environment:prod',
  })
  expect(withoutIds(subject)).toBe('repo:octo/app:environment:prod')
  expect(environmentOf(subject)).toBe('prod')
  expect(environmentOf('repo:octo/app:ref:refs/heads/main')).toBeUndefined()
  expect(['repo:octo/app:pull_request', subject].map(isOfPullRequest)).toEqual([true, false])
  const merged = 'repo:octo/app:job_workflow_ref:octo/app/.github/workflows/x.yml@refs/pull/7/merge'
  expect([merged, 'repo:octo/app:ref:refs/pull/7/merge'].every(isOfPullRequest)).toBe(true)
  expect(isOfPullRequest('repo:octo/app:ref:refs/heads/refs/pull/7')).toBe(false)
})

test.each<[string, string, boolean]>([
  ['an owner', 'repo:Octo-Org/octo-repo:ref:refs/heads/main', true],
  ['a repository, whatever comes behind it', 'repo:octo-org/Octo-Repo:*', true],
  ['with ids', 'repo:Octo-Org@1/octo-repo@2:ref:refs/heads/main', true],
  ['a branch', 'repo:octo-org/octo-repo:ref:refs/heads/Main', false],
  ['a pattern for owners', 'repo:Octo-*/octo-repo:ref:refs/heads/main', false],
  ['another owner', 'repo:Other/octo-repo:ref:refs/heads/main', false],
  ['no subject', 'Octo-Org/octo-repo', false],
])('another spelling of owner or repository: %s', (_what, pattern, is) => {
  expect(isOtherSpelling(pattern, 'repo:octo-org/octo-repo:ref:refs/heads/main')).toBe(is)
})

test.each<[string, object | undefined]>([
  ['repo:o/r', { owner: 'o', name: 'r' }],
  ['repo:o/r:', { owner: 'o', name: 'r', context: '' }],
  ['repo:o@12/r', { owner: 'o', ownerId: '12', name: 'r' }],
  ['repo:o/r@34', { owner: 'o', name: 'r', repositoryId: '34' }],
  [
    'repo:o@12/r@34:x:y\nz',
    { owner: 'o', ownerId: '12', name: 'r', repositoryId: '34', context: 'x:y\nz' },
  ],
  ['my-repo:o/r', undefined],
  ['repo:o', undefined],
  ['repo:o/r@1@2', undefined],
  ['repo:/r', undefined],
])('%j is made of %j', (text, parts) => {
  expect(subjectOf(text)).toStrictEqual(parts)
})

test('without ids there is nothing behind the repository where there was nothing', () => {
  expect(withoutIds('repo:o@1/r@2')).toBe('repo:o/r')
  expect(withoutIds('of another form')).toBe('of another form')
})

test.each([
  ['repo:o@1/r', true],
  ['repo:o/r@1', false],
  ['of another form', false],
])('%s has ids of its owner: %s', (text, has) => {
  expect(hasIds(text)).toBe(has)
})

test('what comes before a subject is none of it', () => {
  expect(repositoryPart('my-repo:o/r:x')).toBeUndefined()
})

test.each([
  ['repo:o/r:environment:prod:ref:x', undefined],
  ['repo:o/r:environment:', undefined],
  ['repo:o/r:environment:prod', 'prod'],
])('%s has the environment %s', (text, name) => {
  expect(environmentOf(text)).toBe(name)
})

test.each([
  ['repo:o/r:ref:refs/heads/a/b', 'a/b'],
  ['repo:o/r:ref:refs/tags/v1', undefined],
  ['repo:o/r:environment:prod', undefined],
  // GitHub writes a colon as `%3A`: this one was made by a template.
  ['repo:o/r:ref:refs/heads/main:actor:x', undefined],
  ['repo:o/r:actor:x:ref:refs/heads/main', undefined],
])('%s is of the branch %s', (text, branch) => {
  expect(branchOf(text)).toBe(branch)
})

test.each([
  ['refs/pull/12/merge', true],
  ['repo:o/r:ref:refs/pull/123/merge', true],
  ['o/r/x.yml@refs/pull/7/head', true],
  ['repo:o/r:ref:refs/pull/x/merge', false],
  ['repo:o/r:pull_request:x', false],
])('%s is of a pull request: %s', (text, is) => {
  expect(isOfPullRequest(text)).toBe(is)
})

test.each([
  ['repo:o@12/r@34:ref:refs/heads/main', true],
  ['repo:o@12/r@34:pull_request', true],
  ['repo:o@x/r:pull_request', false],
  ['repo:o/r@x:pull_request', false],
  ['my-repo:o/r:pull_request', false],
  ['repo:o/r:pull_request:actor:x', false],
  ['repo:o/r:environment:prod:actor:x', false],
  ['repo:o/r:ref:main', false],
])('%s is in the default form: %s', (text, is) => {
  expect(isDefaultForm(text)).toBe(is)
})

test.each<[string, string, boolean]>([
  ['repo:octo/app:*', 'repo:other@1/app@2:x', true],
  ['repo:octo/App:*', 'repo:other@1/app@2:x', true],
  ['repo:Octo/app:*', 'repo:octo@1/app@2:x', false],
  ['repo:octo/app:*', 'repo:other@1/web@2:x', false],
  ['repo:octo/app:*', 'repo:other/app:x', false],
  ['repo:octo@1/app:*', 'repo:other@1/app@2:x', false],
  ['repo:oct*/app:*', 'repo:other@1/app@2:x', false],
  ['of another form', 'repo:other@1/app@2:x', false],
  ['repo:octo/app:*', 'of another form', false],
])('%s names another owner than %s: %s', (pattern, subject, is) => {
  expect(isOtherOwner(pattern, subject)).toBe(is)
})

test('the same spelling is no other one', () => {
  expect(isOtherSpelling('repo:o/r:x', 'repo:o/r:y')).toBe(false)
  expect(isOtherSpelling('repo:o/r:x', 'of another form')).toBe(false)
})

test.each<[string | undefined, string]>([
  [undefined, 'none'],
  ['environment:prod', 'environment'],
  ['environment:', 'environment'],
  ['environment:prod:actor:x', 'custom'],
  ['my-environment:prod', 'custom'],
  ['pull_request', 'pull-request'],
  ['pull_request:x', 'custom'],
  ['ref:refs/heads/main', 'ref'],
  ['ref:refs/heads/main:actor:x', 'custom'],
  ['job_workflow_ref:x', 'custom'],
  ['*', 'any'],
  ['*main', 'any'],
  ['*:actor:x', 'custom'],
  ['x*', 'custom'],
])('the context %s is of the kind %s', (context, kind) => {
  const subject = { owner: 'o', name: 'r', ...(context === undefined ? {} : { context }) }
  expect(kindOf(subject)).toBe(kind)
})

test.each([
  ['repo:o/r:environment:prod:actor:x', true],
  ['repo:o/r:environment::actor:x', true],
  ['repo:o/r:pull_request:workflow:ci', true],
  ['repo:o/r:workflow_ref:x', true],
  ['repo:o/r:actor_id:1', true],
  ['repo:o/r:enterprise_id:1', true],
  ['repo:o/r:enterprise:x', true],
  ['repo:o/r:repo_property_team:x', true],
  ['actor:x', true],
  ['environment:prod', true],
  ['repo:environment:prod', false],
  ['o/r:environment:prod', false],
  ['https://github.com/o/r:ref:x:actor:x', false],
  ['repo:o/r:workflow-x:y', false],
  ['repo:o/r:x-actor:y', false],
  ['x:repo:o/r:actor:y', true],
  ['repo:o/r:x:my://y:actor:z', true],
  ['my-repo:environment:prod', true],
])('%s was made by a template: %s', (text, is) => {
  expect(isCustomised(text)).toBe(is)
})
