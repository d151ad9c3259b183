// trust-subject-customised: what it takes, what it leaves, and what it says.
import { trustSubjectCustomised } from '../../src/causes/trust-subject-customised.js'
import { testCause } from './tester.js'

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
