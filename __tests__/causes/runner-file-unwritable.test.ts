import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { runnerFileUnwritable } from '../../src/causes/runner-file-unwritable.js'
import { granted } from '../fake-world.js'
import { testCause } from './tester.js'

testCause(runnerFileUnwritable, {
  leaves: ['account-not-allowed', 'token-file-unreadable'],
  says: [
    ['`/dev/full`', 'the disk is full', '`ENOSPC`', 'df -h /dev/', 'nothing was exported'],
    ['did not set GITHUB_ENV', 'output-env-credentials: false', 'export GITHUB_ENV=$(mktemp)'],
    ['`/etc/passwd/x.json`', 'is a file', 'report-file: aws-oidc-preflight.json'],
    [/^Later steps get no output of this step/, '`/dev/full`', 'the disk is full', 'df -h /dev/'],
    [
      'cannot be written, because the runner did not set GITHUB_OUTPUT.',
      'export GITHUB_OUTPUT=$(mktemp)',
      'output-credentials: false',
    ],
    [/^The post step cannot be told what to put back/, '`/dev/full`', 'cleanup: false'],
    ['did not set GITHUB_STATE', 'export GITHUB_STATE=$(mktemp)', 'cleanup: false'],
  ],
})

test('all files are an error but the report, which is a warning', () => {
  const severities = evidenceOf('runner-file-unwritable').map(
    ({ failure }) => diagnose(failure, knownWith()).severity,
  )
  expect(severities).toEqual(['error', 'error', 'warning', 'error', 'error', 'error', 'error'])
})

test('says that the sign-in succeeded only where it did', () => {
  const [piece] = evidenceOf('runner-file-unwritable')
  if (!piece) throw new Error('no evidence')
  const { session: _none, ...known } = knownWith()
  const { why, fix } = diagnose(piece.failure, known)
  expect(why).toMatch(/^The AWS settings of the job could not be blanked/)
  expect(why).toMatch(/`ENOSPC`\)\. Nothing was exported or blanked\.$/)
  expect(fix.join('\n')).not.toContain('output-env-credentials')
  const { session } = granted()
  expect(diagnose(piece.failure, { ...known, session: session.facts }).why).toMatch(
    /The sign-in itself succeeded, but nothing was exported\.$/,
  )
})
