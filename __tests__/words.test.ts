// Data in words: the name of what takes time, the bare answer of an attempt that failed, a policy's defaults and flaws.
import { expect, test } from '@jest/globals'
import { knownWith } from '../evidence/baseline.js'
import type { Failure, PolicyFlaw, Task } from '../src/model.js'
import {
  answererOf,
  answerText,
  defaultsText,
  flawText,
  stsAnswer,
  taskName,
} from '../src/words.js'
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

test.each([
  [['A'], 'the default of `A`'],
  [['A', 'B'], 'the defaults of `A` and `B`'],
  [['A', 'B', 'C', 'D', 'E'], 'the defaults of `A`, `B`, `C` and 2 more'],
])('the defaults %j', (names, words) => {
  expect(defaultsText(names)).toBe(words)
})

const place = { line: 3, column: 4 }

test.each<[PolicyFlaw, string]>([
  [{ kind: 'unknown-version', value: '"2020"' }, 'Version "2020" is not one that IAM knows'],
  [{ kind: 'deployment' }, 'only the deployment knows the statement'],
  [{ kind: 'deployment', element: 'Effect' }, 'only the deployment knows Effect'],
  [{ kind: 'duplicate', element: 'a', place }, 'a is there twice (line 3, column 4)'],
  [
    { kind: 'unknown-element', element: 'X', place },
    'IAM does not accept X here (line 3, column 4)',
  ],
  [{ kind: 'unknown-effect', element: 'Effect' }, 'Effect is neither Allow nor Deny'],
  [
    { kind: 'unknown-principal', element: 'Principal', place },
    'Principal is neither an object nor "*" (line 3, column 4)',
  ],
  [
    { kind: 'not-one-of-two', element: 'Action' },
    'exactly one of Action and NotAction must be there',
  ],
  [{ kind: 'not-an-object' }, 'the statement is not an object'],
  [{ kind: 'not-an-object', element: 'Condition' }, 'Condition is not an object'],
  [{ kind: 'not-text', element: 'Action' }, 'Action has a value that is not a string'],
  [
    { kind: 'no-condition-keys', element: 'StringLike', place },
    'StringLike holds no condition keys (line 3, column 4)',
  ],
])('the flaw %j', (flaw, words) => {
  expect(flawText(flaw)).toBe(words)
})
