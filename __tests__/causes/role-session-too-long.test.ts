import { roleSessionTooLong } from '../../src/causes/role-session-too-long.js'
import { testCause } from './tester.js'

testCause(roleSessionTooLong, {
  leaves: ['request-invalid', 'role-arn-invalid', 'input-invalid'],
  says: [
    [
      '`14400`',
      '4 h',
      'role-duration-seconds: 3600',
      'aws iam update-role --role-name deploy --max-session-duration 14400',
    ],
    ['`7200`', 'one hour where the session of one role', 'role-duration-seconds: 3600'],
  ],
})
