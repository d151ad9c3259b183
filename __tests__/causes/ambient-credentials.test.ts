import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { ambientCredentials } from '../../src/causes/ambient-credentials.js'
import { diagnose } from '../../src/causes/index.js'
import { testCause } from './tester.js'

testCause(ambientCredentials, {
  leaves: ['audience-unusual'],
  says: [
    [
      '`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`',
      'Nothing of that was used to sign in',
      'Where this step succeeds, later steps get its own `AWS_ACCESS_KEY_ID`',
      'aws sts get-caller-identity',
    ],
    ['`AWS_PROFILE` stays set beside the exported keys', 'Nothing of that was used to sign in'],
  ],
})

test('says that later steps go on with them where this step exports nothing', () => {
  const { why } = diagnose(
    { kind: 'ambient-credentials', names: ['AWS_ACCESS_KEY_ID'] },
    knownWith({ inputs: { outputEnvCredentials: false } }),
  )
  expect(why).toContain('This step exports nothing, so later steps go on with them.')
  expect(why).not.toContain('later steps get its own')
})

test.each([
  [false, '', 'Nothing was exported, so later steps go on with what was there.'],
  [
    true,
    '',
    'later steps find `AWS_ACCESS_KEY_ID` empty, and go on with `AWS_PROFILE`; else they go on with what was there.',
  ],
  [
    true,
    'deploy',
    'later steps find `AWS_ACCESS_KEY_ID` and `AWS_PROFILE` empty; else they go on with what was there.',
  ],
])('without a session nothing is replaced (blanked: %s, profile: %j)', (blank, profile, words) => {
  const { why } = diagnose(
    { kind: 'ambient-credentials', names: ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE'] },
    knownWith({ inputs: { unsetCurrentCredentials: blank, awsProfile: profile } }),
  )
  expect(why).toContain(words)
  expect(why).not.toContain('later steps get its own')
})

test('a session in an account that is not allowed replaces nothing either', () => {
  const [piece] = evidenceOf('ambient-credentials')
  if (!piece) throw new Error('no evidence')
  const why = (id: string) =>
    diagnose(
      piece.failure,
      knownWith({ ...Object(piece.known), inputs: { allowedAccountIds: [id] } }),
    ).why
  expect(why('444455556666')).toContain('Nothing was exported')
  expect(why('111122223333')).toContain('later steps get its own')
})
