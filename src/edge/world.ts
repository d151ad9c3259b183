// The world as it is: every port with its real implementation, and one switch that ends all that is under way.
import type { World } from '../world.js'
import { makeClock, random } from './clock.js'
import { makeHttp } from './http.js'
import { makeRunner } from './runner.js'
import { makeSts } from './sts.js'

export function makeWorld(): World {
  const stop = new AbortController()
  return {
    runner: makeRunner(),
    http: makeHttp(stop.signal),
    sts: makeSts(stop.signal),
    clock: makeClock(stop.signal),
    random,
    stop: () => stop.abort(),
    stopped: () => stop.signal.aborted,
  }
}
