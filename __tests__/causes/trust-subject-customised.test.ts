// trust-subject-customised: what it takes, what it leaves, and what it says.
import { trustSubjectCustomised } from '../../src/causes/trust-subject-customised.js'
import { testCause } from './tester.js'

testCause(trustSubjectCustomised, {
  leaves: ['trust-subject-mismatch', 'trust-subject-environment'],
  says: [
    [
      'A template of the repository or organisation',
      'goes on with `:workflow:apply',
      'gh api repos/ministryofjustice/modernisation-platform/actions/oidc/customization/sub\ngh api orgs/ministryofjustice/actions/oidc/customization/sub',
      'gh api --method PUT repos/ministryofjustice/modernisation-platform/actions/oidc/customization/sub -F use_default=true',
    ],
    [
      "has GitHub's default form",
      '"repo:org_name/repo_name:pull_request"',
      'gh api orgs/org_name/actions/oidc/customization/sub',
    ],
  ],
})
