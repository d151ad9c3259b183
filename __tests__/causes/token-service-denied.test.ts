import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenServiceDenied } from '../../src/causes/token-service-denied.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenServiceDenied, {
  leaves: ['token-service-unreachable', 'token-service-throttled', 'token-service-error'],
  says: [
    ['HTTP 401', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'Run the job again'],
    [
      'HTTP 404',
      'marked as running',
      'Retries got the same answer',
      'put another step before it, such as `actions/checkout`',
    ],
    ['HTTP 403', 'answers in JSON', 'text/html', 'NO_PROXY=localhost', 'restart the runner'],
  ],
})

const RETRIES = ['once', 'eventual-consistency', 'never']

test.each(
  evidenceOf('token-service-denied').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)

test('names the audience where the service finds the request itself bad', () => {
  const [piece] = evidenceOf('token-service-denied')
  if (piece?.failure.kind !== 'http') throw new Error('no evidence')
  const { why, fix } = wordsOf(diagnose({ ...piece.failure, status: 400 }, knownWith()))
  expect(why).toContain('The audience asked for was `sts.amazonaws.com`')
  expect(fix[0]).toBe(
    'If the step sets `audience`, delete it, so that the usual audience is requested.',
  )
  expect(fix[1]).toMatch(/^If it does not, search the workflow for `ACTIONS_ID_TOKEN_REQUEST_URL`/)
})

test('where the sender is not let, an administrator is asked, and nothing is said of the audience', () => {
  const [piece] = evidenceOf('token-service-denied')
  if (piece?.failure.kind !== 'http') throw new Error('no evidence')
  const { why, fix } = wordsOf(diagnose({ ...piece.failure, status: 403 }, knownWith()))
  expect(fix[0]).toContain('Ask an administrator whether a policy')
  expect([why, ...fix].join('\n')).not.toContain('audience')
})
