// sts-refused: another STS than AWS's refused by a code that has many reasons, and nothing that was seen from here explains it.

import { isAccount } from '../aws/role-arn.js'
import { isCode, isOpaque } from '../aws/sts-answers.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { roleLine } from './shared/role-input.js'
import { expectedAudience, getProvider, issuerOf, roleName, stsHost } from './shared/sts.js'
import { answerFold } from './shared/sts-steps.js'
import { timeOf } from './shared/token.js'
import { givePolicy } from './shared/trust.js'

export const stsRefused = causeOf('aws', {
  id: 'sts-refused',
  section: 'sts',
  title: 'an STS that is not of AWS refused, and does not say why',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['cephSts', 'assumeRole'],
  matches: isOpaque,
  explain: (failure, known) => ({
    headline: `${quote(stsHost(known), 60)} refused the sign-in with ${quote(failure.code, 60)}${failure.message === '' ? ' and no reason' : ''}`,
    shown: [...said(failure), compared(known)],
    steps: [readLog(failure, known)],
    otherwise: isCode(failure, 'AccessDenied') ? [...compareSteps(known), ...otherWays(known)] : [],
    folded: [answerFold(failure)],
    stop: `STS: ${quote(failure.code, 60)}`,
  }),
  page: {
    meaning:
      "The STS of `sts-endpoint` is not AWS's (Ceph, SeaweedFS, MinIO), and refused. Such an STS has one code for many reasons: radosgw says AccessDenied, without a word, of a wrong audience, a missing provider or role, an expired token, a trust policy that does not fit, and keys that it could not get. Its own log says which.",
    tell: 'What can be seen from the runner has been checked: had the token expired, were the keys out of reach, or did the policy given as `trust-policy` not fit, that would be the finding. A service that is no STS at all is sts-endpoint-unusable.',
  },
})

function said({ code, message }: FailureOf<'aws'>): Block[] {
  if (message !== '') return [{ show: 'answer', by: 'STS', text: message }]
  const say =
    code === 'AccessDenied'
      ? 'Ceph has this code for many reasons; its log says which.'
      : 'This code does not tell which value it is about.'
  return [{ show: 'sentence', say }]
}

/** What that STS compares. */
function compared(known: Known): Block {
  return {
    show: 'values',
    values: [
      { name: 'role', value: known.inputs?.role?.text ?? '' },
      { name: 'iss', value: issuerOf(known) },
      { name: 'aud', value: expectedAudience(known) },
      ...(known.token ? [{ name: 'sub', value: known.token.subject }] : []),
    ],
  }
}

/** The reasons as radosgw 16.2.15 logs them, at its lowest level (captured). */
const REASONS =
  'oidc provider|Role not found|Signature validation|x5c|evaluating policy|Incorrect value|session name'

function readLog({ date = '' }: FailureOf<'aws'>, known: Known): Step {
  const at = date === '' ? timeOf(Math.floor(known.now / 1000)) : date
  return {
    say: `Read the reason in the log of that STS, at ${oneLine(at, 40)}; for Ceph, on the host of its radosgw`,
    code: `grep -hE '${REASONS}' /var/log/ceph/*rgw*.log | tail`,
    // Of that host, whatever the runner is.
    language: 'text',
    kind: 'look',
    then: 'A Ceph in containers logs to the journal instead: `journalctl -u "ceph-*rgw*"`. At the default level a wrong audience leaves no line.',
  }
}

function compareSteps(known: Known): Step[] {
  return [
    {
      say: 'Compare `ClientIDList` of its provider with `aud` above',
      code: getProvider(known),
      language: 'sh',
      then: 'If it fails, the STS does not know this issuer.',
    },
    {
      say: 'Compare the trust policy of the role with `iss` and `sub` above',
      code: `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`,
      language: 'sh',
      then: 'If it fails, there is no such role.',
    },
  ]
}

function otherWays(known: Known): Step[] {
  const { role } = known.inputs ?? {}
  return [
    ...(known.trust ? [] : [{ ...givePolicy(known), when: 'To let this step do the comparison' }]),
    ...(role && isAccount(role.account)
      ? [
          {
            when: 'If that STS is Ceph, which has no such accounts',
            say: 'Write the role without one',
            ...roleLine(known, role.text.replace(`:${role.account}:`, '::')),
          },
        ]
      : []),
    {
      when: 'If the log says `x5c not present`',
      say: "Have the issuer publish the certificate of its key in its JWKS, as `x5c`: Ceph verifies by that, and by the provider's thumbprint of it",
    },
  ]
}
