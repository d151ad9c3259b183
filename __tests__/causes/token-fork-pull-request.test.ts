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
    [
      'a pull request from a fork of `octo-org/octo-repo` gets no ID token',
      '`aws-region` and `role-to-assume` are empty',
      'if: github.event.pull_request == null || ',
    ],
    [
      '`role-to-assume` is empty: pull requests from forks get no secrets or variables',
      'if: github.event.pull_request == null || ',
      'write the value itself into the workflow file',
    ],
  ],
})
