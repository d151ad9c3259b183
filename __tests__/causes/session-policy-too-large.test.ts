import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { sessionPolicyTooLarge } from '../../src/causes/session-policy-too-large.js'
import { testCause } from './tester.js'

testCause(sessionPolicyTooLarge, {
  leaves: ['session-policy-malformed', 'request-invalid'],
  says: [
    [
      '103 %',
      '39 characters',
      'one managed policy',
      'managed-session-policies: arn:aws:iam::111122223333:policy/<name>',
      'only where all of them are meant',
    ],
    ['112 %', 'The session tags', '`https://aws.amazon.com/tags`'],
  ],
})

test("the managed policy is in the role's partition", () => {
  const [piece] = evidenceOf('session-policy-too-large')
  const role = { text: '', partition: 'aws-cn', account: '444455556666', name: 'deploy' }
  const known = knownWith({ inputs: { role } })
  const { fix } = sessionPolicyTooLarge.explain(piece?.failure as never, known)
  expect(fix.join()).toContain('arn:aws-cn:iam::444455556666:policy/<name>')
})
