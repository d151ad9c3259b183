import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/causes/index.js'
import { runnerFileUnwritable } from '../../src/causes/runner-file-unwritable.js'
import { evidenceOf } from '../evidence.js'
import { knownWith } from '../known.js'
import { testCause } from './tester.js'

testCause(runnerFileUnwritable, {
  leaves: ['account-not-allowed', 'token-file-unreadable'],
  says: [
    ['`/dev/full`', 'the disk is full', '`ENOSPC`', 'df -h /dev/', 'nothing was exported'],
    ['did not set GITHUB_ENV', 'output-env-credentials: false'],
    ['`/etc/passwd/x.json`', 'is a file', 'report-file: aws-oidc-preflight.json'],
  ],
})

test('the environment file is an error, the report a warning', () => {
  const severities = evidenceOf('runner-file-unwritable').map(
    ({ failure }) => diagnose(failure, knownWith()).severity,
  )
  expect(severities).toEqual(['error', 'error', 'warning'])
})
