// A trust policy in words: where it came from, and which of its statements is meant.
import type { PolicyAddress, PolicySource, StatementName } from '../../model.js'
import { quote } from '../../text.js'

/** Where the policy came from; of the input only the name is code. */
export function sourceOf(source: PolicySource): string {
  const { address } = source
  if ('path' in source)
    return quote(address ? `${source.path}, ${addressText(address)}` : source.path)
  return `the input \`trust-policy\`${address ? `, ${quote(addressText(address))}` : ''}`
}

/** As a person finds it again: `Resources.DeployRole`, `module.ci.aws_iam_role.deploy`. */
export function addressText(address: PolicyAddress): string {
  switch (address.in) {
    case 'iam':
      return address.role === undefined ? 'the role' : `the role ${address.role}`
    case 'template':
      return `Resources.${address.logicalId}`
    case 'serverless':
      return `resources.Resources.${address.logicalId}`
    default:
      return address.resource
  }
}

/** Counted from 1, as people count. */
export function statementText({ index, sid }: StatementName): string {
  return `statement ${index + 1}${sid ? ` (Sid ${JSON.stringify(sid)})` : ''}`
}
