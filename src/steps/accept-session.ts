// STS has answered: what the answer means for the run, before anything is done with the session.
import type { Attempt, Failure, Inputs } from '../model.js'
import { sessionLine } from '../report/log.js'
import type { Outcome, Run } from '../run/run.js'
import type { SignedIn } from './assume-role.js'

/** Told in the log; a session of an account that is not allowed goes no further than here. */
export function acceptSession(run: Run, signed: SignedIn, unchecked?: Failure): Outcome {
  const { result, attempts, endpoint } = signed
  const { ended, session } = judgeSession(run, signed)
  if (result.ok) run.log.say(sessionLine(result.value.facts, endpoint))
  if (!session) return { ended }
  const told = unchecked ? [unchecked, ...ended] : [...ended]
  if (attempts.length > 0) {
    told.push({ kind: 'retried', attempts, totalMs: waitedFor(attempts) })
  }
  return { ended: told, session }
}

export function judgeSession({ world, inputs, log }: Run, signed: SignedIn): Outcome {
  const { result, region, gaveUp } = signed
  if (!result.ok) return { ended: [result.failure] }
  const { facts } = result.value
  if (inputs.maskAwsAccountId) world.runner.mask(facts.account)
  if (!isAllowed(facts.account, inputs)) {
    return {
      ended: [{ kind: 'account', account: facts.account, allowed: inputs.allowedAccountIds }],
    }
  }
  log.learn({ session: facts })
  const ended: Failure[] =
    gaveUp && region !== inputs.region
      ? [{ kind: 'region-fallback', region: inputs.region, used: region, ...gaveUp }]
      : []
  return { ended, session: result.value }
}

/** In ms. */
export function waitedFor(attempts: readonly Attempt[]): number {
  return attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0)
}

export function isAllowed(account: string, { allowedAccountIds }: Inputs): boolean {
  return allowedAccountIds.length === 0 || allowedAccountIds.includes(account)
}
