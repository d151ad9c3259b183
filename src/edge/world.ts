// The world as it is: every port with its real implementation, and one switch that ends all that is under way.
import type { Runner, World } from '../world.js'
import { makeClock, random } from './clock.js'
import { debuggedHttp, debuggedSts } from './debug-requests.js'
import type { EarlyConnections } from './early-connections.js'
import { makeHttp } from './http.js'
import { makeProfiles } from './profile-files.js'
import { Routes } from './proxy.js'
import { makePrivateFiles } from './renewal-files.js'
import { makeSts } from './sts.js'

/** `renewer`: path of the program that a renewing profile runs; `early`: connections that are on their way. */
export function makeWorld(runner: Runner, renewer = '', early?: EarlyConnections): World {
  const stop = new AbortController()
  const clock = makeClock(stop.signal)
  const routes = new Routes(early)
  return {
    runner,
    http: debuggedHttp(makeHttp(stop.signal, routes), { runner, clock }),
    sts: debuggedSts(makeSts(stop.signal, routes), { runner, clock }),
    clock,
    profiles: makeProfiles(clock),
    privateFiles: makePrivateFiles(clock, renewer),
    useProxy: (settings) => routes.use(settings),
    allowLinkLocal() {
      routes.linkLocal = true
    },
    random,
    stop: () => stop.abort(),
    stopped: () => stop.signal.aborted,
  }
}
