// Patterns for the subjects of GitLab, HCP Terraform, Buildkite and Kubernetes: whose they are, and how much they leave open.
import { expect, test } from '@jest/globals'
import { otherPattern } from '../../src/aws/other-subjects.js'
import { matchesWildcard } from '../../src/aws/wildcard.js'

const GITLAB = 'project_path:a/b/c:ref_type:branch:ref:main'
const TERRAFORM = 'organization:o:project:p:workspace:w:run_phase:apply'
const BUILDKITE = 'organization:o:pipeline:p:ref:refs/heads/main:commit:abc:step:s'
const CLUSTER = 'system:serviceaccount:prod:deploy'

test.each([
  [GITLAB, GITLAB, 'a/b', 'part'],
  [GITLAB, 'project_path:*', '*', 'all'],
  [GITLAB, 'project_path:a/b/*', 'a/b', 'group'],
  [GITLAB, 'project_path:a/b/c:*', 'a/b', 'part'],
  [GITLAB, 'project_path:a/b/c-*', 'a/b', 'part'],
  [GITLAB, 'project_path:a*/b:*', 'a*', 'similar'],
  [GITLAB, 'project_path:*/b:*', '*', 'all'],
  [TERRAFORM, 'organization:*', '*', 'all'],
  [TERRAFORM, 'organization:o:*', 'o', 'group'],
  [TERRAFORM, 'organization:o:project:*:workspace:w:*', 'o', 'part'],
  [TERRAFORM, 'organization:o:project:p:*', 'o', 'part'],
  [BUILDKITE, 'organization:o:*', 'o', 'group'],
  [BUILDKITE, 'organization:o:pipeline:p:*', 'o', 'part'],
  [CLUSTER, 'system:serviceaccount:*:*', '*', 'all'],
  [CLUSTER, 'system:serviceaccount:*:deploy', '*', 'similar'],
  [CLUSTER, 'system:serviceaccount:prod:*', 'prod', 'group'],
  [CLUSTER, 'system:serviceaccount:prod:d-*', 'prod', 'part'],
])('beside %s, %s is of %s: %s', (own, pattern, group, open) => {
  const parts = otherPattern(pattern, own)
  expect(parts).toMatchObject({ group, open })
  // What it is filled in with is covered, and a whole subject of the same form.
  const sample = parts?.sample('x', own) ?? ''
  expect(matchesWildcard(pattern, sample)).toBe(true)
  expect(otherPattern(sample, own)?.open).toBe('part')
  expect(otherPattern(parts?.whole ?? '', own)?.group).toBe(group)
})

test('another form is none of these', () => {
  expect(otherPattern('x', 'repo:o/r:ref:x')).toBeUndefined()
})
