import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { tokenMalformed } from '../../src/causes/token-malformed.js'
import type { TokenFailure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenMalformed, {
  leaves: ['token-algorithm-unsupported', 'token-claim-missing', 'token-file-unreadable'],
  says: [
    ['is not a valid JWT', '`crit`', 'sign without the `crit` header'],
    ['is not a valid JWT', '{"alg":"RS256","typ":"JWT"}', 'Run the job again'],
    ['crit  ["custom"]', 'sign without the `crit` header'],
    [
      'one part, not 3',
      'file  token.jwt',
      'not the access token',
      'printf %s "$ID_TOKEN" > token.jwt',
    ],
    ['encrypted JWT', '(5 parts)'],
    ['the JWT has more text after it', 'Write it alone', /^(?!.*access token)/s],
  ],
})

test.each<[TokenFailure, string]>([
  [{ problem: 'not-a-jws', parts: 1 }, 'it has one part, not 3'],
  [{ problem: 'not-a-jws', parts: 4 }, 'it has 4 parts, not 3'],
  [{ problem: 'not-a-jws', parts: 3, whitespace: true }, 'it has a space or line break inside'],
  [{ problem: 'more-text', at: 'before' }, 'the JWT has more text before it'],
  [{ problem: 'more-text', at: 'both' }, 'the JWT has more text before and after it'],
  [{ problem: 'encrypted' }, '(5 parts)'],
  [{ problem: 'header' }, 'the header, cannot be decoded\nIt is not base64url of a JSON object'],
  [{ problem: 'payload' }, 'the claims, cannot be decoded\nIt is not base64url of a JSON object'],
])('%j is told with what was seen', (problem, words) => {
  expect(wordsOf(diagnose({ kind: 'token', ...problem }, knownWith())).why).toContain(words)
})
