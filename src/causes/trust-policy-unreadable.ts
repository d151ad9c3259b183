// trust-policy-unreadable: what was given as trust-policy holds no trust policy that could be evaluated.
import { IN_WORDS } from '../aws/limits.js'
import { baseName } from '../aws/role-arn.js'
import type { Block, Step } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { defaultsText } from '../words.js'
import { causeOf } from './cause.js'
import { documentErrorText, kindText } from './shared/policy-document.js'
import { laterSteps, OTHER_FORM, oneRole } from './shared/policy-forms.js'
import { nameMember } from './shared/policy-source.js'
import { roleInput } from './shared/role-input.js'
import { TEMPLATE_PROBLEMS } from './shared/template-problems.js'
import { givePolicy, inForce } from './shared/trust.js'
import { addressText } from './shared/trust-policy.js'
import { ofParameters, told, type Unreadable, type Words } from './shared/unreadable-policy.js'

export const trustPolicyUnreadable = causeOf('trust-policy', {
  id: 'trust-policy-unreadable',
  section: 'trust',
  // It says nothing of the role.
  link: 'inputs',
  title: 'the trust policy that was given cannot be read',
  // The file only explains failures: where there was none, it breaks nothing.
  severity: (_failure, { session }) => (session ? 'warning' : 'error'),
  retry: 'never',
  certainty: 'certain',
  stands: true,
  docs: ['iamRoleTrust', 'iamTroubleshootRoles'],
  matches: () => true,
  explain: (failure, known) => {
    const { source } = failure
    const { is, steps } = PROBLEMS[failure.problem]
    const words = typeof is === 'string' ? is : is(failure, known)
    const input = ofParameters(failure) ? 'trust-policy-parameters' : 'trust-policy'
    const all = steps(failure, known)
    const policy = givePolicy(known)
    return {
      headline: `${'path' in source ? quote(source.path, 60) : 'the input `trust-policy`'} ${words}`,
      shown: [
        ...describeFailure(failure),
        ...(known.session
          ? [
              {
                show: 'sentence' as const,
                say: `STS signed in: the policy ${inForce(known)} allows this job.`,
              },
            ]
          : []),
      ],
      steps: all,
      otherwise: all.some(({ code }) => code === policy.code) ? [] : [policy],
      stop: `Input \`${input}\``,
      where: { input },
    }
  },
  page: {
    meaning: `\`trust-policy\` takes the policy as JSON, comments included, or the path of a file in the workspace: the policy itself or statements of it, what the AWS CLI prints (\`get-role\`, \`list-roles\`), a CloudFormation or SAM template or \`serverless.yml\`, what \`terraform show -json\` prints of a plan or a state, \`pulumi stack export\`, or manifests of ACK and Crossplane. Programs are not run: Terraform, CDK and Pulumi code is named as such. \`trust-policy-parameters\` takes the path of a file with the parameters of a template. Files outside the workspace, links, and files of more than ${IN_WORDS.largestPolicy} are not read, nor is JSON of more than ${IN_WORDS.mostJsonValues} values, YAML of more than ${IN_WORDS.mostYamlTokens} tokens (some 90 KB) or ${IN_WORDS.largestYaml}, or a trust policy of more than ${IN_WORDS.longestTrustPolicy} characters, white space aside.`,
    tell: 'Nothing was said about the role: the finding is about the text or file that the step was given. It is an error if STS did not sign in, and a warning if it did, for the policy only explains failures. A policy that could be read but not decided is trust-undecided.',
  },
})

/** What the text has, or is, in place of a policy, and where it goes wrong. */
function describeFailure(failure: Unreadable): Block[] {
  const detail = oneLine(describeDetail(failure), 400)
  const place = 'place' in failure ? failure.place : undefined
  const at = place ? `Line ${place.line}, column ${place.column}` : ''
  const parts = [at, detail].filter((part) => part !== '')
  return parts.length === 0 ? [] : [{ show: 'sentence', say: `${parts.join(': ')}.` }]
}

