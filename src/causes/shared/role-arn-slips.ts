// Slips in the ARN of a role that have a fix of their own: an expression in it came out empty, it is a session's, or begins with a dollar sign.
import type { InputProblem, Known, Step } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import type { Explanation } from '../cause.js'
import { emptySteps } from './empty-input.js'
import { emptyNames, emptyReason } from './empty-reason.js'
import { givenText } from './input-wants.js'

export type Slip = Pick<Explanation, 'headline' | 'steps'> & Partial<Explanation>

/** The ARN that is left where an expression in it had no value. */
export function explainEmptyPart(found: InputProblem, text: string, known: Known): Slip {
  const { input, want, source } = found
  const names = emptyNames(source ? { source } : {})
  const isAccount = want.form === 'role-arn' && want.slip === 'no-account'
  const what = isAccount
    ? `the ARN in ${quote(input)} has no account id`
    : `${quote(input)} is not the ARN of a role`
  return {
    headline: `${what}: ${names ?? 'an expression in it'} ${(source?.empty.length ?? 0) > 1 ? 'have' : 'has'} no value in this run`,
    shown: [
      {
        show: 'values',
        values: [
          { name: 'given', value: text },
          ...(source?.written === undefined
            ? []
            : [{ name: 'in the file', value: source.written.trim() }]),
        ],
      },
      { show: 'sentence', say: emptyReason(source ? { source } : {}, known) },
    ],
    steps: emptySteps(
      {
        input,
        ...(source ? { source } : {}),
        value: isAccount ? '<12-digit account>' : '<value>',
      },
      known,
    ),
  }
}

/** A session's ARN holds all of its role's but a path. */
export function roleSteps(role: string, input: string): Step[] {
  const name = role.split('/').at(-1) ?? ''
  return [
    {
      say: 'Use the ARN of the role of that session',
      code: `${input}: ${oneLine(role, 2048)}`,
      language: 'yaml',
    },
    {
      when: 'If the role has a path',
      say: "Print its whole ARN: a session's ARN leaves the path out",
      code: `aws iam get-role --role-name ${shellWord(name)} --query Role.Arn --output text`,
      language: 'sh',
    },
  ]
}

/** One `$` begins an expression. */
export function dollarStep({ input, given, source }: InputProblem): Step {
  const written = source?.written?.trim() ?? ''
  const doubled = /\$+(?=\$\{\{)/
  const arn = givenText(given).slice(1)
  const line = doubled.test(written) ? written.replace(doubled, '') : arn
  return {
    say: `Delete the first ${quote('$')}${line === arn && arn !== '' ? ', in the secret or variable if it is there' : ''}`,
    code: `${input}: ${line === '' ? `\${{ <expression> }}` : oneLine(line, 2048)}`,
    language: 'yaml',
  }
}
