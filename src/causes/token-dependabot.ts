// token-dependabot: the run is Dependabot's, and GitHub gives it a read-only token.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { PERMISSIONS, reasonForNoToken } from './shared/token.js'

export const tokenDependabot = causeOf('no-token-permission', {
  id: 'token-dependabot',
  section: 'token',
  title: 'a run of Dependabot got no ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubDependabot', 'githubPermissions'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-dependabot',
  explain: (_failure, { run }) => ({
    why: `This run is Dependabot's, and GitHub offered it no ID token. That is by design: GitHub treats runs that Dependabot starts like those of a fork, with a read-only token and without the secrets of Actions, unless the workflow itself asks for more. The event is ${quote(run.event)}, by ${quote(run.actor)}. Running it again as another person changes nothing.`,
    fix: [
      "Skip the step for Dependabot; add to it:\nif: github.actor != 'dependabot[bot]'",
      `If Dependabot's pull requests must reach AWS, grant it in the job itself, with a role that may do little:\n${PERMISSIONS}`,
      'Take the ARN of the role from `vars.` instead of `secrets.`: secrets of Actions are empty here.',
    ],
    where: 'step',
  }),
  page: {
    meaning:
      'Dependabot brings code of other people into the repository. Its runs (push, pull_request, deployment and a few more) therefore have a read-only token by default and see the Dependabot secrets only. A scheduled or manual run is not restricted, whoever committed last.',
    tell: 'The same variables are missing as with token-permission-missing; the actor is `dependabot[bot]`, or the pull request was opened by it.',
  },
})
