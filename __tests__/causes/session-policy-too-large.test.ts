import { sessionPolicyTooLarge } from '../../src/causes/session-policy-too-large.js'
import { testCause } from './tester.js'

testCause(sessionPolicyTooLarge, {
  leaves: ['session-policy-malformed', 'request-invalid'],
  says: [
    [
      '103 %',
      '39 characters',
      'one managed policy',
      'managed-session-policies: arn:aws:iam::<account>:policy/<name>',
    ],
    ['112 %', 'The session tags', '`https://aws.amazon.com/tags`'],
  ],
})
