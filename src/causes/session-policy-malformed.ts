// session-policy-malformed: STS cannot read the session policy, which narrows what the session may do.

import { isCode } from '../aws/sts-answers.js'
import type { Inputs } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'

export const sessionPolicyMalformed = causeOf('aws', {
  id: 'session-policy-malformed',
  section: 'sts',
  title: 'the session policy is not one that IAM can read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamSessionPolicies', 'assumeRole'],
  matches: (failure) => isCode(failure, 'MalformedPolicyDocument'),
  explain: (failure, { inputs }) => {
    const input = policyInput(inputs)
    return {
      why: `IAM cannot read the session policy in the input ${quote(input)}. STS said: ${quote(failure.message, 400)}.${policyText(inputs)}`,
      fix: [
        'Start from this form and change Action and Resource:\ninline-session-policy: \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-bucket/*"}]}\'',
        'Let AWS check the policy, saved as policy.json:\naws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
        'A session policy has no Principal. Give ARNs of managed policies in `managed-session-policies`, one a line, and not here.',
      ],
      where: { input },
    }
  },
  page: {
    meaning:
      'A session policy is a policy that is sent along with the sign-in and narrows the rights of this one session. It is JSON, but not a policy: an element is missing, misspelt or not allowed, or a value is of the wrong kind.',
    tell: 'Text that is not JSON at all is refused by the check of the inputs, before STS is asked. A policy that can be read but is too big is session-policy-too-large.',
  },
})

function policyInput(inputs: Inputs | undefined): string {
  return inputs?.inlineSessionPolicy === '' && inputs.managedSessionPolicies.length > 0
    ? 'managed-session-policies'
    : 'inline-session-policy'
}

function policyText(inputs: Inputs | undefined): string {
  return inputs?.inlineSessionPolicy ? ` Given was ${quote(inputs.inlineSessionPolicy, 300)}.` : ''
}
