import { inputNotSupported } from '../../src/causes/input-not-supported.js'
import { testCause } from './tester.js'

testCause(inputNotSupported, {
  leaves: ['input-invalid', 'role-arn-invalid'],
  says: [
    [
      '`aws-access-key-id` and `aws-secret-access-key`',
      'without stored keys',
      'Delete from the `with:` block',
      'aws-actions/configure-aws-credentials',
    ],
    ['`role-skip-session-tagging`', 'sends no session tags'],
  ],
})
