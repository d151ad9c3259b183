import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenServiceError } from '../../src/causes/token-service-error.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenServiceError, {
  leaves: ['token-service-unreachable', 'token-service-denied', 'token-service-throttled'],
  says: [
    [
      'HTTP 503',
      'The service is at fault',
      'Retries got the same answer',
      'https://www.githubstatus.com',
    ],
    ['HTTP 200', 'no `value`', 'content-type  application/json'],
    ['HTTP 200', 'content-type  text/html', /title +Login/, 'NO_PROXY=localhost'],
    ['HTTP 302', 'may have answered in its place'],
  ],
})

const RETRIES = ['transient', 'transient', 'transient', 'transient']

test.each(
  evidenceOf('token-service-error').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)

test('does not speak of further attempts where there was none', () => {
  const [piece] = evidenceOf('token-service-error')
  if (!piece) throw new Error('no evidence')
  const { why } = wordsOf(diagnose(piece.failure, knownWith({ inputs: { maxAttempts: 1 } })))
  expect(why).toContain('The service is at fault')
  expect(why).not.toContain('Retries')
})
