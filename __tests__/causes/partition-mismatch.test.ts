import { partitionMismatch } from '../../src/causes/partition-mismatch.js'
import { testCause } from './tester.js'

testCause(partitionMismatch, {
  leaves: ['input-invalid', 'role-arn-invalid', 'region-unknown'],
  says: [
    [
      'arn:aws-cn:iam::123456789100:role/my-github-actions-role',
      'partition `aws-cn`, but region `us-east-3` is in `aws`',
      'aws-region: cn-north-1',
      '`cn-northwest-1`',
      'aws iam get-role --role-name my-github-actions-role',
    ],
    ['arn:aws:iam::111122223333:role/deploy', '`us-gov-west-1`', 'aws-region: eu-west-1'],
  ],
})
