// The resources of a file of the Serverless Framework (`serverless.yml`): CloudFormation's, with variables of its own.
import { isAccount } from '../../aws/role-arn.js'
import type { RoleArn } from '../../model.js'
import { isMembers, listOf, type Members } from '../tree.js'

/** It names a service and a provider, and has `resources`, where a template has `Resources`. */
export function isServerless(value: Members): boolean {
  return 'resources' in value && ('service' in value || 'provider' in value)
}

/** Each part of `resources`, which may be a list; a part that is a variable (`${file(…)}`) is in another file. */
export function serverlessResources(value: Members, role: RoleArn | undefined): Members[] {
  return listOf(value['resources'])
    .map((part) => (isMembers(part) ? part['Resources'] : undefined))
    .filter(isMembers)
    .map((resources) => withAccount(resources, role?.account) as Members)
}

/** The account that is deployed to (Serverless Framework documentation, "Variables"). */
const ACCOUNT = /\$\{aws:accountId\}/g

function withAccount(value: unknown, account: string | undefined): unknown {
  if (!account || !isAccount(account)) return value
  if (typeof value === 'string') return value.replace(ACCOUNT, () => account)
  if (Array.isArray(value)) return value.map((item) => withAccount(item, account))
  if (!isMembers(value)) return value
  const own = value as Record<string, unknown>
  for (const [name, member] of Object.entries(value)) own[name] = withAccount(member, account)
  return own
}
