// trust-too-open: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { trustTooOpen } from '../../src/causes/trust-too-open.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(trustTooOpen, {
  leaves: ['trust-undecided', 'trust-subject-mismatch'],
  says: [
    [
      'every repository on GitHub',
      'no condition on `aud`',
      'remove the wide pattern',
      /\n {4}"token\.actions\.githubusercontent\.com:aud": "sts\.amazonaws\.com",\n {4}"token\.actions\.githubusercontent\.com:sub"/,
      'list every other run',
    ],
    [
      'every repository on GitHub',
      /\n {4}"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:ref:refs\/heads\/main"$/m,
    ],
    ['every repository of `octo-org`', 'ForAllValues', 'no condition on `aud`'],
    ['every branch of `octo-org/octo-repo`', 'pull requests of `octo-org/octo-repo`'],
  ],
})

test('an audience alone has no block of another step to stand in', () => {
  const opening = { statement: { index: 0 }, who: 'any-audience', example: 'x' } as const
  const failure = { kind: 'trust-open', openings: [opening] } as const
  const { fix, why } = wordsOf(trustTooOpen.explain(failure, knownWith()))
  expect(why).toContain('allows any audience')
  expect(fix[0]).toBe(
    'Put this line into the "StringEquals" of the statement (add one if there is none):\n    "token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
  )
})

test('of a template, it is likely for the defaults that it hangs on, and settled first', () => {
  const opening = { statement: { index: 0 }, who: 'any-branch', example: 'x' } as const
  const doubt = { defaults: ['Org', 'Repo', 'Branch', 'Stage'] }
  const failure = { kind: 'trust-open', openings: [opening], doubt } as const
  const finding = diagnose(failure, knownWith())
  expect(finding).toMatchObject({ id: 'trust-too-open', certainty: 'likely' })
  expectWellSaid(finding)
  const { fix, why } = wordsOf(finding)
  expect(why).toContain('This assumes the defaults of `Org`, `Repo`, `Branch` and 1 more.')
  expect(fix[0]).toContain('aws iam get-role --role-name deploy')
  const { inputs } = knownWith({ inputs: { trustPolicyParameters: 'p.json' } })
  const given = knownWith(inputs ? { inputs } : {})
  expect(wordsOf(diagnose(failure, given)).fix.join()).not.toContain('trust-policy-parameters')
  expect(wordsOf(finding).fix.join()).toContain('trust-policy-parameters: <path>')
})
