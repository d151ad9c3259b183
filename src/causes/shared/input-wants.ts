// What is wrong with an input, in words: one line for each form that a step can ask for.
import type {
  InputGiven,
  InputProblem,
  InputWant,
  PlainWant,
  RoleArnSlip,
  UnsupportedInput,
} from '../../model.js'
import { list, oneLine, quote } from '../../text.js'
import { sessionNameLine } from './session-name.js'

/** What was given is cut after so many characters: a headline has room for no more. */
const MOST = 60

interface Given {
  /** The input and what it was given, quoted; and the latter as it was. */
  name: string
  value: string
  text: string
  /** It is about one line of it. */
  ofLine: boolean
}

/** At most a dozen words, so that it may be a headline: ``\`fail-on\` must be \`error\` or \`never\`, not \`no\` ``. */
export function inputLine({ input, given, want, line }: InputProblem): string {
  const text = givenText(given)
  const value = quote(text, MOST)
  const place = line === undefined ? '' : `line ${line} of `
  const said = { name: `${place}${quote(input)}`, value, text, ofLine: line !== undefined }
  const whole = wantLine(said, want)
  return whole.includes(said.name) || line === undefined ? whole : `${said.name}: ${whole}`
}

function wantLine(said: Given, want: InputWant): string {
  const { name, value, text } = said
  switch (want.form) {
    case 'whole':
      return must(`${want.least} to ${want.most}${want.unit ? ` ${want.unit}` : ''}`)(said)
    case 'one-of':
      return must(list(want.values, 'or'))(said)
    case 'region-of-partition':
      return must(`regions of partition ${quote(want.partition)}`)(said)
    case 'proxy':
      return must('the URL of an HTTP proxy')({
        ...said,
        name: want.variable ? quote(want.variable) : name,
      })
    case 'listed-region':
      return `there is no AWS region ${value}`
    case 'policy-arns':
      return `${name} takes at most ${want.most} ARNs, not ${oneLine(text)}`
    case 'profile-name':
      return `${name} cannot be ${value}`
    case 'role-arn':
      return roleLine(name, want.slip)
    case 'unquoted-arn':
      return `the ARN in ${name} has quotes or spaces around it`
    case 'same-partition':
      if (said.ofLine)
        return `a role of ${quote(want.rolePartition)}, but region ${quote(want.region)} is in ${quote(want.partition)}`
      return `the role is in partition ${quote(want.rolePartition)}, but region ${quote(want.region)} is in ${quote(want.partition)}`
    case 'another-name':
      return `${name} has the same name as line ${want.line}: ${value}`
    case 'most-roles':
      return `${name} takes at most ${want.most} roles, not ${oneLine(text)}`
    case 'unsupported':
      return `this action has no input ${name}`
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
  'role-line': must('`name: ARN` or `name: ARN @ region`'),
  'no-arn': ({ name }) => `${name} has no ARN behind the name`,
  'policy-line': must('`name: path`, with a name from `roles`'),
  'some-roles': ({ name }) => `${name} has no role in it`,
  'not-with-roles': ({ name }) => `${name} and \`roles\` cannot be used together`,
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

/** What was given, as a value to be quoted. */
export function givenText(given: InputGiven): string {
  if (typeof given === 'string') return given
  return 'lines' in given ? `${given.lines} lines` : 'given'
}

/** Whether nothing else than this is wanted, and of whole inputs: of the lines of one, each is told. */
export function areAll(
  problems: readonly InputProblem[],
  forms: readonly InputWant['form'][],
): boolean {
  return problems.every(({ want, line }) => line === undefined && forms.includes(want.form))
}

const NO_KEYS = 'this action signs in by OIDC, without stored keys'
const TAGS_OF_TOKEN = 'with OIDC, session tags come from the token only'

/** Why this action does not have an input of the other action: a clause. */
export const WITHOUT: Readonly<Record<UnsupportedInput, string>> = {
  'aws-access-key-id': NO_KEYS,
  'aws-secret-access-key': NO_KEYS,
  'aws-session-token': NO_KEYS,
  'role-chaining':
    'this action assumes a role with an ID token, never with the credentials of another role',
  'role-external-id':
    "AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  'role-skip-session-tagging': 'this action sends no session tags',
  'transitive-tag-keys': TAGS_OF_TOKEN,
  'custom-tags': TAGS_OF_TOKEN,
  'force-skip-oidc': 'a job that must not sign in by OIDC needs no step of this action',
}
