import { deadlineExceeded } from '../../src/causes/deadline-exceeded.js'
import { testCause } from './tester.js'

testCause(deadlineExceeded, {
  leaves: ['sts-retried', 'sts-unreachable'],
  says: [['2 s', '`STS, attempt 1`', 'action-timeout-s: 60', 'Nothing was exported']],
})
