// Roles found in what people have at hand (IAM's answer, a template, a plan or state), and the one that the ARN names.
import { baseName } from '../aws/role-arn.js'
import type { PolicyAddress, RoleArn } from '../model.js'
import type { Placeholders } from './placeholders.js'

export interface FoundRole {
  address: PolicyAddress
  /** Text or object; undefined where it is known after the deployment only. */
  document: unknown
  arn?: string
  name?: string
  /** A template's name for the resource, of which CloudFormation makes the role's name where it has none. */
  logicalId?: string
  /** It has no name in the template, and its policy is about no provider: hardly the role that is signed in to. */
  unlikely?: true
  /** Which placeholders its policy may have; absent where it is as AWS has it, or Terraform gives it to AWS. */
  placeholders?: Placeholders
}

export type Choice = { role: FoundRole } | { candidates: readonly FoundRole[] }

/** The role that fits the ARN: by its ARN, its name, its logical id; or else the only one there is. */
export function chooseRole(roles: readonly FoundRole[], wanted: RoleArn | undefined): Choice {
  const [only, second] = wanted ? roles.filter(({ unlikely }) => !unlikely) : roles
  if (!wanted) return only && !second ? { role: only } : { candidates: roles }
  const tests: ((role: FoundRole) => boolean)[] = [
    ({ arn }) => arn === wanted.text,
    (role) => role.name === baseName(wanted) && !isAnother(role, wanted),
    ({ logicalId, name }) =>
      name === undefined && logicalId !== undefined && baseName(wanted).includes(`-${logicalId}-`),
  ]
  for (const test of tests) {
    const [found, another] = roles.filter(test)
    if (found && !another) return { role: found }
  }
  const possible = only && !second && !isAnother(only, wanted)
  return possible ? { role: only } : { candidates: roles }
}

/** Says outright that it is another role. */
function isAnother({ arn, name, unlikely }: FoundRole, wanted: RoleArn): boolean {
  const own = baseName(wanted)
  if (unlikely) return true
  return (arn !== undefined && arn !== wanted.text) || (name !== undefined && name !== own)
}
