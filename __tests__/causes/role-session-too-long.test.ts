import { roleSessionTooLong } from '../../src/causes/role-session-too-long.js'
import { testCause } from './tester.js'

testCause(roleSessionTooLong, {
  leaves: ['request-invalid', 'role-arn-invalid', 'input-invalid'],
  says: [
    [
      '14400 (4 h), and role `deploy` allows less',
      'MaxSessionDuration set for this role',
      'aws iam get-role --role-name deploy --query Role.MaxSessionDuration',
      'role-duration-seconds: 3600',
      'aws iam update-role --role-name deploy --max-session-duration 14400',
    ],
    [
      '7200 (2 h), and role chaining allows one hour',
      'role-duration-seconds: 3600',
      /^(?!.*update-role)/s,
    ],
    [
      '7200 (2 h), and role `deploy` allows less',
      'HTTP 400  InvalidArgument',
      'role-duration-seconds: 3600',
      'aws --endpoint-url http://127.0.0.1:7480 iam get-role --role-name deploy',
      /^(?!.*update-role)/s,
    ],
  ],
})
