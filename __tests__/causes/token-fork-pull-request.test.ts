import { tokenForkPullRequest } from '../../src/causes/token-fork-pull-request.js'
import { testCause } from './tester.js'

testCause(tokenForkPullRequest, {
  leaves: ['token-permission-missing', 'token-dependabot', 'token-not-on-runner'],
  says: [
    [
      'a fork of `octo-org/octo-repo`',
      '`newcomer`',
      // On a push there is no pull request, and the step must run.
      'if: github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository',
      'and to the later steps that need AWS',
      'Do not switch to `pull_request_target`',
    ],
    ['`pull_request_review`', 'if: github.event.pull_request == null || '],
  ],
})
