// What the line on a bad input leaves out: a sentence for each form that a step can ask for.
import { ownMember } from '../../model/own-member.js'
import type { InputProblem, InputWant, ProfileNameProblem } from '../../model.js'
import { oneLine } from '../../text.js'
import { givenText } from './input-wants.js'
import { SESSION_NAME_DETAIL } from './session-name.js'

/** A sentence with what the line has no room for; empty where it says it all. */
export function inputDetail({ input, given, want, line }: InputProblem): string {
  switch (want.form) {
    case 'not-with-roles':
      return ownMember(NOT_WITH_ROLES, input) ?? ''
    case 'listed-region':
      return line === undefined ? REGION : ''
    case 'region-of-partition':
      return line === undefined ? '' : ONE_PARTITION
    case 'region':
      return given === ''
        ? '`aws-region`, AWS_REGION and AWS_DEFAULT_REGION are all empty.'
        : REGION
    case 'profile-name':
      return PROFILE_NAMES[want.problem]
    case 'role-arn':
      return want.slip === 'name'
        ? 'After `role/` come letters, digits and `_+=,.@-/`, at most 512.'
        : `It must be \`arn:${oneLine(want.partition)}:iam::<12-digit account>:role/<name>\`.`
    case 'whole':
      return /^\d+$/.test(givenText(given)) ? '' : 'It must be a whole number, without a unit.'
    default:
      return DETAILS[want.form] ?? ''
  }
}

const REGION = 'The region is `aws-region`, else AWS_REGION or AWS_DEFAULT_REGION of the job.'

const ONE_PARTITION =
  'One token is for one partition: sign in to roles of another in a step of its own.'

const DETAILS: Partial<Readonly<Record<InputWant['form'], string>>> = {
  'session-name': SESSION_NAME_DETAIL,
  'dollar-arn': `If the file has \`$\${{\`, the first \`$\` becomes part of the value.`,
  url: 'It must be `https://host[:port][/path]`, without user, query or fragment.',
  'https-or-loopback-url': 'Only a loopback address may have http.',
  proxy:
    'It must be `http://[user:password@]host[:port]`, special characters of user and password percent-encoded (`@` as `%40`).',
  'policy-arn': 'Each ARN has its own line.',
  'policy-arns': 'Each ARN has its own line.',
  'account-ids': 'They must be in quotes, separated by commas.',
  'claim-pattern': 'The colon needs a space after it.',
  'no-fallback': 'That endpoint is the only one.',
  'role-of-profile': 'The profile holds the session of that role.',
  'profile-to-renew': 'Only a profile can fetch new sessions.',
  'policy-of-parameters': 'The parameters are those of a template that `trust-policy` names.',
  'role-line': 'The colon needs a space after it, and `@` a space before it.',
  'policy-line': 'Each name has one line at most.',
  'some-roles': 'It takes one line for each role: `name: ARN`, or `name: ARN @ region`.',
  'another-name': 'Each name stands for one profile.',
}

const NOT_WITH_ROLES: Readonly<Record<string, string>> = {
  'role-to-assume': 'If the step needs this role too, give it a line of its own in `roles`.',
  'aws-profile': 'Each role in `roles` gets the profile of its name.',
  'output-credentials': 'The credentials of each role are in the profile of its name only.',
  'output-env-credentials': 'The credentials of each role are in the profile of its name only.',
  'use-existing-credentials': 'The credentials of the job are those of one role at most.',
}

const PROFILE_NAMES: Readonly<Record<ProfileNameProblem, string>> = {
  control: 'It has a line break or a control character.',
  brackets: '`[` and `]` end the section of a profile.',
  quotes: 'It has a quote or a backslash.',
  comment: '`#` and `;` begin a comment.',
  reserved: 'This name is reserved.',
}
