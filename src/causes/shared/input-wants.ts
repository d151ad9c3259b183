// What is wrong with an input, in words: one line for each form that a step can ask for, and what that line leaves out.
import type {
  InputGiven,
  InputProblem,
  InputWant,
  PlainWant,
  ProfileNameProblem,
  RoleArnSlip,
  UnsupportedInput,
} from '../../model.js'
import { list, oneLine, quote } from '../../text.js'
import { SESSION_NAME_DETAIL, sessionNameLine } from './session-name.js'

/** What was given is cut after so many characters: a headline has room for no more. */
const MOST = 60

interface Given {
  /** The input and what it was given, quoted; and the latter as it was. */
  name: string
  value: string
  text: string
}

/** At most a dozen words, so that it may be a headline: ``\`fail-on\` must be \`error\` or \`never\`, not \`no\` ``. */
export function inputLine({ input, given, want }: InputProblem): string {
  const text = givenText(given)
  const value = quote(text, MOST)
  const said = { name: quote(input), value, text }
  switch (want.form) {
    case 'whole':
      return must(`${want.least} to ${want.most}${want.unit ? ` ${want.unit}` : ''}`)(said)
    case 'one-of':
      return must(list(want.values, 'or'))(said)
    case 'region-of-partition':
      return must(`regions of partition ${quote(want.partition)}`)(said)
    case 'proxy':
      return must('the URL of an HTTP proxy')({ ...said, name: quote(want.variable ?? input) })
    case 'listed-region':
      return `there is no AWS region ${value}`
    case 'policy-arns':
      return `${said.name} takes at most ${want.most} ARNs, not ${oneLine(text)}`
    case 'profile-name':
      return `${said.name} cannot be ${value}`
    case 'role-arn':
      return roleLine(said.name, want.slip)
    case 'unquoted-arn':
      return `the ARN in ${said.name} has quotes or spaces around it`
    case 'same-partition':
      return `the role is in partition ${quote(want.rolePartition)}, but region ${quote(want.region)} is in ${quote(want.partition)}`
    case 'unsupported':
      return `this action has no input ${said.name}`
    default:
      return PLAIN[want.form](said)
  }
}

type Line = (given: Given) => string

function must(be: string): Line {
  return ({ name, value }) => `${name} must be ${be}, not ${value}`
}

const PLAIN: Readonly<Record<PlainWant, Line>> = {
  region: (given) => (given.text === '' ? 'no AWS region is set' : must('an AWS region')(given)),
  boolean: must('`true` or `false`'),
  url: must('a plain https URL'),
  'https-url': must('an https URL'),
  'https-or-loopback-url': must('an https URL'),
  'session-name': ({ name, value, text }) => sessionNameLine(name, value, text),
  'session-policy': must('an IAM policy as a JSON object'),
  'policy-arn': must('ARNs of managed policies'),
  'account-ids': must('account ids of 12 digits'),
  'claim-pattern': must('lines `claim: pattern`'),
  'no-fallback': ({ name }) => `${name} and \`sts-endpoint\` cannot be used together`,
  'role-of-profile': ({ name }) => `${name} is missing, and \`aws-profile\` needs it`,
  'dollar-arn': ({ name }) => `${name} begins with ${quote('$')}, so it is not an ARN`,
  'profile-to-renew': ({ name }) => `\`aws-profile\` is missing, and ${name} needs it`,
  'policy-of-parameters': ({ name }) => `\`trust-policy\` is missing, and ${name} needs it`,
}

function roleLine(name: string, slip?: RoleArnSlip): string {
  switch (slip) {
    case undefined:
      return `${name} is not the ARN of a role`
    case 'no-account':
      return `the ARN in ${name} has no account id`
    case 'account-digits':
      return `the account id in ${name} does not have 12 digits`
    case 'name':
      return `the ARN in ${name} has no valid role name`
    case 'bare-name':
      return `${name} looks like a bare role name, not an ARN`
    default:
      return `${name} is the ARN of ${OTHER_THINGS[slip]}, not of a role`
  }
}

const OTHER_THINGS = {
  'oidc-provider': 'the OIDC provider',
  'instance-profile': 'an instance profile',
  session: 'a session',
  user: 'a user',
  policy: 'a policy',
} as const

/** A sentence with what the line has no room for; empty where it says it all. */
export function inputDetail({ given, want }: InputProblem): string {
  switch (want.form) {
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

const DETAILS: Partial<Readonly<Record<InputWant['form'], string>>> = {
  'session-name': SESSION_NAME_DETAIL,
  'listed-region': REGION,
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
}

const PROFILE_NAMES: Readonly<Record<ProfileNameProblem, string>> = {
  control: 'It has a line break or a control character.',
  brackets: '`[` and `]` end the section of a profile.',
  quotes: 'It has a quote or a backslash.',
  comment: '`#` and `;` begin a comment.',
  reserved: 'This name is reserved.',
}

/** What was given, as a value to be quoted. */
export function givenText(given: InputGiven): string {
  if (typeof given === 'string') return given
  return 'lines' in given ? `${given.lines} lines` : 'given'
}

/** Whether nothing else than this is wanted. */
export function areAll(
  problems: readonly InputProblem[],
  forms: readonly InputWant['form'][],
): boolean {
  return problems.every(({ want }) => forms.includes(want.form))
}

const NO_KEYS = 'this action signs in by OIDC, without stored keys'
const TAGS_OF_TOKEN = 'with OIDC, session tags come from the token only'

/** Why this action does not have an input of the other action: a clause. */
export const WITHOUT: Readonly<Record<UnsupportedInput, string>> = {
  'aws-access-key-id': NO_KEYS,
  'aws-secret-access-key': NO_KEYS,
  'aws-session-token': NO_KEYS,
  'role-chaining': 'this action assumes one role; a later step can assume the next one with it',
  'role-external-id':
    "AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  'role-skip-session-tagging': 'this action sends no session tags',
  'transitive-tag-keys': TAGS_OF_TOKEN,
  'custom-tags': TAGS_OF_TOKEN,
  'force-skip-oidc': 'a job that must not sign in by OIDC needs no step of this action',
}
