import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenMalformed } from '../../src/causes/token-malformed.js'
import type { TokenFailure } from '../../src/model.js'
import { testCause } from './tester.js'

testCause(tokenMalformed, {
  leaves: ['token-algorithm-unsupported', 'token-claim-missing', 'token-file-unreadable'],
  says: [
    ['is not a valid JWT', '`crit`', 'sign without the `crit` header'],
    ['is not a valid JWT', 'alg `RS256`', 'Run the job again'],
    ['crit: ["custom"]', 'sign without the `crit` header'],
    ['(one part)', '`token.jwt`', 'not the access token', 'printf %s "$ID_TOKEN" > token.jwt'],
    ['encrypted JWT', '(5 parts)'],
  ],
})

test.each<[TokenFailure, string]>([
  [{ problem: 'not-a-jws', parts: 1 }, '(one part)'],
  [{ problem: 'not-a-jws', parts: 4 }, '(4 parts)'],
  [{ problem: 'not-a-jws', parts: 3, whitespace: true }, '(a blank or line break inside)'],
  [{ problem: 'encrypted' }, '(5 parts)'],
  [{ problem: 'header' }, 'the header, cannot be decoded (not base64url of a JSON object)'],
  [{ problem: 'payload' }, 'the claims, cannot be decoded (not base64url of a JSON object)'],
])('%j is told with what was seen', (problem, words) => {
  expect(diagnose({ kind: 'token', ...problem }, knownWith()).why).toContain(words)
})
