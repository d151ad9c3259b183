// The sign-ins to `roles`: side by side, with one token, one look at the issuer and one patience for each endpoint.
import { isPastToken } from '../aws/sts-answers.js'
import type { Failure } from '../model.js'
import { waitLine } from '../report/log.js'
import { Lane } from '../run/lane.js'
import type { Branch, Outcome, Run } from '../run/run.js'
import { judgeSession } from './accept-session.js'
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

/** What happened on the way to all of them, each told once; what each came to is in its branch. */
export function acceptSessions(
  run: Run,
  all: readonly SignedIn[],
  unchecked: Failure | undefined,
): Outcome {
  const attempts = all.flatMap((signed) => signed.attempts)
  const waits = all.map((signed) =>
    signed.attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0),
  )
  const isRetried = attempts.length > 0 && run.granted.passed
  return {
    ended: [
      ...(unchecked ? [unchecked] : []),
      ...(isRetried
        ? [
            {
              kind: 'retried' as const,
              attempts,
              totalMs: Math.max(...waits),
              roles: all.length,
            },
          ]
        : []),
    ],
  }
}
