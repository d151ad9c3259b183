import { expect, test } from '@jest/globals'
import { ambientCredentials } from '../../src/causes/ambient-credentials.js'
import { diagnose } from '../../src/causes/index.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(ambientCredentials, {
  leaves: ['audience-unusual'],
  says: [
    [
      '`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`',
      'Nothing of that was used to sign in',
      'replaces `AWS_ACCESS_KEY_ID`',
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
  expect(why).not.toContain('replaces')
})
