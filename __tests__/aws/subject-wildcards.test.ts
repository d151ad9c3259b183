// Texts with wildcards that no token has as its subject, told from those that one may have.
import { expect, test } from '@jest/globals'
import { isNoSubject } from '../../src/aws/subject-wildcards.js'

test.each<[string, string, boolean, boolean]>([
  ['any repository', 'repo:octo-org/*', true, true],
  ['a part of an owner', 'repo:octo-?rg/octo-repo:environment:production', true, true],
  ['any context', 'repo:octo-org/octo-repo:*', true, true],
  ['any branch', 'repo:octo-org/octo-repo:ref:refs/heads/*', true, true],
  [
    'an environment, whose name may have the sign',
    'repo:octo-org/octo-repo:environment:*',
    true,
    false,
  ],
  ['a template, whose parts may have it', 'repo:octo-org/octo-repo:workflow:a*', true, false],
  ['no wildcard', 'repo:octo-org/octo-repo:ref:refs/heads/main', true, false],
  ['a service account', 'system:serviceaccount:*:app', false, true],
  ['a project of GitLab', 'project_path:group/*:ref_type:branch:ref:main', false, true],
  ['a subject of any other form', 'auth0|*', false, false],
  ['what only ends like one', 'my-project_path:group/*', false, false],
  ['another form for GitHub', 'actor:o:repo:x*', true, false],
])('%s', (_what, pattern, github, is) => {
  expect(isNoSubject(pattern, github)).toBe(is)
})
