// trust-policy-unreadable: what was given as trust-policy holds no trust policy that could be evaluated.
import { IN_WORDS } from '../aws/limits.js'
import { baseName } from '../aws/role-arn.js'
import type { DocumentKind, DocumentLimit, FailureOf, JsonError, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { givePolicy } from './shared/sts.js'
import { addressText } from './shared/trust-policy.js'

type Unreadable = FailureOf<'trust-policy'>

export const trustPolicyUnreadable = causeOf('trust-policy', {
  id: 'trust-policy-unreadable',
  section: 'trust',
  title: 'the trust policy that was given cannot be read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  stands: true,
  docs: ['iamRoleTrust', 'iamTroubleshootRoles'],
  matches: () => true,
  explain: (failure, known) => {
    const { source } = failure
    const place = 'place' in failure ? failure.place : undefined
    const where = place ? ` It goes wrong in line ${place.line}, column ${place.column}.` : ''
    const detail = describeDetail(failure)
    const { why, fix } = PROBLEMS[failure.problem]
    return {
      why: `${'path' in source ? `${quote(source.path)}, given as \`trust-policy\`,` : 'The text given as `trust-policy`'} ${why}${detail === '' ? '' : ` (${oneLine(detail, 400)})`}.${where} The policy was not evaluated.${known.session ? ' The sign-in itself succeeded, but nothing was exported.' : ''}`,
      fix: [...fix(failure, known), `Or take the policy as it is in AWS: ${givePolicy(known)}`],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning: `\`trust-policy\` takes the policy as JSON, comments included, or the path of a file in the workspace: the policy itself, what \`aws iam get-role\` prints, a CloudFormation or SAM template (JSON or YAML), or what \`terraform show -json\` prints of a plan or a state. Files outside of the workspace, links, and files of more than ${IN_WORDS.largestPolicy} are not read, nor is JSON of more than ${IN_WORDS.mostJsonValues} values, YAML of more than ${IN_WORDS.mostYamlTokens} tokens (some 90 KB) or ${IN_WORDS.largestYaml}, or a trust policy of more than ${IN_WORDS.longestTrustPolicy} characters, white space aside.`,
    tell: 'Nothing was said about the role: the finding is about the text or file that the step was given. A policy that could be read but not decided is trust-undecided.',
  },
})

/** What the text has, or is, in place of a policy; empty where there is nothing to say. */
function describeDetail(failure: Unreadable): string {
  const { address } = failure.source
  const inRole = address ? `in ${addressText(address)}: ` : ''
  switch (failure.problem) {
    case 'unreadable':
      return failure.errno
    case 'not-a-file':
      return 'no regular file'
    case 'too-large':
      return `${inRole}${failure.over ? 'over ' : ''}${failure.size} ${failure.unit}`
    case 'not-json':
    case 'not-yaml':
      return `${inRole}${describeError(failure)}`
    case 'not-a-policy':
      return kindText(failure.found)
    case 'several-roles':
      return failure.roles.map(addressText).join(', ')
    case 'permissions-policy':
      return address ? addressText(address) : 'the policy'
    case 'known-later':
      return address ? addressText(address) : ''
    default:
      return ''
  }
}

function kindText(found: DocumentKind): string {
  if (found.type === 'array') return 'a list'
  if (found.type !== 'object') return found.type
  return found.names.length === 0 ? 'an empty object' : `an object with ${found.names.join(', ')}`
}

function describeError(failure: Extract<Unreadable, { problem: 'not-json' | 'not-yaml' }>): string {
  if ('error' in failure) return ERRORS[failure.error]
  return 'limit' in failure ? limitText(failure.limit) : failure.message
}

function limitText(limit: DocumentLimit): string {
  if (limit.of === 'stack') return 'it nests too deeply'
  return `more than ${limit.most} levels of nesting`
}

const ERRORS: Readonly<Record<JsonError, string>> = {
  symbol: 'this means nothing in JSON, where names and texts stand in double quotes',
  number: 'this number is not complete',
  'name-expected': 'a name in double quotes is missing here',
  'value-expected': 'a value is missing here',
  'colon-expected': '`:` is missing here',
  'comma-expected': '`,` is missing here',
  'brace-expected': '`}` is missing here',
  'bracket-expected': '`]` is missing here',
  'end-expected': 'more text after the end of the document',
  'endless-comment': 'this comment does not end',
  'endless-string': 'this string does not end in its line',
  escape: 'this string has an escape in it that JSON does not have',
  'control-character': 'this string has a character in it that must be escaped',
}

type Words = Pick<Explanation, 'why'> & {
  fix(failure: Unreadable, known: Known): readonly string[]
}

const said = (why: string, ...fix: readonly string[]): Words => ({ why, fix: () => fix })

const INSIDE =
  'Copy the file into the workspace in a step before this one, and give its path from there.'

const LOOK = 'Look at what is there, in a step before this one: id; ls -la'

const PROBLEMS: Readonly<Record<Unreadable['problem'], Words>> = {
  missing: {
    why: 'does not exist',
    fix: (_failure, { run }) => [
      `Give the path from the workspace ${quote(run.workspace)}, and check the repository out before this step:\n- uses: actions/checkout@v6`,
    ],
  },
  directory: said('is a directory', 'Give the path of the file in it.'),
  outside: said('lies outside of the workspace', INSIDE),
  link: said('is a link, or a part of its path is one', INSIDE),
  unreadable: said('cannot be read', LOOK),
  'not-a-file': said('cannot be read', LOOK),
  empty: said(
    'is empty',
    'Look at the step that writes it: the command failed, or its variable was empty.',
  ),
  'too-large': said(
    'is too large to be examined',
    'Give the one role, not the whole plan or template:\nterraform show -json | jq ".values.root_module.resources[] | select(.type == \\"aws_iam_role\\") | .values.assume_role_policy | fromjson"',
  ),
  'not-json': said(
    'is not JSON',
    'Correct the text there. The usual slips: a comma too many or too few, single quotes.',
  ),
  'not-yaml': said('is not YAML', 'Correct the template there, or give the policy as JSON.'),
  'not-a-policy': said(
    'is no trust policy, and holds none',
    'Give a document with the member `Statement`, the output of `aws iam get-role`, a template with `AssumeRolePolicyDocument`, or the output of `terraform show -json`.',
  ),
  'permissions-policy': said(
    'is a permissions policy: it says what a role may do (`Resource`), not who may assume it (`Principal`)',
    'Give the trust policy of the role (in the console: Trust relationships).',
  ),
  'no-role': said(
    'holds no role with a trust policy',
    'Give the file in which the role is defined.',
  ),
  'several-roles': {
    why: 'holds several roles, and none is clearly that of `role-to-assume`',
    fix: (_failure, { inputs }) => [
      `Give the role its name ${quote(inputs?.role ? baseName(inputs.role) : '')} in the file (\`RoleName\`, \`name\`), or give the policy of this role alone.`,
    ],
  },
  'known-later': said(
    'has a trust policy that is known after the deployment only',
    'Give the state after `terraform apply` in place of the plan: terraform show -json > state.json',
  ),
}
