import { tokenDependabot } from '../../src/causes/token-dependabot.js'
import { testCause } from './tester.js'

testCause(tokenDependabot, {
  leaves: ['token-permission-missing', 'token-fork-pull-request', 'token-not-on-runner'],
  says: [
    [
      '`pull_request`',
      '`dependabot[bot]`',
      "if: github.actor != 'dependabot[bot]'",
      'id-token: write',
      '`vars.`',
    ],
    ['`push`', "if: github.actor != 'dependabot[bot]'"],
  ],
})
