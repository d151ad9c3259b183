import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { deadlineExceeded } from '../../src/causes/deadline-exceeded.js'
import { diagnose } from '../../src/causes/index.js'
import type { Task } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(deadlineExceeded, {
  leaves: ['sts-retried', 'sts-unreachable'],
  says: [
    ['2 s, while it waited for STS', '`STS, attempt 1`', 'action-timeout-s: 60'],
    [
      'while it waited to try again',
      'last failure: `sts-throttled`, `Throttling: Rate exceeded`',
      'docs/causes/sts-throttled.md',
    ],
  ],
})

const task = (of: 'token' | 'issuer' | 'sts' | 'existing-credentials'): Task => ({ of, attempt: 1 })

test.each<[Task[], object, string]>([
  [[task('token')], {}, 'token'],
  [[task('issuer'), task('token')], {}, 'token'],
  [[task('issuer')], {}, 'issuer'],
  [[{ of: 'jwks-past-caches' }], {}, 'issuer'],
  [[task('issuer'), task('sts')], {}, 'sts'],
  [[task('existing-credentials')], {}, 'sts'],
  [[], {}, 'sts'],
  [[], { inputs: { role: null } }, 'issuer'],
  [[], { token: null }, 'token'],
])('%j under way, %j: the link is %s', (running, change, link) => {
  expect(diagnose({ kind: 'deadline', seconds: 2, running }, knownWith(change)).link).toBe(link)
})
