// The ARN of a role taken apart, and the usual slips recognised before STS is asked.
import type { RoleArn } from '../model.js'
import { quote } from '../text.js'

const ROLE = /^arn:(?<partition>[a-z-]+):iam::(?<account>\d{12}):role\/(?<name>[\w+=,.@/-]{1,512})$/
const LENIENT = /^arn:(?<partition>[^:]*):[^:]*:[^:]*:(?<account>[^:]*):(?:role\/)?(?<name>.+)$/

/** The parts of a role's ARN; undefined where it is none. With another STS than AWS's any ARN will do. */
export function parseRoleArn(text: string, lenient: boolean): RoleArn | undefined {
  const parts = (lenient ? LENIENT : ROLE).exec(text)?.groups
  if (!parts) return undefined
  return {
    text,
    partition: parts['partition'] ?? '',
    account: parts['account'] ?? '',
    name: parts['name'] ?? '',
  }
}

/** What is wanted in place of `text`, naming the slip where it is one of the usual ones. */
export function wantedRoleArn(text: string, partition = 'aws'): string {
  const form = `the ARN of an IAM role, \`arn:${partition}:iam::<12-digit account>:role/<path/name>\``
  const trimmed = text.replace(/^["'\s]+|["'\s]+$/g, '')
  if (trimmed !== text && ROLE.test(trimmed))
    return `the ARN without quotes or blanks around it: ${quote(trimmed)}`
  if (/:oidc-provider\//.test(text))
    return `${form}; this is the ARN of the OIDC provider, not of the role`
  if (/:instance-profile\//.test(text)) return `${form}; this is the ARN of an instance profile`
  if (/:assumed-role\//.test(text)) return `${form}; this is the ARN of a session of the role`
  if (/:user\//.test(text)) return `${form}; this is the ARN of a user`
  if (/:policy\//.test(text)) return `${form}; this is the ARN of a policy`
  if (/^arn:[a-z-]+:iam:::role\//.test(text)) return `${form}; the account id is missing`
  const account = /^arn:[a-z-]+:iam::(\d+):role\//.exec(text)?.[1]
  if (account !== undefined)
    return account.length === 12
      ? `${form}; the name after \`role/\` is empty, too long, or has other characters than letters, digits and \`_+=,.@-/\``
      : `${form}; the account id must have 12 digits`
  if (/^[\w+=,.@/-]+$/.test(text)) return `${form}; this looks like the bare name of a role`
  return form
}
