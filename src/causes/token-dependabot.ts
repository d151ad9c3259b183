// token-dependabot: Dependabot started the run, and GitHub gives it a read-only token.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { PERMISSIONS, reasonForNoToken } from './shared/token.js'

export const tokenDependabot = causeOf('no-token-permission', {
  id: 'token-dependabot',
  section: 'token',
  title: 'a run started by Dependabot got no ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubDependabot', 'githubPermissions'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-dependabot',
  explain: (_failure, { run }) => ({
    headline: 'a run started by Dependabot gets no ID token by default',
    shown: [
      {
        show: 'sentence',
        say: `GitHub treats it like one from a fork (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}). A re-run by another person changes nothing.`,
      },
    ],
    steps: [
      {
        say: 'Skip the step for Dependabot; add this to it and to the later steps that need AWS',
        code: "if: github.actor != 'dependabot[bot]'",
        language: 'yaml',
      },
      {
        when: "If Dependabot's runs must reach AWS",
        say: 'Grant it in the job itself, with a role that may do little',
        code: PERMISSIONS,
        language: 'yaml',
        then: "Take the role's ARN from `vars.` instead of `secrets.`: secrets of Actions are empty here.",
      },
    ],
    stop: 'No token',
    where: 'step',
  }),
  page: {
    meaning:
      'Dependabot brings code of other people into the repository. Its runs (push, pull_request, deployment and a few more) therefore have a read-only token, unless the workflow itself asks for more, and see the Dependabot secrets only. A scheduled or manual run is not restricted, whoever committed last.',
    tell: 'The same variables are missing as with token-permission-missing; the actor is `dependabot[bot]`, or the pull request was opened by it.',
  },
})
