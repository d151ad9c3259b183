import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { sessionPolicyTooLarge } from '../../src/causes/session-policy-too-large.js'
import { testCause, wordsOf } from './tester.js'

testCause(sessionPolicyTooLarge, {
  leaves: ['session-policy-malformed', 'request-invalid'],
  says: [
    [
      '103 %',
      '39 characters',
      'managed policies  1',
      'managed-session-policies: arn:aws:iam::111122223333:policy/<name>',
      'only if all of them are meant',
    ],
    ['112 %', 'the session tags need 112 %', '`https://aws.amazon.com/tags`'],
  ],
})

test("the managed policy is in the role's partition", () => {
  const [piece] = evidenceOf('session-policy-too-large')
  const role = { text: '', partition: 'aws-cn', account: '444455556666', name: 'deploy' }
  const known = knownWith({ inputs: { role } })
  const { fix } = wordsOf(sessionPolicyTooLarge.explain(piece?.failure as never, known))
  expect(fix.join()).toContain('arn:aws-cn:iam::444455556666:policy/<name>')
})

test('several managed policies and no inline one: there is nothing to shorten but the list', () => {
  const [, piece] = evidenceOf('session-policy-too-large')
  const managedSessionPolicies = ['arn:aws:iam::aws:policy/a', 'arn:aws:iam::aws:policy/b']
  const known = knownWith({ inputs: { managedSessionPolicies } })
  const { fix } = wordsOf(sessionPolicyTooLarge.explain(piece?.failure as never, known))
  expect(fix.join('\n')).toContain('Name fewer policies in `managed-session-policies`')
  expect(fix.join('\n')).not.toContain('`inline-session-policy`')
})
