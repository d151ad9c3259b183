import { tokenTimestampInvalid } from '../../src/causes/token-timestamp-invalid.js'
import { testCause } from './tester.js'

testCause(tokenTimestampInvalid, {
  leaves: ['token-claim-missing', 'token-expired', 'token-not-yet-valid'],
  says: [
    ['nbf  "invalid"', 'Invalid timestamp in token claims', 'Math.floor(Date.now() / 1000)'],
    ['`iat` is `1789123697.5`', 'no fraction', 'int(time.time())'],
    ['`iat` is `null`'],
  ],
})
