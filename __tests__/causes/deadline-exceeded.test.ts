import { deadlineExceeded } from '../../src/causes/deadline-exceeded.js'
import { testCause } from './tester.js'

testCause(deadlineExceeded, {
  leaves: ['sts-retried', 'sts-unreachable'],
  says: [
    ['2 s', '`STS, attempt 1`', 'action-timeout-s: 60', 'Nothing was exported'],
    [
      'It was waiting before another attempt. The last attempt failed with `sts-throttled`: `Throttling: Rate exceeded`.',
      'Do what the page of `sts-throttled` says:\nhttps://',
      'docs/causes/sts-throttled.md',
    ],
  ],
})
