import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { retryFor } from '../../src/causes/index.js'
import { tokenServiceThrottled } from '../../src/causes/token-service-throttled.js'
import { testCause } from './tester.js'

testCause(tokenServiceThrottled, {
  leaves: ['token-service-unreachable', 'token-service-denied', 'token-service-error'],
  says: [
    ['HTTP 429', 'did not say how long', 'max-parallel: 4'],
    ['Retry-After: 120', 'again after 2 min', 'max-parallel: 4', 'https://www.githubstatus.com'],
  ],
})

const RETRIES = ['throttled', 'throttled']

test.each(
  evidenceOf('token-service-throttled').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)
