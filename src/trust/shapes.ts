// What kind of document this is: a policy or statements of one, or one with roles in it (IAM's answer, a template, Terraform's).
import type { OtherForm, RoleArn } from '../model.js'
import { resolveIntrinsics } from './intrinsics.js'
import { hasPlaceholder } from './placeholders.js'
import type { FoundRole } from './roles.js'
import { fromKubernetes } from './shapes/kubernetes.js'
import { fromPulumi } from './shapes/pulumi.js'
import { isServerless, serverlessResources } from './shapes/serverless.js'
import { fromTerraform } from './shapes/terraform.js'
import { isMembers, listOf, type Members, members, type Tree, textOf } from './tree.js'

export type Shaped =
  | { policy: Members }
  | { roles: readonly FoundRole[] }
  | { form: Extract<OtherForm, 'kubernetes'> }

/** Undefined for a document of another kind. */
export function shapeOf(tree: Tree, role: RoleArn | undefined): Shaped | undefined {
  const { value } = tree
  const policy = policyIn(value)
  if (policy) return { policy: resolveIntrinsics(policy, noTemplate(role)) as Members }
  const iam = listOf(value)
    .filter(isMembers)
    .flatMap((one) => fromIam(one, role))
  if (iam.length > 0) return { roles: iam }
  const kubernetes = fromKubernetes(tree.documents ?? [value])
  if (kubernetes) return kubernetes.length > 0 ? { roles: kubernetes } : { form: 'kubernetes' }
  if (!isMembers(value)) return undefined
  const resources = isMembers(value['Resources']) ? value['Resources'] : resourcesOf(value)
  if (resources) return { roles: fromTemplate(resources, role) }
  if (isServerless(value)) return { roles: fromServerless(value, role) }
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

/** Where there is no template around, the functions in it are as good as their arguments. */
function noTemplate(role: RoleArn | undefined) {
  return { resources: members(), role, arns: new Map<string, string | undefined>() }
}

/** Resources without the template around them, or a single one. */
function resourcesOf(value: Members): Members | undefined {
  const isResource = (one: unknown): boolean =>
    isMembers(one) && /^AWS::\w+::\w+$/.test(textOf(one['Type']) ?? '') && 'Properties' in one
  if (isResource(value)) return Object.assign(members(), { Role: value })
  const all = Object.values(value)
  return all.length > 0 && all.every(isResource) ? value : undefined
}

/** Its resources are CloudFormation's, with variables of its own in them. */
function fromServerless(value: Members, role: RoleArn | undefined): FoundRole[] {
  return serverlessResources(value, role).flatMap((resources) =>
    fromTemplate(resources, role).map((found) => ({
      ...found,
      address: { in: 'serverless', logicalId: found.logicalId ?? '' },
      placeholders: 'all' as const,
    })),
  )
}

/** `aws iam get-role`, with or without `--query Role`; `list-roles`; `get-account-authorization-details`. */
function fromIam(value: Members, role: RoleArn | undefined): FoundRole[] {
  const roles = [value, value['Role'], value['Roles'], value['RoleDetailList']].flatMap(listOf)
  return roles
    .filter(isMembers)
    .filter((one) => 'AssumeRolePolicyDocument' in one)
    .map((one) => {
      const names = roleNames(one['Arn'], one['RoleName'])
      return {
        address: { in: 'iam', ...(names.name === undefined ? {} : { role: names.name }) },
        // Copied out of a template, it may have functions in it; an answer of IAM's has none.
        document: resolveIntrinsics(one['AssumeRolePolicyDocument'], noTemplate(role)),
        ...names,
      }
    })
}

/** AWS::IAM::Role, and what SAM has beside it with a trust policy of its own. */
function fromTemplate(resources: Members, role: RoleArn | undefined): FoundRole[] {
  const template = { resources, role, arns: new Map<string, string | undefined>() }
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    const properties = isMembers(resource) ? resource['Properties'] : undefined
    if (!isMembers(properties) || !('AssumeRolePolicyDocument' in properties)) return []
    const document = resolveIntrinsics(properties['AssumeRolePolicyDocument'], template)
    const unnamed = !('RoleName' in properties) && !isForProviders(document)
    return [
      {
        address: { in: 'template', logicalId },
        document,
        logicalId,
        placeholders: 'template',
        ...(unnamed ? { unlikely: true as const } : {}),
        ...roleNames(undefined, nameIn(properties)),
      },
    ]
  })
}

/** A name with a placeholder in it is no name yet. */
function nameIn(properties: Members): unknown {
  const name = properties['RoleName']
  return typeof name === 'string' && hasPlaceholder(name) ? undefined : name
}

/** Whether some statement may be about a provider's tokens: that of a function or a service is about none. */
function isForProviders(document: unknown): boolean {
  if (!isMembers(document)) return true
  return listOf(document['Statement']).some((statement) => {
    const principal = isMembers(statement) ? statement['Principal'] : undefined
    return !isMembers(principal) || 'Federated' in principal
  })
}

function roleNames(arn: unknown, name: unknown): Pick<FoundRole, 'arn' | 'name'> {
  const known = { arn: textOf(arn), name: textOf(name) }
  return {
    ...(known.arn === undefined ? {} : { arn: known.arn }),
    ...(known.name === undefined ? {} : { name: known.name }),
  }
}
