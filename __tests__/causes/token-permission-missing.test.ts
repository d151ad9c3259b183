import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenPermissionMissing } from '../../src/causes/token-permission-missing.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenPermissionMissing, {
  leaves: ['token-fork-pull-request', 'token-dependabot', 'token-not-on-runner'],
  says: [
    [
      '`deploy`',
      /If the job has a `permissions:` block, add this line to it:\n +id-token: write$/m,
      'If it has none, or one word such as `read-all`',
      /permissions:\n +id-token: write\n +contents: read/,
      'If the file grants it already',
      'calling workflow',
      'the branch or tag that this run took the file from',
    ],
    ['`publish`', 'id-token: write'],
    ['id-token: write'],
  ],
})

test('tells the loss of one variable from the lack of the permission', () => {
  const missing = ['ACTIONS_ID_TOKEN_REQUEST_URL'] as const
  const { why, fix } = wordsOf(diagnose({ kind: 'no-token-permission', missing }, knownWith()))
  expect(why).toContain('`ACTIONS_ID_TOKEN_REQUEST_TOKEN` is set')
  expect(why).toContain('the job lost `ACTIONS_ID_TOKEN_REQUEST_URL`')
  expect(fix.join()).toContain('delete it from every `env:` block')
  expect(fix.join()).not.toContain('permissions:')
})

const BOT = 'dependabot[bot]'
const BOTH = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const
test.each([
  ['pull_request', BOT, BOT, 'token-dependabot'],
  ['pull_request_target', BOT, BOT, 'token-dependabot'],
  ['pull_request_target', BOT, 'octocat', 'token-permission-missing'],
  // A person who pushes to Dependabot's branch runs with a person's rights; a run again keeps the actor.
  ['pull_request', 'octocat', BOT, 'token-permission-missing'],
  ['pull_request_target', 'octocat', BOT, 'token-permission-missing'],
  ['workflow_dispatch', BOT, '', 'token-permission-missing'],
  ['pull_request_target', 'octocat', 'newcomer', 'token-permission-missing'],
])('%s by %s (pull request of %j) is %s', (event, actor, pullRequestAuthor, id) => {
  const known = knownWith({ run: { event, actor, pullRequestAuthor } })
  expect(diagnose({ kind: 'no-token-permission', missing: BOTH }, known).id).toBe(id)
})

test.each([
  [{ standIn: 'act', event: 'pull_request', fork: true }, 'token-not-on-runner'],
  [{ onRunner: false, event: 'push', actor: BOT }, 'token-not-on-runner'],
  [{ event: 'pull_request', fork: true, actor: BOT }, 'token-fork-pull-request'],
  [{ event: 'pull_request_target', fork: true }, 'token-permission-missing'],
])('where several could be said, %j is %s', (run, id) => {
  const failure = { kind: 'no-token-permission' as const, missing: BOTH }
  expect(diagnose(failure, knownWith({ run })).id).toBe(id)
})
