// token-fork-pull-request: the pull request comes from a fork, and GitHub gives forks no ID token.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { reasonForNoToken, SKIP_FORKS } from './shared/token.js'

export const tokenForkPullRequest = causeOf('no-token-permission', {
  id: 'token-fork-pull-request',
  section: 'token',
  title: 'a pull request from a fork gets no ID token',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubForks', 'githubPermissions', 'githubSecrets'],
  matches: (_failure, { run }) => reasonForNoToken(run) === 'token-fork-pull-request',
  explain: (_failure, { run }) => ({
    why: `This run belongs to a pull request from a fork of ${quote(run.repository)}, and GitHub gives such runs no ID token. That is by design: anybody can open such a pull request, and its code would run with your AWS role. \`id-token: write\` in the workflow does not change it. The event is ${quote(run.event)}, by ${quote(run.actor)}.`,
    fix: [
      SKIP_FORKS,
      'What must run against AWS, run after the merge (`on: push`), or have a maintainer push the branch to this repository.',
      'Do not switch to `pull_request_target` and check out the code of the fork: it would then run with your role.',
      'In a private repository an administrator may allow it: Settings, Actions, General, "Send write tokens to workflows from pull requests".',
    ],
    where: 'step',
  }),
  page: {
    meaning:
      'Runs of pull requests from forks have a read-only token, no secrets, and no right to ask for an ID token, because their code was not reviewed by anybody of the repository.',
    tell: 'The same variables are missing as with token-permission-missing; the payload of the event tells that the head of the pull request is in another repository, or in one that has been deleted.',
  },
})
