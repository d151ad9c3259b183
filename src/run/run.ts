// One run: the world that it happens in, what it was asked to do, and the log of what it has learnt.
import type { Inputs } from '../model.js'
import type { World } from '../world.js'
import type { RunLog } from './run-log.js'

export interface Run {
  readonly world: World
  readonly inputs: Inputs
  readonly log: RunLog
}
