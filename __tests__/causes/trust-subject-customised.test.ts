// trust-subject-customised: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { trustSubjectCustomised } from '../../src/causes/trust-subject-customised.js'
import { PINNED } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustSubjectCustomised, {
  leaves: ['trust-subject-mismatch', 'trust-subject-environment'],
  says: [
    [
      'a template makes `sub`',
      'heads/main:workflow:apply',
      'gh api repos/ministryofjustice/modernisation-platform/actions/oidc/customization/sub\n    gh api orgs/ministryofjustice/actions/oidc/customization/sub',
      'gh api --method PUT repos/ministryofjustice/modernisation-platform/actions/oidc/customization/sub -F use_default=true',
    ],
    [
      'not the default form',
      '"repo:org_name/repo_name:pull_request"',
      /github\.event_name != 'pull_request'[\s\S]*whatever code it brings/,
      'gh api orgs/org_name/actions/oidc/customization/sub',
    ],
  ],
})

test.each([
  ['workflow:Deploy:ref:refs/heads/main', 'If every repository of `octo-org` with this `sub`'],
  ['repository_owner:octo-org:ref:refs/heads/main', 'If every run with this `sub`'],
  ['repo:octo-org/octo-repo:ref:refs/heads/main:workflow:Deploy', 'If this job may use the role'],
])('%s: who is allowed with it is said before the change', (subject, when) => {
  const known = knownFor({
    sub: subject,
    repository: 'octo-org/octo-repo',
    repository_owner_id: '123456',
  })
  const denial = found(examined(policyOf(statement(PINNED)), known), 'trust-denial')
  expect(denial.problem).toBe('subject-customised')
  const finding = diagnose(denial, known)
  expectWellSaid(finding)
  expect(wordsOf(finding).fix[0]).toContain(when)
})
