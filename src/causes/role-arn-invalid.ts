// role-arn-invalid: what was given as role is not the ARN of a role, seen before any call or said by STS.

import { isRoleName, roleOfSession } from '../aws/role-arn.js'
import { isCode } from '../aws/sts-answers.js'
import type { FailureOf, InputProblem, InputWant, Known, RoleLine, Step } from '../model.js'
import { oneLine, quote, sanitise, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { sentences } from './shared/blocks.js'
import { inputDetail } from './shared/input-details.js'
import { areAll, givenText, inputLine } from './shared/input-wants.js'
import { dollarStep, explainEmptyPart, roleSteps, type Slip } from './shared/role-arn-slips.js'
import { isOneOfRoles, pastedRole, roleInput, roleWhere } from './shared/role-input.js'

const SAID = /Request ARN is invalid/i

export const roleArnInvalid = causeOf(['input', 'aws'], {
  id: 'role-arn-invalid',
  section: 'inputs',
  link: ({ kind }) => (kind === 'input' ? 'inputs' : 'sts'),
  title: 'what was given as a role is not the ARN of a role',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamArns', 'assumeRole'],
  matches: (failure) =>
    failure.kind === 'input'
      ? areAll(failure.problems, ['role-arn', 'unquoted-arn', 'dollar-arn'])
      : isCode(failure, 'ValidationError') && SAID.test(failure.message),
  explain: (failure, known) =>
    failure.kind === 'input' ? explainInput(failure, known) : explainAnswer(failure, known),
  page: {
    meaning:
      'AWS names a role by its ARN: `arn:<partition>:iam::<12-digit account>:role/<path/name>`. A bare name, the ARN of the OIDC provider, of a session, of a user or of an instance profile, a variable that was not filled in, and quotes or spaces around the ARN are the usual mistakes. STS answers each of them with `Request ARN is invalid`.',
    tell: 'STS looks at the form only: an ARN of the right form whose role does not exist is refused as "Not authorized to perform sts:AssumeRoleWithWebIdentity" (role-not-assumable). If the ARN is in another partition than the region, it is partition-mismatch.',
  },
})

function explainInput({ problems: [problem] }: FailureOf<'input'>, known: Known): Explanation {
  const found = problem ?? NONE
  const { input, given } = found
  const text = givenText(given)
  return {
    shown: [
      { show: 'values', values: [{ name: 'given', value: text }] },
      ...sentences(inputDetail(found)),
    ],
    stop: `Input ${quote(input)}`,
    where: { input },
    ...explainSlip(found, text, known),
  }
}

function explainSlip(found: InputProblem, text: string, known: Known): Slip {
  const { input, want, source } = found
  if (source && source.empty.length > 0) return explainEmptyPart(found, text, known)
  const left = isUnfilled(text) ? placeholderIn(text) : undefined
  if (left !== undefined)
    return {
      headline: `${quote(left)} in ${quote(input)} was not filled in`,
      shown: [
        { show: 'values', values: [{ name: 'given', value: text }] },
        ...sentences('Nothing expands it in a `with:` block.'),
      ],
      steps: arnSteps(text, input, partitionIn(text, want)),
    }
  const headline = inputLine(found)
  if (want.form === 'unquoted-arn') return { headline, steps: [unquoteStep(want.arn, input)] }
  if (want.form === 'dollar-arn') return { headline, steps: [dollarStep(found)] }
  const role = roleOfSession(text)
  const steps = arnSteps(text, input, partitionIn(text, want))
  return { headline, steps: role === undefined ? steps : roleSteps(role, input) }
}

const NONE: InputProblem = {
  input: 'role-to-assume',
  given: '',
  want: { form: 'role-arn', partition: 'aws' },
}

function explainAnswer({ message }: FailureOf<'aws'>, known: Known): Explanation {
  const { inputs } = known
  const text = inputs?.role?.text ?? ''
  const other = inputs?.customEndpoint
    ? `The form was not checked here, because ${quote('sts-endpoint')} is ${quote(inputs.stsEndpoint)}.`
    : ''
  return {
    headline: `STS does not accept ${isOneOfRoles(known) ? 'what was given' : quote(text, 60)} as the ARN of a role`,
    shown: [
      ...(isOneOfRoles(known)
        ? [{ show: 'values' as const, values: [{ name: 'given', value: text }] }]
        : []),
      { show: 'answer', by: 'STS', text: message },
      ...(other === '' ? [] : [{ show: 'sentence' as const, say: other }]),
    ],
    steps: arnSteps(text, roleInput(known), inputs?.partition ?? 'aws', inputs?.lineOfRoles),
    ...roleWhere(known),
  }
}

const PLACEHOLDER = /\$\{?\w+\}?|\{\w+\}|<[\w -]+>/g

/** `$NAME`, `${NAME}` and `{Name}` stand for something that nobody has filled in. */
function placeholderIn(given: string): string | undefined {
  return given.match(PLACEHOLDER)?.[0]
}

/** The ARN of a role, but for what is to be filled in. */
function isUnfilled(given: string): boolean {
  return /^arn:[a-z-]+:iam::[^:]+:role\//.test(given) && placeholderIn(given) !== undefined
}

function expressionSteps(given: string, input: string, line?: RoleLine): Step[] {
  const name = placeholderIn(given)?.replace(/\W/g, '') ?? ''
  if (!isUnfilled(given) || !/^[a-z_]/i.test(name)) return []
  const filled = given.replace(PLACEHOLDER, (left) => `\${{ vars.${left.replace(/\W/g, '')} }}`)
  return [
    {
      when: `If ${quote(name)} is a variable of the repository`,
      say: 'Write it as an expression',
      ...pastedRole(input, filled, line),
    },
  ]
}

/** The name of a role, where a role was given, or a bare name: the last part of an ARN of something else is none. */
function nameIn(given: string): string {
  return /:role\/|^[^:]*$/.test(given) ? (given.split('/').at(-1) ?? '') : ''
}

/** Of the ARN that is wanted, which has the region's partition; else of what was given. */
function partitionIn(given: string, want: InputWant): string {
  if (want.form === 'role-arn') return want.partition
  return /arn:(aws[a-z-]*):/.exec(given)?.[1] ?? 'aws'
}

function unquoteStep(arn: string, input: string): Step {
  return {
    say: 'Remove them, in the secret or variable if it comes from one',
    code: sanitise(`${input}: ${arn}`),
    language: 'yaml',
  }
}

function arnSteps(given: string, input: string, partition: string, line?: RoleLine): Step[] {
  const name = nameIn(given)
  const left = placeholderIn(given)
  const pasted = pastedRole(input, `arn:${oneLine(partition)}:iam::<account>:role/<name>`, line)
  return [
    ...expressionSteps(given, input, line),
    {
      say: 'Print the right ARN',
      code: `aws iam get-role --role-name ${shellWord(isRoleName(name) ? name : '<name of the role>')} --query Role.Arn --output text`,
      language: 'sh',
    },
    {
      say: 'Paste it, whole and without quotes or spaces around it',
      ...pasted,
      ...(left === undefined || isUnfilled(given)
        ? {}
        : {
            then: `Nothing expands ${quote(left)} in a \`with:\` block.${pasted.then === undefined ? '' : ` ${pasted.then}`}`,
          }),
    },
  ]
}
