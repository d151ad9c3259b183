// Attempts in words: the name of what takes time, and the bare answer of an attempt that failed.
import { expect, test } from '@jest/globals'
import { knownWith } from '../evidence/baseline.js'
import type { Failure, Task } from '../src/model.js'
import { answererOf, answerText, stsAnswer, taskName } from '../src/words.js'
import { refused } from './fake-world.js'

test.each<[Task, string]>([
  [{ of: 'token', attempt: 2 }, 'token, attempt 2'],
  [{ of: 'issuer', attempt: 1 }, 'issuer, attempt 1'],
  [{ of: 'jwks-past-caches' }, 'JWKS past caches'],
  [{ of: 'sts', attempt: 1 }, 'STS, attempt 1'],
  [{ of: 'sts', attempt: 3, region: 'eu-central-1' }, 'STS in eu-central-1, attempt 3'],
  [{ of: 'existing-credentials', attempt: 1 }, 'existing credentials, attempt 1'],
])('%j', (task, name) => {
  expect(taskName(task)).toBe(name)
})

test.each<[string, Failure]>([
  [
    'Throttling: Rate exceeded',
    { kind: 'aws', status: 400, code: 'Throttling', message: 'Rate exceeded', requestId: 'x' },
  ],
  ['HTTP 503', { kind: 'http', peer: 'jwks', url: '', status: 503, headers: {}, excerpt: 'hush' }],
  [
    'connect ECONNREFUSED',
    {
      kind: 'network',
      peer: 'sts',
      host: 'x',
      phase: 'connect',
      code: 'ECONNREFUSED',
      detail: 'hush',
      addresses: [],
      certificates: [],
    },
  ],
  ['deadline', { kind: 'deadline', seconds: 1, running: [] }],
])('the bare answer: %s', (said, failure) => {
  expect(answerText(failure)).toBe(said)
})

test.each<[object, string]>([
  [{}, 'AWS'],
  [{ inputs: null }, 'AWS'],
  [{ inputs: { customEndpoint: true } }, 'STS'],
])('%j: who answered is %s', (change, who) => {
  expect(answererOf(knownWith(change))).toBe(who)
})

test("STS's answer is of the first evidence that has one, and an empty one is none", () => {
  const bug = { kind: 'bug', message: 'x' } as const
  expect(stsAnswer({ evidence: [bug, refused('A', 'No'), refused('B', 'Never')] })).toBe('No')
  expect(stsAnswer({ evidence: [bug] })).toBeUndefined()
  expect(stsAnswer({ evidence: [refused('A', '')] })).toBeUndefined()
})
