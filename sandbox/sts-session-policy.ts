// Session policies of one call: refused where AWS would refuse them, and how much of the packed space they take.
import { deflateRawSync } from 'node:zlib'
import { isObject } from './http-messages.js'
import { policy as errors, validation } from './sts-errors.js'
import type { AssumeRequest } from './sts-parameters.js'
import type { WebIdentity } from './sts-token.js'

/** Bytes of policies, their ARNs and tags once packed, beside what each session takes. */
const ALLOTTED = 1024

function checkInline(text: string): void {
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
  const policyArn = /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/.+$/
  for (const arn of request.policyArns) {
    if (!policyArn.test(arn)) throw validation(`ARN ${arn} is not valid.`)
  }
  if (request.policy !== undefined) checkInline(request.policy)
}

/**
 * AWS's own packing is not known but that it compresses: so a text of many different names takes more than a longer one
 * of few. This comes near the observed numbers, and refuses what takes more than all of the room.
 */
export function packedSize(request: AssumeRequest, token: WebIdentity): number {
  const subject = Math.min(10, Math.floor(token.subject.length / 13))
  const tags = Object.entries(token.tags).flat()
  const sent = [request.policy ?? '', ...request.policyArns, ...tags].join('')
  const packed = sent === '' ? 0 : deflateRawSync(sent).length
  const source = token.sourceIdentity ? 1 : 0
  const percent = 24 + subject + source + Math.ceil((packed / ALLOTTED) * 100)
  if (percent > 100) throw errors.tooLarge(percent)
  return percent
}
