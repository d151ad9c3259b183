// The document that a policy was found in, in words: where the policy is changed, how the change comes to AWS, what is a copy only.
import type { Block, Known, PolicyAddress, PolicySource, Step, TrustDenial } from '../../model.js'
import { capitalised, oneLine, quote } from '../../text.js'
import { roleName } from './sts.js'
import { inForce } from './trust.js'
import { sourceOf } from './trust-policy.js'

/** The file that was given; or what its content was made of, where that is an output. */
export function placeToChange(source: PolicySource): string {
  const { address } = source
  const file = 'path' in source ? ` in ${quote(source.path)}` : ''
  switch (address?.in) {
    case undefined:
      return 'path' in source ? sourceOf(source) : 'the trust policy'
    case 'iam':
      return 'the trust policy'
    case 'template':
    case 'serverless':
      return `\`AssumeRolePolicyDocument\` of ${quote(address.logicalId, 80)}${file}`
    case 'terraform':
      return `${address.of === undefined ? '`assume_role_policy` of ' : ''}${quote(address.resource)} in the Terraform code`
    case 'kubernetes':
      return `the trust policy of ${quote(address.resource, 80)}${file}`
    case 'pulumi':
      return `the trust policy of ${quote(address.resource, 80)} in the Pulumi program`
  }
}

/** What brings a change there to AWS. */
export function howToDeploy({ address }: PolicySource, { inputs }: Known): string {
  const account = oneLine(inputs?.role?.account ?? '')
  const to = account === '' ? '' : ` to account ${account}`
  switch (address?.in) {
    case 'terraform':
      return `apply it${to} with Terraform`
    case 'template':
      return `deploy the stack${to}`
    case 'serverless':
      return `deploy the service${to}`
    case 'kubernetes':
      return 'apply the manifest'
    case 'pulumi':
      return `deploy it${to} with Pulumi`
    default:
      return `deploy it${to}`
  }
}

/** Why the change of a text changes no role, and what does. */
export function deployBlocks(
  { source, open }: Pick<TrustDenial, 'source' | 'open'>,
  known: Known,
): Block[] {
  const { address } = source
  const nothing = `${capitalised(sourceOf(source))} alone changes nothing ${inForce(known)}.`
  const change = `Change ${placeToChange(source)}`
  // A deployment that finds its own text unchanged sets nothing again: a command beside the template would part the two for good.
  if (address?.in === 'template')
    return [
      {
        show: 'sentence',
        say: `${nothing} ${change} (YAML takes JSON as it is) or the value of a parameter, and ${howToDeploy(source, known)}. If the template is generated (AWS CDK), change what it is generated from.`,
      },
    ]
  if (address?.in === 'serverless')
    return [
      {
        show: 'sentence',
        say: `${nothing} ${change} (YAML takes JSON as it is), and ${howToDeploy(source, known)}.`,
      },
    ]
  const save =
    'save the whole policy, changed, as `new-policy.json` (the policy alone, beginning with `"Version"`), and run:'
  const isCopy = address === undefined || address.in === 'iam'
  const [deploy, atOnce] = isCopy
    ? ['Deploy the change from where the role is defined (template, Terraform).', 'Or']
    : [
        `${change}, and ${howToDeploy(source, known)}.`,
        'To set the policy at once, until the next deployment sets it again,',
      ]
  // As it is written, AWS would take the placeholders for text, and let nobody in by them any more.
  if (open)
    return [{ show: 'sentence', say: `${nothing} ${deploy} Its placeholders are filled in there.` }]
  return [
    { show: 'sentence', say: `${nothing} ${deploy} ${atOnce} ${save}` },
    {
      show: 'code',
      code: `aws iam update-assume-role-policy --role-name ${roleName(known)} --policy-document file://new-policy.json`,
      language: 'sh',
    },
  ]
}

/** If the role has another policy than the text that was given: a copy is made again, a definition is deployed. */
export function bringTogether(source: PolicySource): Step {
  const given = sourceOf(source)
  switch (source.address?.in) {
    case 'iam':
      return { say: `Save the policy from AWS again, in place of ${given}` }
    case 'terraform':
    case 'pulumi':
      return { say: `Deploy what ${given} was made of, or make it again` }
    default:
      return { say: `Deploy ${given}, or update it` }
  }
}

/** How the member is called by which a document names a role. */
export function nameMember({ in: kind }: PolicyAddress): string {
  return NAME_MEMBERS[kind]
}

const NAME_MEMBERS: Readonly<Record<PolicyAddress['in'], string>> = {
  iam: 'RoleName',
  template: 'RoleName',
  serverless: 'RoleName',
  terraform: 'name',
  pulumi: 'name',
  kubernetes: 'metadata.name',
}
