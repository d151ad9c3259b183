// trust-ids-open: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { trustIdsOpen } from '../../src/causes/trust-ids-open.js'
import type { Known } from '../../src/model.js'
import { aud, sub } from '../trust/fixtures.js'
import { examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustIdsOpen, {
  leaves: ['trust-too-open', 'trust-subject-immutable'],
  says: [
    [
      'accepts any id of `octo-org/octo-repo`',
      'Somebody else who takes over that name',
      'Write the ids of this run:\n    - "repo:octo-org@*/octo-repo@*:ref:refs/heads/main"\n    + "repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main"',
    ],
    [
      'accepts any id of `acme/api`',
      "gh api repos/acme/api --jq '.owner.id, .id'",
      '- "repo:acme@*/api@*:*"\n    + "repo:acme@<owner-id>/api@<repository-id>:*"',
    ],
  ],
})

const IDS = 'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main'

function fixOf(pattern: string, known: Known = knownFor({ sub: IDS })): string {
  const condition = { StringEquals: { [aud]: 'sts.amazonaws.com' }, StringLike: { [sub]: pattern } }
  const failure = found(examined(policyOf(statement(condition)), known), 'trust-ids-open')
  const finding = diagnose(failure, known)
  expect(finding.severity).toBe('notice')
  expectWellSaid(finding)
  return wordsOf(finding).fix.join('\n')
}

test.each([
  [
    'an owner alone',
    'repo:octo-org@*/*:ref:refs/heads/main',
    'repo:octo-org@123456/*:ref:refs/heads/main',
  ],
  ['the id of the repository alone', 'repo:octo-org@123456/octo-repo@*:ref:refs/heads/main', IDS],
  ['the id of the owner alone', 'repo:octo-org@*/octo-repo@456789:ref:refs/heads/main', IDS],
  [
    'repositories that begin alike, of which each has an id of its own',
    'repo:octo-org@*/octo-*@*:ref:refs/heads/main',
    'repo:octo-org@123456/octo-*@*:ref:refs/heads/main',
  ],
])('%s: the ids of this run are put there, and nothing else', (_what, pattern, fixed) => {
  const fix = fixOf(pattern)
  expect(fix).toContain(`- ${JSON.stringify(pattern)}\n    + ${JSON.stringify(fixed)}`)
  expect(fix).not.toContain('gh api')
})

test('the ids of another owner are to be looked up', () => {
  expect(fixOf('repo:acme@*/*:ref:refs/heads/main')).toContain('gh api users/acme --jq .id')
})

test('a token of the classic form has the ids in its claims', () => {
  const classic = knownFor({ repository_owner_id: '7', repository_id: '8' })
  expect(fixOf('repo:octo-org@*/octo-repo@*:ref:refs/heads/main', classic)).toContain(
    '+ "repo:octo-org@7/octo-repo@8:ref:refs/heads/main"',
  )
})
