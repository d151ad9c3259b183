// role-arn-invalid: what was given as role is not the ARN of a role, seen before any call or said by STS.

import { isRoleName } from '../aws/role-arn.js'
import { isCode } from '../aws/sts-answers.js'
import type { FailureOf, InputWant, Known } from '../model.js'
import { oneLine, quote, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { areAll, givenText, wantText } from './shared/input-wants.js'

const SAID = /Request ARN is invalid/i

export const roleArnInvalid = causeOf(['input', 'aws'], {
  id: 'role-arn-invalid',
  section: 'inputs',
  title: 'the value of role-to-assume is not the ARN of a role',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamArns', 'assumeRole'],
  matches: (failure) =>
    failure.kind === 'input'
      ? areAll(failure.problems, ['role-arn', 'unquoted-arn'])
      : isCode(failure, 'ValidationError') && SAID.test(failure.message),
  explain: (failure, known) =>
    failure.kind === 'input' ? explainInput(failure) : explainAnswer(failure, known),
  page: {
    meaning:
      'AWS names a role by its ARN: `arn:<partition>:iam::<12-digit account>:role/<path/name>`. A bare name, the ARN of the OIDC provider, of a session, of a user or of an instance profile, a variable that was not filled in, and quotes or blanks around the ARN are the usual slips. STS calls all of them `Request ARN is invalid`.',
    tell: 'STS looks at the form only: an ARN of the right form whose role does not exist is refused as "Not authorized to perform sts:AssumeRoleWithWebIdentity" (role-not-assumable). An ARN of another partition than the region has partition-mismatch.',
  },
})

function explainInput({ problems }: FailureOf<'input'>): Explanation {
  const { input = 'role-to-assume', given = '', want } = problems[0] ?? {}
  const text = givenText(given)
  return {
    why: `The value of ${quote(input)} is not the ARN of a role: given ${quote(text)}, wanted ${want ? wantText(want) : ''}. AWS was not asked: STS answers this with \`Request ARN is invalid\`.`,
    fix: [...placeholderSteps(text), ...arnSteps(nameIn(text), input, partitionIn(text, want))],
    where: { input },
  }
}

function explainAnswer({ message }: FailureOf<'aws'>, { inputs }: Known): Explanation {
  const text = inputs?.role?.text ?? ''
  const other = inputs?.customEndpoint
    ? ` The form was not checked here, because ${quote('sts-endpoint')} is ${quote(inputs.stsEndpoint)}: an STS that is not AWS's has rules of its own.`
    : ''
  return {
    why: `STS does not take ${quote(text)} as the ARN of a role: ${quote(oneLine(message))}.${other}`,
    fix: [
      ...placeholderSteps(text),
      ...arnSteps(nameIn(text), 'role-to-assume', inputs?.partition ?? 'aws'),
    ],
    where: { input: 'role-to-assume' },
  }
}

/** `$NAME`, `${NAME}` and `{Name}` stand for something that nobody has put in. */
function placeholderSteps(given: string): string[] {
  const left = /\$\{?\w+\}?|\{\w+\}|<[\w -]+>/.exec(given)?.[0]
  if (left === undefined) return []
  return [
    `Put the value in for ${quote(left)}: no shell reads the \`with:\` block. Write it as an expression: \${{ vars.AWS_ACCOUNT_ID }}`,
  ]
}

/** The name of a role, where a role was given, or a bare name: the last part of an ARN of something else is none. */
function nameIn(given: string): string {
  return /:role\/|^[^:]*$/.test(given) ? (given.split('/').at(-1) ?? '') : ''
}

/** Of the ARN that is wanted, which has the region's partition; else of what was given. */
function partitionIn(given: string, want?: InputWant): string {
  if (want?.form === 'role-arn') return want.partition
  return /arn:(aws[a-z-]*):/.exec(given)?.[1] ?? 'aws'
}

function arnSteps(name: string, input: string, partition: string): string[] {
  const role = isRoleName(name) ? name : '<name of the role>'
  return [
    `Print the right ARN: aws iam get-role --role-name ${shellWord(role)} --query Role.Arn --output text`,
    `Paste it, whole and without quotes or blanks around it:\n${input}: arn:${oneLine(partition)}:iam::<account>:role/<name>`,
  ]
}
