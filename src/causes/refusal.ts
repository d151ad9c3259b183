// The one sentence in which STS refuses a token that it has verified: shared by the causes that take it.
import type { Failure } from '../model.js'
import { isCode } from './cause.js'

const MESSAGE = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i

export function isRefusal(failure: Failure): boolean {
  return failure.kind === 'aws' && isCode(failure, 'AccessDenied') && MESSAGE.test(failure.message)
}