function describeDetail(failure: Unreadable): string {
  const { address } = failure.source
  const inRole = address ? `in ${quote(addressText(address))}: ` : ''
  switch (failure.problem) {
    case 'unreadable':
      return failure.errno === '' ? '' : `The system answered ${quote(failure.errno)}`
    case 'not-a-file':
      return 'It is not a regular file'
    case 'too-large':
      return `${inRole}it has ${failure.over ? 'over ' : ''}${failure.size} ${failure.unit}`
    case 'not-json':
    case 'not-yaml':
      return `${inRole}${documentErrorText(failure)}`
    case 'not-a-policy':
      return `It is ${kindText(failure.found)}`
    case 'several-roles':
      return `They are ${list(failure.roles.slice(0, 6).map(addressText))}`
    case 'permissions-policy':
      return `${inRole}this says what a role may do, not who may assume it`
    case 'not-toml':
      return 'Its text ends there, or goes on in a way that TOML does not have'
    case 'not-parameters':
      return `It is ${kindText(failure.found)}`
    case 'role-not-made':
      return `The condition ${quote(failure.condition, 60)} does not hold${failure.defaults.length === 0 ? '' : ` with ${defaultsText(failure.defaults)}`}`
    case 'placeholders':
      return `${inRole}the document is complete only once its placeholders are replaced`
    case 'known-later':
      return address ? `It is that of ${quote(addressText(address))}` : ''
    default:
      return ''
  }
}

const INSIDE: Step = {
  say: 'Copy the file into the workspace in a step before this one, and give its path from there',
}

const LOOK: Step = {
  say: 'Look at what is there, in a step before this one',
  code: 'id; ls -la',
  language: 'sh',
}

const PROBLEMS: Readonly<Record<Unreadable['problem'], Words>> = {
  missing: {
    is: 'does not exist',
    steps: (_failure, { run }) => [
      {
        say: 'Check the repository out before this step',
        code: '- uses: actions/checkout@v6',
        language: 'yaml',
      },
      { say: `Give the path from the workspace ${quote(run.workspace)}` },
    ],
  },
  directory: told('is a directory', { say: 'Give the path of the file in it' }),
  outside: told('is outside the workspace', INSIDE),
  link: told('is a link, or a part of its path is one', INSIDE),
  unreadable: told('cannot be read', LOOK),
  'not-a-file': told('cannot be read', LOOK),
  empty: told('is empty', {
    say: 'Look at the step that writes it: the command failed, or its variable was empty',
  }),
  'too-large': {
    is: 'is too large to be examined',
    steps: (failure, known) => {
      const { source } = failure
      if (ofParameters(failure))
        return [{ say: 'Give a file with the parameters of this one stack' }]
      const isTerraform = source.address === undefined || source.address.in === 'terraform'
      return [givePolicy(known), ...(isTerraform ? [oneRole(source, known)] : [])]
    },
  },
  'other-form': OTHER_FORM,
  placeholders: {
    is: 'has placeholders that are not filled in',
    steps: (_failure, known) => [
      {
        say: 'Replace them in a step before this one, and give the path of the result',
      },
      givePolicy(known),
    ],
  },
  'not-json': told('is not JSON', {
    say: 'Correct the JSON: often it is an extra or missing comma, or single quotes',
  }),
  'not-yaml': {
    is: 'is not YAML',
    steps: (failure) => [
      {
        say: ofParameters(failure)
          ? 'Correct the file there, or give it as JSON'
          : 'Correct the template there, or give the policy as JSON',
      },
    ],
  },
  ...TEMPLATE_PROBLEMS,
  'not-a-policy': told('is not a trust policy, and holds none', {
    say: "Give a document with the member `Statement`, what IAM's `get-role` prints, a template with `AssumeRolePolicyDocument`, or what `terraform show -json` prints",
  }),
  'permissions-policy': told('is a permissions policy, not a trust policy', {
    say: 'Give the trust policy of the role (in the console: Trust relationships)',
  }),
  'no-role': told('holds no role with a trust policy', {
    say: 'Give the file in which the role is defined',
  }),
  'several-roles': {
    is: (_failure, known) =>
      `holds several roles, and none is clearly ${roleInput(known) === 'roles' ? 'the one to assume' : 'that of `role-to-assume`'}`,
    steps: (failure, { inputs }) => {
      const [first] = failure.problem === 'several-roles' ? failure.roles : []
      const member = first ? ` (${quote(nameMember(first))})` : ''
      return [
        {
          say: `Name the role ${quote(inputs?.role ? baseName(inputs.role) : '')} in the file${member}, or give the policy of this role alone`,
        },
      ]
    },
  },
  'known-later': {
    is: 'has a trust policy that is known only after deployment',
    steps: ({ source }, known) => laterSteps(source, known),
  },
}
