// What kind of document this is: a policy, or one with roles in it (IAM's answer, a template, a Terraform plan or state).
import type { FoundRole } from './roles.js'
import { isMembers, listOf, type Members, members } from './tree.js'

export type Shaped =
  | { policy: Members }
  | { roles: readonly FoundRole[] }
  /** Of CloudFormation: a document with `Resources`. */
  | { template: Members }

/** Undefined for a document of another kind. */
export function shapeOf(value: unknown): Shaped | undefined {
  if (!isMembers(value)) return undefined
  if ('Statement' in value) return { policy: value }
  const iam = fromIam(value)
  if (iam.length > 0) return { roles: iam }
  if (isMembers(value['Resources'])) return { template: value }
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
