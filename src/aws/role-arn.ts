// The ARN of a role taken apart, and the usual slips recognised before STS is asked.

import type { InputWant, RoleArn, RoleArnSlip } from '../model.js'
import { SESSION_NAME_LENGTH } from './limits.js'

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

/** An account of AWS; another STS may have none, or calls something else so. */
export function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text)
}

/** IAM's characters for names (AWS API reference, CreateRole and AssumeRoleWithWebIdentity). */
const NAME = /^[\w+=,.@-]+$/

/** The name of a role, without a path. */
export function isRoleName(text: string): boolean {
  return NAME.test(text) && text.length <= 64
}

export function isSessionName(text: string): boolean {
  const { least, most } = SESSION_NAME_LENGTH
  return NAME.test(text) && text.length >= least && text.length <= most
}

/** The name without its path, as IAM's own commands take it. */
export function baseName({ name }: RoleArn): string {
  return name.split('/').at(-1) ?? name
}

/** What is wanted in place of `text`, with the slip where it is one of the usual ones. */
export function wantedRoleArn(text: string, partition = 'aws'): InputWant {
  const arn = text.replace(/^["'\s]+|["'\s]+$/g, '')
  if (arn !== text && ROLE.test(arn)) return { form: 'unquoted-arn', arn }
  // `$${{ … }}` is a dollar sign, and behind it the value of the expression.
  if (/^\$(arn:|$)/.test(text)) return { form: 'dollar-arn' }
  const slip = slipIn(text)
  return { form: 'role-arn', partition, ...(slip ? { slip } : {}) }
}

const SESSION =
  /^arn:(?<partition>[a-z-]+):(?:sts|iam)::(?<account>\d{12}):assumed-role\/(?<name>[\w+=,.@-]{1,64})(?:\/[\w+=,.@-]*)?$/

/** The ARN of the role of a session, whose own ARN lacks the role's path (IAM User Guide, "IAM identifiers"). */
export function roleOfSession(text: string): string | undefined {
  const parts = SESSION.exec(text)?.groups
  return parts && `arn:${parts['partition']}:iam::${parts['account']}:role/${parts['name']}`
}

/** The characters of a text, each once, that the name of a session must not have. */
export function strangeToSessionName(text: string): string[] {
  return [...new Set(text)].filter((character) => !NAME.test(character))
}

function slipIn(text: string): RoleArnSlip | undefined {
  if (/:oidc-provider\//.test(text)) return 'oidc-provider'
  if (/:instance-profile\//.test(text)) return 'instance-profile'
  if (/:assumed-role\//.test(text)) return 'session'
  if (/:user\//.test(text)) return 'user'
  if (/:policy\//.test(text)) return 'policy'
  if (/^arn:[a-z-]+:iam:::role\//.test(text)) return 'no-account'
  const account = /^arn:[a-z-]+:iam::(\d+):role\//.exec(text)?.[1]
  if (account !== undefined) return account.length === 12 ? 'name' : 'account-digits'
  return /^[\w+=,.@/-]+$/.test(text) ? 'bare-name' : undefined
}
