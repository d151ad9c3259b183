import { tokenNotOnRunner } from '../../src/causes/token-not-on-runner.js'
import { testCause } from './tester.js'

testCause(tokenNotOnRunner, {
  leaves: ['token-permission-missing', 'token-fork-pull-request', 'token-dependabot'],
  says: [
    ['act', "if: env.ACT != 'true'", 'web-identity-token-file: path/to/token.jwt'],
    ['Forgejo', 'enable-openid-connect: true'],
    [
      '`GITHUB_ACTIONS` is not `true`',
      'web-identity-token-file:',
      'issuer: https://token.actions.githubusercontent.com',
    ],
  ],
})
