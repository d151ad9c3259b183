// session-policy-malformed: STS cannot read the session policy, which narrows what the session may do.

import { isCode } from '../aws/sts-answers.js'
import type { Fold, Inputs, Step } from '../model.js'
import { quote, sanitise } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'

export const sessionPolicyMalformed = causeOf('aws', {
  id: 'session-policy-malformed',
  section: 'sts',
  title: 'the session policy is not one that IAM can read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamSessionPolicies', 'assumeRole'],
  matches: (failure) => isCode(failure, 'MalformedPolicyDocument'),
  explain: (failure, known) => {
    const { inputs } = known
    const input = policyInput(inputs)
    return {
      headline: `${answererOf(known) === 'AWS' ? 'IAM' : 'STS'} cannot read the session policy in ${quote(input)}`,
      // Ceph says the code alone.
      shown:
        failure.message === ''
          ? [{ show: 'values', values: [{ name: `HTTP ${failure.status}`, value: failure.code }] }]
          : [answer(failure, known)],
      steps: [
        ...(input === 'inline-session-policy' ? [FORM] : []),
        // With credentials of AWS, which who has another STS need not have.
        ...(answererOf(known) === 'STS' ? [] : [CHECK]),
        { when: 'If it has a `Principal`', say: 'Remove that: a session policy has none' },
        {
          when: 'If ARNs of managed policies are meant',
          say: 'Give them in `managed-session-policies`, one per line, and nowhere else',
        },
      ],
      folded: givenPolicy(inputs),
      stop: `STS: ${quote(input)}`,
      where: { input },
    }
  },
  page: {
    meaning:
      'A session policy is a policy that is sent with the sign-in and narrows the rights of this one session. It is JSON, but not a policy: an element is missing, misspelt or not allowed, or a value is of the wrong type.',
    tell: 'Text that is not JSON at all is refused by the check of the inputs, before STS is asked. A policy that can be read but is too large is session-policy-too-large.',
  },
})

const CHECK: Step = {
  say: 'Let AWS check the policy, saved as `policy.json`',
  code: 'aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json',
  language: 'sh',
}

const FORM: Step = {
  say: 'Start from this form, and change `Action` and `Resource`',
  code: `inline-session-policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-bucket/*"}]}'`,
  language: 'yaml',
}

/** The input that a session policy comes from. */
export function policyInput(inputs: Inputs | undefined): string {
  return inputs?.inlineSessionPolicy === '' && inputs.managedSessionPolicies.length > 0
    ? 'managed-session-policies'
    : 'inline-session-policy'
}

function givenPolicy(inputs: Inputs | undefined): Fold[] {
  const code = sanitise(inputs?.inlineSessionPolicy ?? '')
  return code === ''
    ? []
    : [{ title: 'The policy that was given', blocks: [{ show: 'code', code, language: 'json' }] }]
}
