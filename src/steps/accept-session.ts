// STS has answered: what the answer means for the run, before anything is done with the session.
import type { Failure, Inputs, Session } from '../model.js'
import { sessionLine } from '../report/log.js'
import type { Run } from '../run/run.js'
import type { SignedIn } from './assume-role.js'

/** What stopped the run or happened on it, and the session where there is one. */
export interface Outcome {
  ended: readonly Failure[]
  session?: Session
}

/** A session of an account that is not allowed goes no further than here. */
export function acceptSession(
  { world, inputs, log }: Run,
  signed: SignedIn,
  unchecked?: Failure,
): Outcome {
  const { result, attempts, region, endpoint, gaveUp } = signed
  if (!result.ok) return { ended: [result.failure] }
  const { facts } = result.value
  if (inputs.maskAwsAccountId) world.runner.mask(facts.account)
  log.say(sessionLine(facts, endpoint))
  if (!isAllowed(facts.account, inputs)) {
    return {
      ended: [{ kind: 'account', account: facts.account, allowed: inputs.allowedAccountIds }],
    }
  }
  log.learn({ session: facts })
  const ended: Failure[] = unchecked ? [unchecked] : []
  if (gaveUp && region !== inputs.region)
    ended.push({ kind: 'region-fallback', region: inputs.region, used: region, ...gaveUp })
  if (attempts.length > 0) {
    const totalMs = attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0)
    ended.push({ kind: 'retried', attempts, totalMs })
  }
  return { ended, session: result.value }
}

export function isAllowed(account: string, { allowedAccountIds }: Inputs): boolean {
  return allowedAccountIds.length === 0 || allowedAccountIds.includes(account)
}
