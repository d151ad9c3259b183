import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { ambientCredentials } from '../../src/causes/ambient-credentials.js'
import { diagnose } from '../../src/causes/index.js'
import { testCause, wordsOf } from './tester.js'

testCause(ambientCredentials, {
  leaves: ['audience-unusual'],
  says: [
    [
      '`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`',
      'Signing in did not use them',
      "Later steps get this step's own values",
      'aws sts get-caller-identity',
    ],
    ['`AWS_PROFILE` stays set beside the exported keys', 'Signing in did not use it'],
  ],
})

test('says that later steps go on with them where this step exports nothing', () => {
  const { why } = wordsOf(
    diagnose(
      { kind: 'ambient-credentials', names: ['AWS_ACCESS_KEY_ID'] },
      knownWith({ inputs: { outputEnvCredentials: false } }),
    ),
  )
  expect(why).toContain('This step exports nothing, so later steps go on with what was there.')
  expect(why).not.toContain('Later steps get')
})

test.each([
  [false, '', 'Nothing was exported, so later steps go on with what was there.'],
  [
    true,
    '',
    'later steps find `AWS_ACCESS_KEY_ID` empty, and go on with `AWS_PROFILE`; otherwise they go on with what was there.',
  ],
  [
    true,
    'deploy',
    'later steps find `AWS_ACCESS_KEY_ID` and `AWS_PROFILE` empty; otherwise they go on with what was there.',
  ],
])('without a session nothing is replaced (blanked: %s, profile: %j)', (blank, profile, words) => {
  const { why } = wordsOf(
    diagnose(
      { kind: 'ambient-credentials', names: ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE'] },
      knownWith({ inputs: { unsetCurrentCredentials: blank, awsProfile: profile } }),
    ),
  )
  expect(why).toContain(words)
  expect(why).not.toContain('Later steps get')
})

test('a session in an account that is not allowed replaces nothing either', () => {
  const [piece] = evidenceOf('ambient-credentials')
  if (!piece) throw new Error('no evidence')
  const why = (id: string) =>
    wordsOf(
      diagnose(
        piece.failure,
        knownWith({ ...Object(piece.known), inputs: { allowedAccountIds: [id] } }),
      ),
    ).why
  expect(why('444455556666')).toContain('Nothing was exported')
  expect(why('111122223333')).toContain('Later steps get')
})

test('where some are replaced and some stay, both are named', () => {
  const [piece] = evidenceOf('ambient-credentials')
  if (!piece) throw new Error('no evidence')
  const names = [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_ROLE_ARN',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
  ] as const
  const { why } = wordsOf(
    diagnose({ kind: 'ambient-credentials', names }, knownWith(Object(piece.known))),
  )
  expect(why).toMatch(/^the job already had .*`AWS_ROLE_ARN` and 1 more before this step/)
  expect(why).toContain("this step's own `AWS_ACCESS_KEY_ID`;")
  expect(why).toContain('`AWS_WEB_IDENTITY_TOKEN_FILE` stay set beside')
})

test.each([
  [
    false,
    'This step exports the region only, so later steps without a profile go on with what was there.',
  ],
  [
    true,
    'This step exports the region only. If the log says "Cleared for the job" (`unset-current-credentials`), later steps find `AWS_ACCESS_KEY_ID` and `AWS_PROFILE` empty; otherwise they go on with what was there.',
  ],
])('with `roles`, only the region is exported (blanked: %s)', (blank, words) => {
  const role = { text: 'arn:aws:iam::1:role/a', partition: 'aws', account: '1', name: 'a' }
  const roles = [{ name: 'a', role, region: 'eu-west-1', trustPolicy: '' }]
  const inputs = { roles, outputEnvCredentials: false, unsetCurrentCredentials: blank }
  const names = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE'] as const
  const { why } = wordsOf(diagnose({ kind: 'ambient-credentials', names }, knownWith({ inputs })))
  expect(why).toContain(words)
  expect(why).not.toContain('exports nothing')
})
