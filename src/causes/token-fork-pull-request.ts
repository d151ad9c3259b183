// token-fork-pull-request: the pull request comes from a fork, and GitHub gives forks no ID token.
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { reasonForNoToken, skipForks, withheldCertainty } from './shared/token.js'
import { explainRestricted } from './shared/withheld.js'

export const tokenForkPullRequest = causeOf(['no-token-permission', 'inputs-withheld'], {
  id: 'token-fork-pull-request',
  section: 'token',
  title: 'a pull request from a fork gets no ID token and no secrets',
  severity: 'error',
  retry: 'never',
  certainty: withheldCertainty,
  docs: ['githubForks', 'githubPermissions', 'githubSecrets'],
  matches: (failure, { run }) =>
    failure.kind === 'inputs-withheld'
      ? failure.run === 'fork'
      : reasonForNoToken(run) === 'token-fork-pull-request',
  explain: (failure, known) => {
    const { run } = known
    const told: Explanation = {
      headline: `a pull request from a fork of ${quote(run.repository, 60)} gets no ID token`,
      shown: [
        {
          show: 'sentence',
          say: `By design (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}): nobody has reviewed its code. \`id-token: write\` does not change it.`,
        },
      ],
      steps: [skipForks(known), AFTER_REVIEW_STEP, WRITE_TOKENS_STEP],
      stop: 'No token',
      where: 'step',
    }
    return explainRestricted(failure, told, {
      noToken: (areEmpty) =>
        `By design, it gets no secrets and variables either: ${areEmpty}. \`id-token: write\` changes neither.`,
      withToken: (areEmpty) => ({
        headline: `${areEmpty}: pull requests from forks get no secrets or variables`,
        say: `By design (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}): nobody has reviewed its code.`,
        steps: [
          skipForks(known),
          {
            when: 'If pull requests from forks may sign in',
            say: 'Write the value itself into the workflow file',
          },
        ],
      }),
    })
  },
  page: {
    meaning:
      'GitHub gives the runs of pull requests from forks a read-only token, no secrets, and no right to ask for an ID token. Anybody can open such a pull request, and its code would run with your AWS role before anybody of the repository has reviewed it.',
    tell: 'The same variables are missing as with token-permission-missing. The payload of the event says that the head of the pull request is in another repository, or in one that has been deleted.',
  },
})

const AFTER_REVIEW_STEP = {
  when: 'If its code must run against AWS',
  say: 'Run it after the merge (`on: push`), or have a maintainer review the branch and push it to this repository',
  then: 'Do not switch to `pull_request_target` and check out the code of the fork: it would then run with your role.',
} as const

const WRITE_TOKENS_STEP = {
  when: 'If the repository is private, and everybody who can fork it may use the role',
  say: 'Have an administrator turn on "Send write tokens to workflows from pull requests" (Settings → Actions → General)',
} as const
