import { regionFallbackUsed } from '../../src/causes/region-fallback-used.js'
import { testCause } from './tester.js'

testCause(regionFallbackUsed, {
  leaves: ['sts-region-disabled', 'region-unknown'],
  says: [
    [
      '`ap-east-1`',
      '`us-east-1`',
      'aws-region: us-east-1',
      'get-region-opt-status --region-name ap-east-1',
    ],
  ],
})
