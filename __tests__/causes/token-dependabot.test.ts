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
    [
      'gets no ID token by default',
      'Nor does it see secrets of Actions: `role-to-assume` is empty',
      "if: github.actor != 'dependabot[bot]'",
    ],
    [
      '`role-to-assume` is empty: runs of Dependabot see no secrets of Actions',
      'See where the step takes `role-to-assume` from',
      `role-to-assume: \${{ vars.<name> }}`,
    ],
  ],
})
