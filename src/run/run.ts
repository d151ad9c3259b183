// One run: the world that it happens in, what it was asked to do, the log of what it has learnt, and the moments that end its waits.
import type { Inputs } from '../model.js'
import type { World } from '../world.js'
import { Moment } from './moment.js'
import type { RunLog } from './run-log.js'

export interface Run {
  readonly world: World
  readonly inputs: Inputs
  readonly log: RunLog
  /** STS itself has answered, whatever it said: what it saw counts more than another try at the issuer. */
  readonly answered: Moment
  /** STS has given a session: from now on nothing that the issuer does loses it. */
  readonly granted: Moment
  /** The deadline of the step has come. */
  readonly late: Moment
  /** When it comes, in ms of the monotonic clock; absent: never. */
  readonly deadlineAt?: number
}

export function startRun(world: World, inputs: Inputs, log: RunLog): Run {
  const { actionTimeoutSeconds: seconds } = inputs
  const deadlineAt = world.clock.monotonic() + seconds * 1000
  const moments = { answered: new Moment(), granted: new Moment(), late: new Moment() }
  return { world, inputs, log, ...moments, ...(seconds > 0 ? { deadlineAt } : {}) }
}
