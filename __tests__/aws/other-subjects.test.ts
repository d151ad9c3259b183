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

test.each([
  'repo:o/r:ref:x',
  `my-${GITLAB}`,
  `my-${TERRAFORM}`,
  `my-${BUILDKITE}`,
  `my-${CLUSTER}`,
  `${CLUSTER}:x`,
])('%s is of none of these forms', (own) => {
  expect(otherPattern('x', own)).toBeUndefined()
})

test.each<[string, string, string, string]>([
  [GITLAB, 'project_path:a:x', 'a', 'project_path:a/other:x'],
  [GITLAB, 'project_path:/c:x', '', 'project_path:/c:x'],
  [GITLAB, 'of another form', '*', 'project_path:other/other:ref_type:branch:ref:main'],
  [GITLAB, 'my-project_path:a/c:x', '*', 'project_path:other/other:ref_type:branch:ref:main'],
  [GITLAB, 'project_path:a/c', 'a', 'project_path:a/c:ref_type:branch:ref:main'],
  [
    TERRAFORM,
    'organization:oo:*',
    'oo',
    'organization:oo:project:other:workspace:other:run_phase:apply',
  ],
  [
    TERRAFORM,
    'organization:o:project:p?:workspace:w*',
    'o',
    'organization:o:project:px:workspace:wother:run_phase:apply',
  ],
  [BUILDKITE, 'organization:o:pipeline:pp:ref:main', 'o', 'organization:o:pipeline:pp:ref:main'],
  [
    BUILDKITE,
    'organization:o:*',
    'o',
    'organization:o:pipeline:other:ref:refs/heads/main:commit:abc:step:s',
  ],
  [CLUSTER, 'system:serviceaccount:prod', 'prod', 'system:serviceaccount:prod:other'],
  [CLUSTER, 'system:serviceaccount:*', '*', 'system:serviceaccount:other:other'],
  [CLUSTER, 'my-system:serviceaccount:prod:x', '*', 'system:serviceaccount:other:other'],
  [CLUSTER, 'system:serviceaccount:prod:x:y', '*', 'system:serviceaccount:other:other'],
])('beside %s, %s is of the group %s, and covers %s', (own, pattern, group, sample) => {
  const parts = otherPattern(pattern, own)
  expect(parts?.group).toBe(group)
  expect(parts?.sample('other', own)).toBe(sample)
})
