// trust-subject-pull-request: the run is for a pull request, and the policy is for a branch.
import { contextWords, placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectPullRequest = trustCause('subject-pull-request', {
  title: 'the run is for a pull request, the policy is for a branch',
  docs: ['githubOidc', 'iamRoleTrust'],
  why: (denial) =>
    `The trust policy is for ${contextWords(denial.nearest?.wanted ?? '')}, and this run is for a pull request: then \`sub\` ends in \`:pull_request\`, and names no branch. So ${placeOf(denial)} does not let this token in.`,
  others: () => [
    'Mind that `:pull_request` lets in every pull request of the repository, whatever it changes: give such runs a role of their own that may only read.',
    "Or, if only the branch is to sign in, skip the step for pull requests:\nif: github.event_name != 'pull_request'",
  ],
  where: () => 'step',
  page: {
    meaning:
      'For the event `pull_request` GitHub makes `sub` end in `:pull_request`, without the name of a branch, and a policy for `:ref:refs/heads/…` does not match. The code of the pull request runs with whatever the role may do, before anybody has merged it.',
    tell: '`sub` of the token ends in `:pull_request`, and the value of the policy for the same repository names a branch or tag. A pull request in a job with `environment:` has the environment in `sub`: that is trust-subject-environment.',
  },
})
