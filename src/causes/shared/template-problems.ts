// What may be wrong with a template, or with the file of its parameters, before there is a policy to evaluate.
import { quote } from '../../text.js'
import { isOneOfRoles, roleSetting } from './role-input.js'
import { parameterSteps } from './template-doubt.js'
import { roleInHeadline, roleInWords } from './trust.js'
import { addressText } from './trust-policy.js'
import { told, type Unreadable, type Words } from './unreadable-policy.js'

/** By its name; by where it stands where it has none. */
function otherRole(failure: Unreadable): string {
  if (failure.problem !== 'other-role') return ''
  return quote(failure.name ?? addressText(failure.role), 64)
}

/** Files of the Serverless Framework have variables instead. */
function hasParameters({ source }: Unreadable): boolean {
  return source.address?.in !== 'serverless'
}

type OfTemplate = 'not-toml' | 'not-parameters' | 'role-not-made' | 'other-role'

export const TEMPLATE_PROBLEMS: Readonly<Record<OfTemplate, Words>> = {
  'not-toml': told('is not TOML', { say: 'Correct the file there' }),
  'not-parameters': told('holds no parameters of a template', {
    say: 'Give a list of `ParameterKey` and `ParameterValue`, an object of names and values, or `samconfig.toml`',
  }),
  'role-not-made': {
    is: (failure, known) =>
      `does not make ${roleInHeadline(known)}${hasParameters(failure) ? ' with these parameters' : ''}`,
    steps: (failure, known) =>
      hasParameters(failure)
        ? [
            ...parameterSteps(known),
            { say: 'Give the file in which the role is defined, with the parameters of its stack' },
          ]
        : [{ say: 'Give the file in which the role is defined' }],
  },
  'other-role': {
    is: (failure, known) =>
      `holds one role, ${otherRole(failure)}; this step assumes ${isOneOfRoles(known) ? 'another' : roleInWords(known)}`,
    steps: (failure, known) => [
      {
        when: `If the job is to use ${otherRole(failure)}`,
        say: `Set ${roleSetting(known)} to its ARN`,
      },
      { say: `Give the file in which ${roleInWords(known)} is defined` },
    ],
  },
}
