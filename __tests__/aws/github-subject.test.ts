// Subjects of GitHub's tokens in their classic form, with ids, and made by a template.
import { expect, test } from '@jest/globals'
import {
  environmentOf,
  hasIds,
  isCustomised,
  isDefaultForm,
  isOfPullRequest,
  isOtherSpelling,
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
