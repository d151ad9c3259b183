import { stsThrottled } from '../../src/causes/sts-throttled.js'
import { testCause } from './tester.js'

testCause(stsThrottled, {
  leaves: ['sts-unavailable', 'sts-endpoint-unusable', 'token-service-throttled'],
  says: [
    [
      '`Rate exceeded`',
      '`f9dc6495-9462-47ce-8b0e-b385f24ee61c`',
      'max-parallel: 5',
      'It was tried again',
      '`111122223333`',
    ],
    ['`Throttling`', 'It was not tried again'],
    ['HTTP 429', 'proxy in between'],
  ],
})
