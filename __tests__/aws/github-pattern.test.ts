// Patterns for `sub` taken apart, and what stands in the place of wide ones.
import { expect, test } from '@jest/globals'
import {
  closedPattern,
  isAll,
  isOfRepository,
  patternParts,
  withIds,
} from '../../src/aws/github-pattern.js'

test.each<[string, object | undefined]>([
  ['repo:o/r:ref:refs/heads/main', { owner: 'o', name: 'r', context: 'ref:refs/heads/main' }],
  ['repo:o/r', { owner: 'o', name: 'r' }],
  ['repo:o/*', { owner: 'o', name: '*', context: '*' }],
  ['repo:o/r*', { owner: 'o', name: 'r*', context: '*' }],
  ['repo:o*:ref:x', { owner: 'o*', name: '*', context: 'ref:x' }],
  ['repo:*', { owner: '*', name: '*', context: '*' }],
  ['*', { owner: '*', name: '*', context: '*' }],
  ['*:pull_request', { owner: '*', name: '*', context: 'pull_request' }],
  ['*/r:ref:x', { owner: '*', name: 'r', context: 'ref:x' }],
  ['*-r:ref:x', { owner: '*', name: '*-r', context: 'ref:x' }],
  ['repo:o@1/r@*:*', { owner: 'o', ownerId: '1', name: 'r', repositoryId: '*', context: '*' }],
  ['repo:o@*/*', { owner: 'o', ownerId: '*', name: '*', context: '*' }],
  ['repo:o/r:a\nb', { owner: 'o', name: 'r', context: 'a\nb' }],
  ['repo:o@1/r@2', { owner: 'o', ownerId: '1', name: 'r', repositoryId: '2' }],
  ['**:ref:x', { owner: '*', name: '*', context: 'ref:x' }],
  ['**', { owner: '*', name: '*', context: '*' }],
  ['*a:b/c', { owner: '*', name: '*a', context: 'b/c' }],
  ['*x/r', { owner: '*x', name: 'r' }],
  ['*\nx/r', { owner: '*\nx', name: 'r' }],
  ['my-repo:o/r:x', undefined],
  ['repo:o/a/b:x', { owner: 'o', name: 'a/b', context: 'x' }],
  ['repo:o', undefined],
  ['repository_owner:o:*', undefined],
  ['', undefined],
])('%s', (pattern, parts) => {
  expect(patternParts(pattern)).toStrictEqual(parts)
})

test.each([
  ['repo:o/r:*', 'repo:o/r:ref:refs/heads/main'],
  ['repo:o*/r*:ref:x', 'repo:o/r:ref:x'],
  ['repo:o/r-*', 'repo:o/<repository>:ref:refs/heads/main'],
  ['repo:o-?/*r:ref:x', 'repo:<owner>/<repository>:ref:x'],
  ['repo:o/*:environment:production', 'repo:o/<repository>:environment:production'],
  ['repo:*/r:pull_request', 'repo:<owner>/r:pull_request'],
  ['repo:o/r:ref:refs/heads/release*', 'repo:o/r:ref:refs/heads/release'],
  ['repo:o/r:ref:refs/heads/*', 'repo:o/r:ref:refs/heads/main'],
  ['repo:o/r:ref:refs/heads/*main', 'repo:o/r:ref:refs/heads/main'],
  ['repo:o@1/r@2:*', 'repo:o@1/r@2:ref:refs/heads/main'],
  ['repo:o-/r-:x', 'repo:o-/r-:x'],
  ['repo:o/r:my-ref:refs/heads/x*', 'repo:o/r:ref:refs/heads/main'],
  ['repo:o/r:ref:refs/heads/x*y', 'repo:o/r:ref:refs/heads/main'],
  ['repo:o/r:ref:refs/heads/x*?', 'repo:o/r:ref:refs/heads/x'],
  ['repo:o/r:ref:refs/heads/release/*', 'repo:o/r:ref:refs/heads/main'],
  ['of another form', 'repo:<owner>/<repository>:ref:refs/heads/main'],
])('%s is closed by %s', (pattern, closed) => {
  expect(closedPattern(pattern)).toBe(closed)
})

test.each([
  ['repo:o@*/r@*:ref:x@*', 'repo:o@1/r@2:ref:x@*'],
  ['repo:o@?/r@7:*', 'repo:o@1/r@7:*'],
  ['repo:o@*/*', 'repo:o@1/*'],
  ['repo:o@*/r-*@*:*', 'repo:o@1/r-*@*:*'],
  ['repo:o@*/r@*:a\nb', 'repo:o@1/r@2:a\nb'],
  ['of another form', 'of another form'],
])('%s with the ids 1 and 2 is %s', (pattern, fixed) => {
  expect(withIds(pattern, '1', '2')).toBe(fixed)
})

test.each([
  ['repo:Octo/r@*:x', 'repo:octo@1/R@2:y', true],
  ['repo:octo/*', 'repo:octo/r:y', true],
  ['repo:octo/r', 'repo:octo/r2:y', false],
  ['of another form', 'repo:octo/r:y', false],
])('%s is of the repository of %s: %s', (pattern, subject, is) => {
  expect(isOfRepository(pattern, subject)).toBe(is)
})

test('stars alone cover every text', () => {
  expect(['*', '***', '', '*x', 'x*', '?'].filter(isAll)).toEqual(['*', '***'])
})
