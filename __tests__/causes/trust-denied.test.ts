// trust-denied: what it takes, what it leaves, and what it says.

import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustDenied } from '../../src/causes/trust-denied.js'
import { HOST, type Json, PINNED, sub } from '../trust/fixtures.js'
import { evaluated, examined, found, knownFor, policyOf, statement } from '../trust/support.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustDenied, {
  leaves: ['trust-policy-differs', 'trust-subject-mismatch'],
  says: [
    [
      'statement 2 of the trust policy of `deploy` denies this job',
      'StringNotLike sub  repo:acme/*',
      /let it test the audience first:\n.*:aud": "sts\.amazonaws\.com"/,
      /keep the policy[\s\S]*"repo:octo-org\/octo-repo:ref:refs\/heads\/main"/,
    ],
    [
      'It has no conditions',
      /add this to `Condition` of statement 2:\n {4}"StringNotEquals": \{\n.*:sub": "repo:octo-org\/octo-repo:ref:refs\/heads\/main"/,
    ],
  ],
})

test('where the Allow asks for the audience, the Deny is changed for this subject', () => {
  const deny = statement({ StringNotLike: { [sub]: 'repo:acme/*' } }, { Effect: 'Deny' })
  const denial = found(examined(policyOf(statement(PINNED), deny)), 'trust-denial')
  const finding = diagnose(denial, knownWith())
  expectWellSaid(finding)
  const { fix } = wordsOf(finding)
  expect(fix.join('\n')).toMatch(/all the same, change `trust\.json`[\s\S]*\+ .*octo-repo/)
  expect(fix.join('\n')).not.toContain('let it test the audience')
})

describe('a Deny by a key that STS does not have', () => {
  const claims = { repository_owner: 'octo-org', repository_owner_id: '123456' }
  const deny = (key: string, value: unknown, more: Json = {}): Json =>
    statement({ StringNotEquals: { [`${HOST}:${key}`]: value }, ...more }, { Effect: 'Deny' })
  const wordsFor = (statementOfDeny: Json) => {
    const known = knownFor(claims)
    const denial = found(
      examined(policyOf(statement(PINNED), statementOfDeny), known),
      'trust-denial',
    )
    const finding = diagnose(denial, known)
    expectWellSaid(finding)
    return { shown: JSON.stringify(finding.shown), fix: wordsOf(finding).fix.join('\n') }
  }

  test('denies every job, and the id of the owner does what was meant', () => {
    const { shown, fix } = wordsFor(deny('repository_owner', 'octo-org'))
    expect(shown).toContain(
      'STS has no key `repository_owner`, so that condition holds for every job.',
    )
    expect(fix).toContain(`+ "${HOST}:repository_owner_id": "123456"`)
    const other = knownFor({ ...claims, repository_owner_id: '654321' })
    const meant = policyOf(statement(PINNED), deny('repository_owner_id', '123456'))
    expect(evaluated(meant, knownFor(claims)).allowed).toBe(true)
    expect(evaluated(meant, other).allowed).toBe(false)
  })

  test.each<[string, Json]>([
    ['another owner', deny('repository_owner', 'acme')],
    ['several owners', deny('repository_owner', ['octo-org', 'acme'])],
    ['another claim', deny('event_name', 'push')],
  ])('%s: no id takes its place', (_what, other) => {
    const { shown, fix } = wordsFor(other)
    expect(shown).toContain('STS has no key')
    expect(fix).not.toContain('repository_owner_id')
  })

  test('a key that STS has is not said to be missing', () => {
    const { shown } = wordsFor(deny('environment', 'production'))
    expect(shown).not.toContain('STS has no key')
  })
})
