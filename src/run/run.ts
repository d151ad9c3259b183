// One run: the world that it happens in, what it was asked to do, the log of what it has learnt, and the moments that end its waits.
import { endpointIn } from '../aws/endpoints.js'
import type { Failure, Inputs, NamedRole, RoleArn, Session } from '../model.js'
import type { World } from '../world.js'
import { Moment } from './moment.js'
import type { RunLog } from './run-log.js'

export interface Run {
  readonly world: World
  readonly inputs: Inputs
  readonly log: RunLog
  /** STS itself has answered, whatever it said: what it saw counts more than another try at the issuer. */
  readonly answered: Moment
  /** STS has given all sessions: from now on nothing that the issuer does loses them. */
  readonly granted: Moment
  /** The deadline of the step has come. */
  readonly late: Moment
  /** When it comes, in ms of the monotonic clock; absent: never. */
  readonly deadlineAt?: number
  /** The sign-ins to `roles`, in their order; empty where there is one role or none. */
  readonly branches: readonly Branch[]
}

/** The sign-in to one of `roles`: a run of its own, with what it alone was asked to do and has learnt. */
export interface Branch {
  readonly name: string
  readonly role: RoleArn
  readonly run: Run
  /** What it came to; absent: it has not come to an end. */
  outcome?: Outcome
}

/** What stopped the run or happened on it, and the session where there is one. */
export interface Outcome {
  ended: readonly Failure[]
  session?: Session
}

/** A run that STS has given a session, before anything is handed over. */
export interface SignedRun {
  run: Run
  session: Session
}

export function startRun(world: World, inputs: Inputs, log: RunLog): Run {
  const { actionTimeoutSeconds: seconds } = inputs
  const deadlineAt = world.clock.monotonic() + seconds * 1000
  const moments = { answered: new Moment(), granted: new Moment(), late: new Moment() }
  const run = { world, inputs, log, ...moments, ...(seconds > 0 ? { deadlineAt } : {}) }
  return {
    ...run,
    branches: inputs.roles.map((named) => branchOf({ ...run, branches: [] }, named)),
  }
}

/** As if this role were the only one, in the profile of its name. */
function branchOf(run: Run, { name, role, region, trustPolicy }: NamedRole): Branch {
  const log = run.log.branch()
  const inputs = {
    ...run.inputs,
    roles: [],
    role,
    region,
    // Its own region is asked first.
    fallbackRegions: run.inputs.fallbackRegions.filter((one) => one !== region),
    trustPolicy,
    awsProfile: name,
    lineOfRoles: { name, ...(region === run.inputs.region ? {} : { region }) },
  }
  log.learn({ inputs, endpoint: endpointIn(region, inputs) })
  return { name, role, run: { ...run, inputs, log, granted: new Moment() } }
}
