// Which part of a subject is new with each run, and what fits the runs to come: each pattern matches its own subject.
import { expect, test } from '@jest/globals'
import { passingPartOf } from '../../src/aws/passing-subject.js'
import { matchesWildcard } from '../../src/aws/wildcard.js'

const SHA = '9f3182061f1e2cca4702c368cbc039b7dc9d4485'

const UUIDS = [1, 2, 3].map((last) => `{c3f2a1b0-0000-4000-8000-00000000000${last}}`)
const ANY_STEP = '{????????-????-????-????-????????????}'

test.each([
  [
    `repo:o/r:ref:refs/heads/gh-readonly-queue/main/pr-12-${SHA}`,
    'merge-queue',
    'repo:o/r:ref:refs/heads/gh-readonly-queue/main/pr-*',
    'main',
  ],
  [
    `repo:o@1/r@2:ref:refs/heads/gh-readonly-queue/release/1.x/pr-3-${SHA}`,
    'merge-queue',
    'repo:o@1/r@2:ref:refs/heads/gh-readonly-queue/release/1.x/pr-*',
    'release/1.x',
  ],
  ['repo:o/r:ref:refs/pull/12/merge', 'pull-request', 'repo:o/r:ref:refs/pull/*/merge', ''],
  [
    'repo:o/r:job_workflow_ref:o/r/.github/workflows/x.yml@refs/pull/7/merge',
    'pull-request',
    'repo:o/r:job_workflow_ref:o/r/.github/workflows/x.yml@refs/pull/*/merge',
    '',
  ],
  ['repo:o/r:ref:refs/tags/v1.2.3', 'tag', 'repo:o/r:ref:refs/tags/v*', 'v'],
  [`${UUIDS[0]}:${UUIDS[2]}`, 'run', `${UUIDS[0]}:${ANY_STEP}`, ''],
  [`${UUIDS[0]}:${UUIDS[1]}:${UUIDS[2]}`, 'run', `${UUIDS[0]}:${UUIDS[1]}:${ANY_STEP}`, ''],
  ['repo:o/r:ref:refs/tags/2026.11', 'tag', 'repo:o/r:ref:refs/tags/*', ''],
  ['repo:o/r:ref:refs/tags/app/v1', 'tag', 'repo:o/r:ref:refs/tags/app/v*', 'app/v'],
  [
    `organization:acme:pipeline:app:ref:refs/heads/main:commit:${SHA}:step:build`,
    'commit',
    'organization:acme:pipeline:app:ref:refs/heads/main:commit:*:step:build',
    'commit',
  ],
  ['repo:o/r:run_id:123456', 'run', 'repo:o/r:run_id:*', 'run_id'],
  [
    'system:serviceaccount:ci:runner-x7k2p',
    'generated',
    'system:serviceaccount:ci:runner-*',
    'runner-',
  ],
  [
    'system:serviceaccount:ci:app-7d9f8b6c5-x2x4z',
    'generated',
    'system:serviceaccount:ci:app-*',
    'app-',
  ],
  [
    'system:serviceaccount:ci:job-1698765432',
    'generated',
    'system:serviceaccount:ci:job-*',
    'job-',
  ],
  [
    'system:serviceaccount:ci:run-a1faa616-d595-447d-bdfd-64b774ab199c',
    'generated',
    'system:serviceaccount:ci:run-*',
    'run-',
  ],
  ['run_id:7', 'run', 'run_id:*', 'run_id'],
  ['system:serviceaccount:ci:job-a1b2c', 'generated', 'system:serviceaccount:ci:job-*', 'job-'],
  ['system:serviceaccount:ci:job-0a1b2c3d', 'generated', 'system:serviceaccount:ci:job-*', 'job-'],
  ['system:serviceaccount:ci:job-123456', 'generated', 'system:serviceaccount:ci:job-*', 'job-'],
])('%s: %s', (subject, kind, pattern, of) => {
  const found = passingPartOf(subject)
  expect(found).toMatchObject({ kind, pattern, of })
  expect(subject).toContain(found?.part)
  expect(matchesWildcard(pattern, subject)).toBe(true)
})

test.each([
  'repo:o/r:ref:refs/heads/main',
  'repo:o/r:environment:production',
  'repo:o/r:pull_request',
  'repo:o/r:ref:refs/tags/latest',
  'repo:o/r2:ref:refs/heads/release-1.2',
  'system:serviceaccount:ci:deployer',
  'system:serviceaccount:ci:eks-prod2',
  'system:serviceaccount:kube-system:aws-node',
  'system:serviceaccount:ci:web-https',
  'system:serviceaccount:ci:x7k2p',
  'system:serviceaccount:ci:web-12345',
  'system:serviceaccount:ci:web-a1-b2',
  'system:serviceaccount:ci:web-prod1',
  'system:serviceaccount:ci:web-x2',
  'system:serviceaccount:ci:web-bcdfghjkl7x.y',
  'system:serviceaccount:ci:web-bcdfghjklmn7',
  'system:serviceaccount:ci:web-a1.b2c',
  'system:serviceaccount:ci:web-A1b2c',
  'my-system:serviceaccount:ci:runner-x7k2p',
  'system:serviceaccount:ci:runner-x7k2p:x',
  'repo:o/r:my-run_id:7',
  'repo:o/r:run_id:7x',
  'repo:o/r:ref:refs/tags/v1*',
  '',
])('%s stays the same', (subject) => {
  expect(passingPartOf(subject)).toBeUndefined()
})

test.each([
  ['octo-org/shared/.github/workflows/deploy.yml@refs/tags/v1.2', 'octo-org/shared'],
  ['repo:o/r:job_workflow_ref:o/other/.github/workflows/x.yml@refs/pull/7/merge', 'o/other'],
  [`o/r/.github/workflows/x.yml@refs/heads/gh-readonly-queue/main/pr-12-${SHA}`, 'o/r'],
  ['refs/tags/v1.2', undefined],
  ['repo:o/r:ref:refs/pull/12/merge', undefined],
])('%s: the ref is of %s', (value, repository) => {
  const found = passingPartOf(value)
  expect(found).toBeDefined()
  expect(found?.repository).toBe(repository)
})

test.each([
  ['system:serviceaccount:ci:app-7d9f8b6c5-x2x4z', '7d9f8b6c5-x2x4z'],
  ['system:serviceaccount:ci:runner-x7k2p', 'x7k2p'],
])('%s: the part that changes is %s, and nothing else', (subject, part) => {
  expect(passingPartOf(subject)?.part).toBe(part)
  expect(passingPartOf('repo:o/r:ref:refs/tags/v1')).not.toHaveProperty('repository')
})

test('the workflow has to stand right before its ref', () => {
  const value = 'o/r/.github/workflows/x.yml@refs/heads/main:ref:refs/tags/v1'
  expect(passingPartOf(value)).not.toHaveProperty('repository')
})

test('the pattern of a repository of Bitbucket fits none of its environments', () => {
  const { pattern = '' } = passingPartOf(`${UUIDS[0]}:${UUIDS[2]}`) ?? {}
  expect(matchesWildcard(pattern, `${UUIDS[0]}:${UUIDS[1]}`)).toBe(true)
  expect(matchesWildcard(pattern, `${UUIDS[0]}:${UUIDS[1]}:${UUIDS[2]}`)).toBe(false)
  expect(matchesWildcard(pattern, `${UUIDS[1]}:${UUIDS[2]}`)).toBe(false)
})
