// The sign-ins to `roles`: side by side, with one token, one look at the issuer and one patience for each endpoint.
import { isPastToken } from '../aws/sts-answers.js'
import type { Failure } from '../model.js'
import { waitLine } from '../report/log.js'
import { Lane } from '../run/lane.js'
import type { Branch, Outcome, Run } from '../run/run.js'
import { judgeSession, waitedFor } from './accept-session.js'
import { type SignedIn, type SignIn, signIn } from './assume-role.js'

type Shared = Pick<SignIn, 'tokens' | 'issuerKnown' | 'laneOf'>

/** In the order of the roles, each of which is tried, whatever becomes of the others. */
export async function signInToAll(run: Run, how: Shared): Promise<readonly SignedIn[]> {
  const lanes = new Map<string, Lane>()
  const laneOf = (endpoint: string): Lane => {
    const lane = lanes.get(endpoint) ?? new Lane(run.world.clock)
    lanes.set(endpoint, lane)
    return lane
  }
  const all = await Promise.all(run.branches.map((branch) => signInTo(branch, { ...how, laneOf })))
  if (all.every(({ result }) => result.ok)) run.granted.pass()
  const isAccepted = ({ result }: SignedIn): boolean =>
    result.ok || isPastToken(result.failure, run.log.known)
  if (all.some(isAccepted)) run.log.learn({ acceptedElsewhere: true })
  return all
}

async function signInTo(branch: Branch, how: Shared): Promise<SignedIn> {
  const { name, role, run } = branch
  const onWait: SignIn['onWait'] = (attempt, n) =>
    run.log.sayWait(waitLine('sts', attempt, n, name))
  const signed = await signIn(run, { ...how, role, onWait })
  // Where the deadline comes before the others have ended, this one is known.
  branch.outcome = judgeSession(run, signed)
  return signed
}

/** What happened to the step on the way, told once for all; what a role came to stands in its branch. */
export function acceptSessions(
  run: Run,
  all: readonly SignedIn[],
  unchecked: Failure | undefined,
): Outcome {
  const ended: Failure[] = unchecked ? [unchecked] : []
  const attempts = all.flatMap((signed) => signed.attempts)
  if (attempts.length > 0 && run.granted.passed) {
    const totalMs = Math.max(...all.map((signed) => waitedFor(signed.attempts)))
    ended.push({ kind: 'retried', attempts, totalMs, roles: all.length })
  }
  return { ended }
}
