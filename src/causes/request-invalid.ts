// request-invalid: STS refuses the form of a value; told in the names of the inputs, not of the API.

import {
  LONGEST_SESSION_POLICY,
  LONGEST_TOKEN,
  MOST_SESSION_POLICIES,
  ROLE_ARN_LENGTH,
  SESSION_NAME_LENGTH,
  SESSION_SECONDS,
} from '../aws/limits.js'
import { isCode, isOfKey } from '../aws/sts-answers.js'
import { ownMember } from '../model/own-member.js'
import type { Block, Explanation, FailureOf, Inputs, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { roleInput, roleLine } from './shared/role-input.js'
import { endpointInHeadline } from './shared/sts.js'

interface Member {
  input: string
  /** In a sentence, after a colon. */
  allowed: string
  value?: (inputs: Inputs) => unknown
}

/** Members of the API, the inputs that they come from, and what is allowed (AWS API reference, AssumeRoleWithWebIdentity). */
const MEMBERS: Readonly<Record<string, Member>> = {
  rolesessionname: {
    input: 'role-session-name',
    allowed: `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters out of \`A-Za-z0-9_+=,.@-\``,
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
    allowed: `at most ${MOST_SESSION_POLICIES} ARNs of managed policies, one per line`,
    value: ({ managedSessionPolicies }) => managedSessionPolicies,
  },
}

const CODES = ['ValidationError', 'Validation', 'InvalidParameterValue', 'MissingParameter']
/** These have causes of their own: the ARN's form, and the session's length. */
const ELSEWHERE = /Request ARN is invalid|requested DurationSeconds exceeds/i

export const requestInvalid = causeOf('aws', {
  id: 'request-invalid',
  section: 'sts',
  title: 'AWS STS refuses the form of a value',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'commonErrors'],
  matches: (failure) =>
    isCode(failure, ...CODES) && !ELSEWHERE.test(failure.message) && !isOfKey(failure),
  explain: (failure, known) => {
    const { inputs, token } = known
    if (NO_ROLE.test(failure.message)) return explainNoRole(failure, known)
    const found = membersIn(failure.message, known)
    const names = found.map(({ member }) => memberName(member.input, token?.source))
    return {
      headline: `STS refused the form of ${names.join(' and ') || 'a value of the request'}`,
      shown: [
        found.length === 0
          ? answer(failure, known)
          : { show: 'values', values: found.flatMap((one) => valuesOf(one, inputs)) },
      ],
      steps:
        found.length === 0
          ? [LOOK]
          : [
              ...found.map((one) => correction(one, token?.source)),
              ...(found.every(({ constraint }) => TOO_MUCH.test(constraint)) ? [] : [EMPTY]),
            ],
      stop: `STS: form of ${names[0] ?? 'a value'}`,
      ...(found[0] ? { where: { input: found[0].member.input } } : {}),
    }
  },
  page: {
    meaning:
      'STS checks the form of every value first: its length, its characters, its range. One of them does not fit. Most slips are seen by the check of the inputs before STS is asked; these are the ones that only STS sees.',
    tell: 'The code is ValidationError. A value that is no ARN of a role at all has role-arn-invalid; a session that is too long for the role has role-session-too-long.',
  },
})

/** MinIO's sentence for a role that none of its OIDC providers has. */
const NO_ROLE = /^Role arn:\S+ does not exist$/i

function explainNoRole(failure: FailureOf<'aws'>, known: Known): Explanation {
  return {
    headline: `${endpointInHeadline(known)} has no such role`,
    shown: [answer(failure, known)],
    steps: [
      {
        say: 'Print the role ARNs that it has: MinIO makes one for each OIDC provider with a role policy',
        code: 'mc idp openid list <alias>',
        language: 'sh',
      },
      { say: 'Set the ARN as it is printed', ...roleLine(known, 'arn:minio:iam:::role/<id>') },
    ],
    stop: 'STS: role',
    where: { input: roleInput(known) },
  }
}

const LOOK: Step = {
  say: 'Find the value that STS names above among the inputs of the step, and correct it',
}

/** What is empty is not too long. */
const TOO_MUCH = /less than or equal to/i

const EMPTY: Step = {
  when: 'If the value comes from `secrets.` or `vars.`',
  say: 'Check that it is not empty here',
  then: 'Forks and Dependabot get no secrets; those of an environment reach only jobs with that `environment:`.',
}

function correction({ member }: NamedMember, source: string | undefined): Step {
  return { say: `Correct ${memberName(member.input, source)}: ${member.allowed}` }
}

interface NamedMember {
  member: Member
  constraint: string
  /** What STS quotes of the value; shown only of members that have a value of ours: others may be the token. */
  quoted?: string
}

type Values = Extract<Block, { show: 'values' }>['values']

/** STS saw what it quotes; something in between may have changed what the step sent. Of a list it quotes one member. */
function valuesOf({ member, constraint, quoted }: NamedMember, inputs: Inputs | undefined): Values {
  const { input, value } = member
  const rule = { name: 'STS says', value: constraint }
  if (!inputs || !value) return [rule]
  const given = value(inputs)
  if (Array.isArray(given)) {
    const one: unknown = given.find((each) => each === quoted) ?? given.join(' ')
    return [{ name: input, value: String(one) }, rule]
  }
  const sent = String(given)
  const seen = { name: input, value: (quoted ?? sent) || '(empty)' }
  return quoted === undefined || quoted === sent
    ? [seen, rule]
    : [seen, { name: 'the step sent', value: sent || '(empty)' }, rule]
}

/** The role may come from `roles`. */
function memberOf(name: string, known: Known): Member | undefined {
  const member = ownMember(MEMBERS, name)
  return member && name === 'rolearn' ? { ...member, input: roleInput(known) } : member
}

/** Every member that STS names, each once. */
function membersIn(message: string, known: Known): NamedMember[] {
  const found = new Map<string, NamedMember>()
  for (const [, quoted, name = '', constraint = ''] of message.matchAll(
    /(?:Value '((?:(?!' at '|Value ').){0,4000})' )?at '(\w+)(?:\.[\w.]+)?' failed to satisfy constraint:\s*(.*?)(?=; Value |$)/gs,
  )) {
    const member = memberOf(name.toLowerCase(), known)
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
