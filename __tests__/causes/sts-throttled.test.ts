import { stsThrottled } from '../../src/causes/sts-throttled.js'
import { testCause } from './tester.js'

testCause(stsThrottled, {
  leaves: ['sts-unavailable', 'sts-endpoint-unusable', 'token-service-throttled'],
  says: [
    [
      'Rate exceeded',
      'f9dc6495-9462-47ce-8b0e-b385f24ee61c',
      'AWS counts all calls of the account',
      'aws cloudtrail lookup-events --region eu-west-1',
      'max-parallel: 5',
      'Retries failed too',
      '`111122223333`',
    ],
    ['Throttling', 'It was not retried (`disable-retry`'],
    ['HTTP 429', 'proxy in between'],
  ],
})
