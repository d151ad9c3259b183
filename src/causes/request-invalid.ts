// request-invalid: STS refuses a value by its form; said in the names of the inputs, not of the API.
import {
  LONGEST_SESSION_POLICY,
  LONGEST_TOKEN,
  MOST_SESSION_POLICIES,
  ROLE_ARN_LENGTH,
  SESSION_SECONDS,
} from '../aws/limits.js'

import { isCode } from '../aws/sts-answers.js'
import type { Inputs } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { SESSION_NAME } from './shared/input-wants.js'
import { requestId } from './shared/sts.js'

/** Members of the API, the inputs that they come from, and what is allowed (AWS API reference, AssumeRoleWithWebIdentity). */
const MEMBERS: Readonly<
  Record<string, { input: string; allowed: string; value?: (inputs: Inputs) => unknown }>
> = {
  rolesessionname: {
    input: 'role-session-name',
    allowed: SESSION_NAME,
    value: ({ roleSessionName }) => roleSessionName,
  },
  durationseconds: {
    input: 'role-duration-seconds',
    allowed: `${SESSION_SECONDS.least} to ${SESSION_SECONDS.most}`,
    value: ({ roleDurationSeconds }) => roleDurationSeconds,
  },
  rolearn: {
    input: 'role-to-assume',
    allowed: `the ARN of a role, \`arn:aws:iam::<12-digit account>:role/<path/name>\`, ${ROLE_ARN_LENGTH.least} to ${ROLE_ARN_LENGTH.most} characters`,
    value: ({ role }) => role?.text ?? '',
  },
  webidentitytoken: {
    input: 'web-identity-token-file',
    allowed: `an ID token of 4 to ${LONGEST_TOKEN} characters`,
  },
  policy: {
    input: 'inline-session-policy',
    allowed: `an IAM policy of 1 to ${LONGEST_SESSION_POLICY} characters`,
    value: ({ inlineSessionPolicy }) => inlineSessionPolicy,
  },
  policyarns: {
    input: 'managed-session-policies',
    allowed: `at most ${MOST_SESSION_POLICIES} ARNs of managed policies, one a line`,
    value: ({ managedSessionPolicies }) => managedSessionPolicies,
  },
}

const CODES = ['ValidationError', 'Validation', 'InvalidParameterValue', 'MissingParameter']
/** These have causes of their own: the ARN's form, and the session's length. */
const ELSEWHERE = /Request ARN is invalid|requested DurationSeconds exceeds/i

export const requestInvalid = causeOf('aws', {
  id: 'request-invalid',
  section: 'sts',
  title: 'AWS STS refuses a value of the request by its form',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'commonErrors'],
  matches: (failure) => isCode(failure, ...CODES) && !ELSEWHERE.test(failure.message),
  explain: (failure, { inputs, token }) => {
    const found = membersIn(failure.message)
    const lines = found.map(({ member, constraint, quoted }) => {
      const { input, allowed, value } = member
      const given = inputs && value ? `: given ${givenAs(value(inputs), quoted)}` : ''
      return `- ${memberName(input, token?.source)}${given}, wanted ${allowed} (${oneLine(constraint)})`
    })
    return {
      why: `STS refuses ${found.length === 0 ? 'the request' : `${found.map(({ member }) => memberName(member.input, token?.source)).join(' and ')}`} by its form, before it looks at the role${requestId(failure)}.\n${lines.length > 0 ? lines.join('\n') : `STS said: ${quote(failure.message, 500)}.`}`,
      fix:
        found.length > 0
          ? [
              ...found.map(
                ({ member }) =>
                  `Correct ${memberName(member.input, token?.source)}: ${member.allowed}.`,
              ),
              'If the value comes from `secrets.` or `vars.`, see that it is not empty here: secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`.',
            ]
          : [
              'Look for the value that STS names above among the inputs of the step, and correct it.',
            ],
      ...(found[0] ? { where: { input: found[0].member.input } } : {}),
    }
  },
  page: {
    meaning:
      'STS looks at the form of every value first: its length, its characters, its range. One of them does not fit. Most slips are seen by the check of the inputs before STS is asked; these are the ones that only STS sees.',
    tell: 'The code is ValidationError. A value that is no ARN of a role at all has role-arn-invalid; a session that is too long for the role has role-session-too-long.',
  },
})

interface NamedMember {
  member: { input: string; allowed: string; value?: (inputs: Inputs) => unknown }
  constraint: string
  /** What STS quotes of the value; shown only of members that have a value of ours: others may be the token. */
  quoted?: string
}

/** STS saw what it quotes; something in between may have changed what the step sent. Of a list it quotes one member. */
function givenAs(given: unknown, quoted?: string): string {
  if (Array.isArray(given)) return quote(given.find((one) => one === quoted) ?? given.join(' '))
  const sent = String(given)
  return quoted === undefined || quoted === sent
    ? quote(sent)
    : `${quote(quoted)} as STS saw it (the step sent ${quote(sent)})`
}

/** Every member that STS names, each once. */
function membersIn(message: string): NamedMember[] {
  const found = new Map<string, NamedMember>()
  for (const [, quoted, name = '', constraint = ''] of message.matchAll(
    /(?:Value '((?:(?!' at '|Value ').){0,4000})' )?at '(\w+)(?:\.[\w.]+)?' failed to satisfy constraint:\s*(.*?)(?=; Value |$)/gs,
  )) {
    const member = MEMBERS[name.toLowerCase()]
    if (member && !found.has(member.input))
      found.set(member.input, { member, constraint, ...(quoted === undefined ? {} : { quoted }) })
  }
  return [...found.values()]
}

/** The token is an input only where it comes from a file. */
function memberName(input: string, source: string | undefined): string {
  if (input !== 'web-identity-token-file') return quote(input)
  return source === 'file' ? `the token in ${quote(input)}` : 'the token of the runner'
}
