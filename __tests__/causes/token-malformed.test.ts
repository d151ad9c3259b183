import { tokenMalformed } from '../../src/causes/token-malformed.js'
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
