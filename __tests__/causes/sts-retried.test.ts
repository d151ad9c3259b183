import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { stsRetried } from '../../src/causes/sts-retried.js'
import type { Attempt, Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(stsRetried, {
  leaves: ['sts-throttled', 'deadline-exceeded'],
  says: [
    [
      '4 attempts and 4.0 s of waiting',
      '3 times `sts-throttled`: `Throttling: Rate exceeded`',
      'disable-retry: true',
      'docs/causes/sts-throttled.md',
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
  const { why } = wordsOf(stsRetried.explain(failure, knownWith()))
  expect(why).toContain('- 2 times `sts-throttled`: `SlowDown: Reduce your request rate`')
  expect(why).toContain('- one time `sts-unreachable`: `HTTP 503`')
  expect(why).toMatch(/\b3 min of waiting/)
})
