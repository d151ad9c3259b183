// Roles of a stack of Pulumi's, as `pulumi stack export` prints them.
import type { FoundRole } from '../roles.js'
import { isMembers, listOf, type Members, textOf, Unresolved } from '../tree.js'

/** Types of roles, and their members for policy and name (of the providers `aws` and `aws-native`). */
const ROLES: ReadonlyMap<unknown, readonly [policy: string, name: string]> = new Map([
  ['aws:iam/role:Role', ['assumeRolePolicy', 'name']],
  ['aws-native:iam:Role', ['assumeRolePolicyDocument', 'roleName']],
])

/** Undefined for a document that is none. */
export function fromPulumi({ deployment }: Members): FoundRole[] | undefined {
  if (!isMembers(deployment) || !('manifest' in deployment || 'resources' in deployment))
    return undefined
  return listOf(deployment['resources'])
    .filter(isMembers)
    .flatMap((resource) => {
      const inRole = ROLES.get(resource['type'])
      const given = resource['outputs'] ?? resource['inputs']
      if (!inRole || !isMembers(given)) return []
      const [policy, named] = inRole
      const [document, name, arn] = [given[policy], textOf(given[named]), textOf(given['arn'])]
      // What a stack keeps secret is an object of its own.
      const isSecret = isMembers(document) && !('Statement' in document)
      return [
        {
          address: {
            in: 'pulumi',
            resource: (textOf(resource['urn']) ?? '').split('::').at(-1) ?? '',
          },
          document: isSecret ? new Unresolved(document) : document,
          name,
          arn,
        } satisfies FoundRole,
      ]
    })
}
