// trust-too-open: what it takes, what it leaves, and what it says.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { trustTooOpen } from '../../src/causes/trust-too-open.js'
import { testCause } from './tester.js'

testCause(trustTooOpen, {
  leaves: ['trust-undecided', 'trust-subject-mismatch'],
  says: [
    [
      'every repository on GitHub',
      'no condition on `aud`',
      'take the wide pattern out',
      /as a line of the same "StringEquals":\n"token\.actions\.githubusercontent\.com:aud": "sts\.amazonaws\.com"$/m,
    ],
    [
      'every repository on GitHub',
      /\n"token\.actions\.githubusercontent\.com:sub": "repo:octo-org\/octo-repo:ref:refs\/heads\/main"$/,
    ],
    ['every repository of `octo-org`', 'ForAllValues', 'no condition on `aud`'],
    ['any branch of `octo-org/octo-repo`', 'pull requests of `octo-org/octo-repo`'],
  ],
})

test('an audience alone has no block of another step to stand in', () => {
  const opening = { statement: { index: 0 }, who: 'any-audience', example: 'x' } as const
  const failure = { kind: 'trust-open', openings: [opening] } as const
  expect(trustTooOpen.explain(failure, knownWith()).fix).toEqual([
    'Add the audience, as a line of the "StringEquals" of the statement (make one where there is none):\n"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
  ])
})
