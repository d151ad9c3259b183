// What kind of document this is: a policy or statements of one, a template, or one with roles in it (IAM's answer, Terraform's, a manifest, a stack).
import type { OtherForm, PolicyAddress } from '../model.js'
import type { Placeholders } from './placeholders.js'
import type { FoundRole } from './roles.js'
import { fromKubernetes } from './shapes/kubernetes.js'
import { fromPulumi } from './shapes/pulumi.js'
import { isServerless, serverlessTemplate } from './shapes/serverless.js'
import { fromTerraform } from './shapes/terraform.js'
import { isMembers, listOf, type Members, members, type Tree, textOf } from './tree.js'

export type Shaped =
  | { policy: Members }
  | { roles: readonly FoundRole[] }
  | TemplateShape
  | { form: Extract<OtherForm, 'kubernetes'> }

/** Of CloudFormation: a document with `Resources`, whoever else fills something in before. */
export interface TemplateShape {
  template: Members
  kind: Extract<PolicyAddress['in'], 'template' | 'serverless'>
  placeholders: Placeholders
}

/** Undefined for a document of another kind. */
export function shapeOf(tree: Tree): Shaped | undefined {
  const { value } = tree
  const policy = policyIn(value)
  if (policy) return { policy }
  const iam = listOf(value).filter(isMembers).flatMap(fromIam)
  if (iam.length > 0) return { roles: iam }
  const kubernetes = fromKubernetes(tree.documents ?? [value])
  if (kubernetes) return kubernetes.length > 0 ? { roles: kubernetes } : { form: 'kubernetes' }
  if (!isMembers(value)) return undefined
  const template = templateIn(value)
  if (template) return { template, kind: 'template', placeholders: 'template' }
  if (isServerless(value))
    return { template: serverlessTemplate(value), kind: 'serverless', placeholders: 'all' }
  const others = fromTerraform(value) ?? fromPulumi(value)
  return others ? { roles: others } : undefined
}

/** The policy itself, in a list of one, as a member of another answer of IAM's; or a statement, or a list of them, as documentation shows them. */
function policyIn(value: unknown): Members | undefined {
  const [first, second] = listOf(value)
  if (isMembers(first) && second === undefined) {
    if ('Statement' in first) return first
    const inner = first['PolicyDocument']
    if (isMembers(inner) && 'Statement' in inner) return inner
  }
  if (first === undefined || !listOf(value).every(isStatement)) return undefined
  return Object.assign(members(), { Version: '2012-10-17', Statement: value })
}

function isStatement(value: unknown): boolean {
  return isMembers(value) && 'Effect' in value && PARTS.some((name) => name in value)
}

const PARTS = ['Principal', 'NotPrincipal', 'Action', 'NotAction']

/** The template; resources without one around them, or a single one. */
function templateIn(value: Members): Members | undefined {
  if (isMembers(value['Resources'])) return value
  const isResource = (one: unknown): boolean =>
    isMembers(one) && /^AWS::\w+::\w+$/.test(textOf(one['Type']) ?? '') && 'Properties' in one
  const around = (resources: Members): Members => Object.assign(members(), { Resources: resources })
  if (isResource(value)) return around(Object.assign(members(), { Role: value }))
  const all = Object.values(value)
  return all.length > 0 && all.every(isResource) ? around(value) : undefined
}

/** `aws iam get-role`, with or without `--query Role`; `list-roles`; `get-account-authorization-details`. */
function fromIam(value: Members): FoundRole[] {
  const roles = [value, value['Role'], value['Roles'], value['RoleDetailList']].flatMap(listOf)
  return roles
    .filter(isMembers)
    .filter((one) => 'AssumeRolePolicyDocument' in one)
    .map((one) => {
      const [arn, name] = [textOf(one['Arn']), textOf(one['RoleName'])]
      return {
        address: { in: 'iam', ...(name === undefined ? {} : { role: name }) },
        document: one['AssumeRolePolicyDocument'],
        arn,
        name,
      }
    })
}
