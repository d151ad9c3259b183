// trust-subject-pull-request: the run is for a pull request, and the policy is for a branch.
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectPullRequest = trustCause('subject-pull-request', {
  title: 'the trust policy does not allow pull requests',
  docs: ['githubOidc', 'iamRoleTrust'],
  headline: (_denial, known) => `${policyOfRole(known)} does not allow pull requests`,
  where: () => 'step',
  page: {
    meaning:
      'For the event `pull_request` GitHub makes `sub` end in `:pull_request`, without the name of a branch, and a policy for `:ref:refs/heads/…` does not match. The code of the pull request runs with whatever the role may do, before anybody has merged it.',
    tell: '`sub` of the token ends in `:pull_request`, and the value of the policy for the same repository names a branch or tag. A pull request in a job with `environment:` has the environment in `sub`: that is trust-subject-environment.',
  },
})
