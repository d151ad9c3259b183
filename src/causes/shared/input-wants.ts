// What is wanted of an input, and what was given, in words: one phrase for each form that a step can ask for.
import { SESSION_NAME_LENGTH } from '../../aws/limits.js'
import type {
  InputGiven,
  InputProblem,
  InputWant,
  PlainWant,
  ProfileNameProblem,
  RoleArnSlip,
  UnsupportedInput,
} from '../../model.js'
import { quote } from '../../text.js'

/** The form of `role-session-name`. */
export const SESSION_NAME = `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters out of letters, digits and \`_+=,.@-\``

/** Stands after "wanted". */
export function wantText(want: InputWant): string {
  switch (want.form) {
    case 'whole':
      return `a whole number${want.unit ? ` of ${want.unit}` : ''} from ${want.least} to ${want.most}`
    case 'one-of':
      return `one of ${want.values.map((value) => `\`${value}\``).join(', ')}`
    case 'policy-arns':
      return `at most ${want.most} ARNs, one a line`
    case 'listed-region':
      return `a region of AWS; the nearest is ${quote(want.nearest)}`
    case 'region-of-partition':
      return `regions of the partition \`${want.partition}\``
    case 'proxy':
      return want.variable ? `${PROXY}; this one comes from ${want.variable}` : PROXY
    case 'role-arn':
      return `the ARN of an IAM role, \`arn:${want.partition}:iam::<12-digit account>:role/<path/name>\`${want.slip ? `; ${SLIPS[want.slip]}` : ''}`
    case 'unquoted-arn':
      return `the ARN without quotes or blanks around it: ${quote(want.arn)}`
    case 'same-partition':
      return `a role of the partition \`${want.partition}\`, which the region ${quote(want.region)} belongs to, or a region of \`${want.rolePartition}\``
    case 'profile-name':
      return PROFILE_NAMES[want.problem]
    case 'unsupported':
      return INSTEAD[want.input]
    default:
      return PLAIN[want.form]
  }
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

const PROXY =
  'a URL `http://[user:password@]host[:port]` of an HTTP proxy, special characters of user and password percent-encoded (`@` as `%40`)'

const PLAIN: Readonly<Record<PlainWant, string>> = {
  region: 'an AWS region such as `eu-west-1` (or set AWS_REGION in the job)',
  boolean: '`true` or `false`',
  url: 'a URL `https://host[:port][/path]` without user, query or fragment',
  'https-url': 'an https URL',
  'https-or-loopback-url': 'an https URL (http only for a loopback address)',
  'session-name': SESSION_NAME,
  'session-policy': 'an IAM policy as a JSON object',
  'policy-arn': 'the ARN of a managed policy in each line',
  'account-ids': 'account ids of 12 digits, in quotes, separated by commas',
  'claim-pattern': 'lines `claim: pattern`, with a blank after the colon',
  'no-fallback': 'nothing, where `sts-endpoint` names the endpoint',
  'role-of-profile': 'the role whose session `aws-profile` is to hold',
  'profile-to-renew': '`aws-profile` beside it: only a profile can fetch new sessions',
}

const SLIPS: Readonly<Record<RoleArnSlip, string>> = {
  'oidc-provider': 'this is the ARN of the OIDC provider, not of the role',
  'instance-profile': 'this is the ARN of an instance profile',
  session: 'this is the ARN of a session of the role',
  user: 'this is the ARN of a user',
  policy: 'this is the ARN of a policy',
  'no-account': 'the account id is missing',
  'account-digits': 'the account id must have 12 digits',
  name: 'the name after `role/` is empty, too long, or has other characters than letters, digits and `_+=,.@-/`',
  'bare-name': 'this looks like the bare name of a role',
}

const PROFILE_NAMES: Readonly<Record<ProfileNameProblem, string>> = {
  control: 'a name without line breaks and control characters',
  brackets: 'a name without `[` and `]`, which end the section of a profile',
  quotes: 'a name without quotes and backslashes',
  comment: 'a name without `#` and `;`, which begin a comment',
  reserved: 'another name: this one is reserved',
}

const NO_KEYS = 'nothing: this action signs in by OIDC, without stored keys'
const TAGS_OF_TOKEN = 'nothing: with OIDC, session tags come from the token only'

/** What to use in place of an input that this action does not have. */
const INSTEAD: Readonly<Record<UnsupportedInput, string>> = {
  'aws-access-key-id': NO_KEYS,
  'aws-secret-access-key': NO_KEYS,
  'aws-session-token': NO_KEYS,
  'role-chaining':
    'a second step that assumes the next role from these credentials (`aws sts assume-role`)',
  'role-external-id':
    "nothing: AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  'role-skip-session-tagging': 'nothing: this action sends no session tags',
  'transitive-tag-keys': TAGS_OF_TOKEN,
  'custom-tags': TAGS_OF_TOKEN,
  'force-skip-oidc':
    'no such input: a job that must not sign in by OIDC needs no step of this action',
}
