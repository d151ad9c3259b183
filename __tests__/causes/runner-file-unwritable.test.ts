import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { runnerFileUnwritable } from '../../src/causes/runner-file-unwritable.js'
import { granted } from '../fake-world.js'
import { testCause, wordsOf } from './tester.js'

testCause(runnerFileUnwritable, {
  leaves: ['account-not-allowed', 'token-file-unreadable'],
  says: [
    [
      '/dev/full',
      'the disk is full',
      'ENOSPC',
      'df -h /dev/',
      'Nothing was exported to later steps',
    ],
    ['did not set GITHUB_ENV', 'output-env-credentials: false', 'export GITHUB_ENV=$(mktemp)'],
    ['/etc/passwd/x.json', 'contains a file', 'report-file: aws-oidc-preflight.json'],
    ['later steps get no `ready`', '/dev/full', 'the disk is full', 'df -h /dev/'],
    [
      'the runner did not set GITHUB_OUTPUT',
      'export GITHUB_OUTPUT=$(mktemp)',
      'output-credentials: false',
    ],
    ['the post step could not put anything back', '/dev/full', 'cleanup: false'],
    ['did not set GITHUB_STATE', 'export GITHUB_STATE=$(mktemp)', 'cleanup: false'],
  ],
})

test('all files are an error but the report, which is a warning', () => {
  const severities = evidenceOf('runner-file-unwritable').map(
    ({ failure }) => diagnose(failure, knownWith()).severity,
  )
  expect(severities).toEqual(['error', 'error', 'warning', 'error', 'error', 'error', 'error'])
})

test('before a sign-in it is about the AWS settings of the job, and no link after it has failed', () => {
  const [piece] = evidenceOf('runner-file-unwritable')
  if (!piece) throw new Error('no evidence')
  const { session: _none, ...known } = knownWith()
  const before = diagnose(piece.failure, known)
  const { why, fix } = wordsOf(before)
  expect(why).toMatch(/`unset-current-credentials` could not clear the AWS settings of the job\.$/)
  expect(fix.join('\n')).not.toContain('output-env-credentials')
  expect(before.link).toBe('inputs')
  const { session } = granted()
  const after = diagnose(piece.failure, { ...known, session: session.facts })
  expect(wordsOf(after).why).toMatch(/Nothing was exported to later steps\.$/)
  expect(after.link).toBe('export')
})
