import { partitionMismatch } from '../../src/causes/partition-mismatch.js'
import { testCause } from './tester.js'

testCause(partitionMismatch, {
  leaves: ['input-invalid', 'role-arn-invalid', 'region-unknown'],
  says: [
    [
      '`arn:aws-cn:iam::123456789100:role/my-github-actions-role`',
      '`us-east-3`',
      'cn-north-1 or cn-northwest-1',
    ],
    ['`arn:aws:iam::111122223333:role/deploy`', '`us-gov-west-1`', 'eu-west-1, us-east-1'],
  ],
})
