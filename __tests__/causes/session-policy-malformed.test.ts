import { sessionPolicyMalformed } from '../../src/causes/session-policy-malformed.js'
import { testCause } from './tester.js'

testCause(sessionPolicyMalformed, {
  leaves: ['session-policy-too-large', 'request-invalid', 'input-invalid'],
  says: [
    [
      '`inline-session-policy`',
      'not in the valid JSON format',
      '{"Statement": 1}',
      'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY',
    ],
    ["Unexpected character ('i' (code 105))", '"Version":"2012-10-17"'],
    ['HTTP 400  MalformedPolicyDocument', '"Effect":"Maybe"'],
  ],
})
