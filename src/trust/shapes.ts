// What kind of document this is: a policy, or one with roles in it (IAM's answer, a template, a Terraform plan or state).
import type { RoleArn } from '../model.js'
import { resolveIntrinsics } from './intrinsics.js'
import type { FoundRole } from './roles.js'
import { isMembers, listOf, type Members, members } from './tree.js'

export type Shaped = { policy: Members } | { roles: readonly FoundRole[] }

/** Undefined for a document of another kind. */
export function shapeOf(value: unknown, role: RoleArn | undefined): Shaped | undefined {
  if (!isMembers(value)) return undefined
  if ('Statement' in value) return { policy: value }
  const iam = fromIam(value)
  if (iam.length > 0) return { roles: iam }
  if (isMembers(value['Resources'])) return { roles: fromTemplate(value['Resources'], role) }
  const terraform = fromTerraform(value)
  return terraform ? { roles: terraform } : undefined
}

/** `aws iam get-role`, with or without `--query Role`; `list-roles`; `get-account-authorization-details`. */
function fromIam(value: Members): FoundRole[] {
  const roles = [value, value['Role'], value['Roles'], value['RoleDetailList']].flatMap(listOf)
  return roles
    .filter(isMembers)
    .filter((one) => 'AssumeRolePolicyDocument' in one)
    .map((one) => {
      const names = roleNames(one['Arn'], one['RoleName'])
      return {
        address: { in: 'iam', ...(names.name === undefined ? {} : { role: names.name }) },
        document: one['AssumeRolePolicyDocument'],
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
        ...(unnamed ? { unlikely: true as const } : {}),
        ...roleNames(undefined, properties['RoleName']),
      },
    ]
  })
}

/** Whether some statement may be about a provider's tokens: that of a function or a service is about none. */
function isForProviders(document: unknown): boolean {
  if (!isMembers(document)) return true
  return listOf(document['Statement']).some((statement) => {
    const principal = isMembers(statement) ? statement['Principal'] : undefined
    return !isMembers(principal) || 'Federated' in principal
  })
}

/** `terraform show -json` of a plan or a state, or a state file itself (version 4). */
function fromTerraform(value: Members): FoundRole[] | undefined {
  const state = isMembers(value['values']) ? value['values'] : undefined
  const planned = isMembers(value['planned_values']) ? value['planned_values'] : undefined
  const top = planned ?? state
  if (top) return fromModule(top['root_module'])
  if (!('terraform_version' in value) || !Array.isArray(value['resources'])) return undefined
  return value['resources'].filter(isMembers).flatMap((resource) =>
    listOf(resource['instances'])
      .filter(isMembers)
      .flatMap(({ attributes }) => fromResource(resource, attributes)),
  )
}

function fromModule(module: unknown): FoundRole[] {
  if (!isMembers(module)) return []
  return [
    ...listOf(module['resources'])
      .filter(isMembers)
      .flatMap((one) => fromResource(one, one['values'])),
    ...listOf(module['child_modules']).flatMap(fromModule),
  ]
}

function fromResource(resource: Members, given: unknown): FoundRole[] {
  if (resource['type'] !== 'aws_iam_role' || resource['mode'] === 'data') return []
  const values = isMembers(given) ? given : members()
  const address = textOf(resource['address']) ?? `aws_iam_role.${textOf(resource['name']) ?? ''}`
  const document = values['assume_role_policy']
  const names = roleNames(values['arn'], values['name'])
  return [{ address: { in: 'terraform', resource: address }, document, ...names }]
}

function roleNames(arn: unknown, name: unknown): Pick<FoundRole, 'arn' | 'name'> {
  const known = { arn: textOf(arn), name: textOf(name) }
  return {
    ...(known.arn === undefined ? {} : { arn: known.arn }),
    ...(known.name === undefined ? {} : { name: known.name }),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
