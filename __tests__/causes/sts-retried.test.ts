import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { stsRetried } from '../../src/causes/sts-retried.js'
import type { Attempt, Failure } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(stsRetried, {
  leaves: ['sts-throttled', 'deadline-exceeded'],
  says: [
    [
      'attempt 4',
      '3 attempts',
      '4.0 s',
      '3 times `sts-throttled`: `Throttling: Rate exceeded`',
      'disable-retry: true',
    ],
  ],
})

test('each cause has a line of its own, and a long wait is said in minutes', () => {
  const refused = (code: string, message: string): Failure => ({
    kind: 'aws',
    status: 400,
    code,
    message,
    requestId: '',
  })
  const attempt = (cause: Attempt['cause'], failure: Failure) => ({ cause, failure, waitedMs: 1 })
  const failure: Failure = {
    kind: 'retried',
    attempts: [
      attempt('sts-throttled', refused('Throttling', 'Rate exceeded')),
      attempt('sts-unreachable', {
        kind: 'http',
        peer: 'sts',
        url: '',
        status: 503,
        headers: {},
        excerpt: '',
      }),
      attempt('sts-throttled', refused('SlowDown', 'Reduce your request rate')),
    ],
    totalMs: 150_000,
  }
  const { why } = stsRetried.explain(failure, knownWith())
  expect(why).toContain('- 2 times `sts-throttled`: `SlowDown: Reduce your request rate`')
  expect(why).toContain('- one time `sts-unreachable`: `HTTP 503`')
  expect(why).toMatch(/\b3 min went to waiting/)
})
