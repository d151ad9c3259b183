// Session policies of one call: refused where AWS would refuse them, and how much of the packed space they take.
import { isObject } from './exchange.js'
import { policy as errors, validation } from './sts-errors.js'
import type { AssumeRequest } from './sts-parameters.js'
import type { WebIdentity } from './sts-token.js'

const allotted = 2048

function checkInline(text: string): void {
  if (text.length > allotted) throw errors.tooLarge(Math.ceil((text.length / allotted) * 100))
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw errors.json()
  }
  if (!isObject(parsed) || !('Statement' in parsed)) throw errors.syntax()
  const statements = [parsed['Statement']].flat()
  const complete = (one: unknown): boolean =>
    isObject(one) &&
    ['Allow', 'Deny'].includes(String(one['Effect'])) &&
    ('Action' in one || 'NotAction' in one) &&
    ('Resource' in one || 'NotResource' in one)
  if (statements.length === 0 || !statements.every(complete)) throw errors.syntax()
}

export function checkSessionPolicies(request: AssumeRequest): void {
  const policy_arn = /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/.+$/
  for (const arn of request.policy_arns) {
    if (!policy_arn.test(arn)) throw validation(`ARN ${arn} is not valid.`)
  }
  if (request.policy !== undefined) checkInline(request.policy)
}

/** AWS's own packing is not known; this comes near the observed numbers and grows with what is sent. */
export function packedSize(request: AssumeRequest, token: WebIdentity): number {
  const subject = Math.min(10, Math.floor(token.subject.length / 13))
  const policies = (request.policy ?? '').length + request.policy_arns.join().length
  const source = token.source_identity ? 1 : 0
  return Math.min(100, 24 + subject + source + Math.ceil((policies / allotted) * 50))
}
