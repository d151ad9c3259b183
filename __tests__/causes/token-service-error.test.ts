import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenServiceError } from '../../src/causes/token-service-error.js'
import { testCause } from './tester.js'

testCause(tokenServiceError, {
  leaves: ['token-service-unreachable', 'token-service-denied', 'token-service-throttled'],
  says: [
    ['HTTP 503', 'fault on the side of the service', 'asked again', 'https://www.githubstatus.com'],
    ['HTTP 200', 'no `value`', '`application/json`'],
    ['HTTP 200', '`text/html`', '`<html><title>Login</title></html>`', 'NO_PROXY=localhost'],
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
  const { why } = diagnose(piece.failure, knownWith({ inputs: { maxAttempts: 1 } }))
  expect(why).toContain('fault on the side of the service')
  expect(why).not.toContain('asked again')
})
