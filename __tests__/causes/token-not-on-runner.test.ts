import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
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

test('in act the condition of the step is kept', () => {
  const known = knownWith({
    run: { standIn: 'act' },
    workflow: { events: [], step: { condition: 'always() || a' } },
  })
  const [first] = tokenNotOnRunner.explain(
    { kind: 'no-token-permission', missing: [] },
    known,
  ).steps
  expect(first).toEqual({
    say: 'Skip the step in act',
    code: "if: (always() || a) && env.ACT != 'true'",
    language: 'yaml',
  })
})
