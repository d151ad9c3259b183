// The session that a renewing profile fetched last, as long as it will do.
import { leftMs, RENEW_BEFORE_MS } from '../profile/process-credentials.js'
import type { World } from '../world.js'
import { type RenewalState, stateIn } from './renewal-state.js'

type Ports = Pick<World, 'privateFiles' | 'clock'>

/** The protocol's JSON, by the path of the state; undefined where a new session is to be fetched. */
export function cachedSession(ports: Ports, path: string): string | undefined {
  const state = stateIn(ports.privateFiles.read(path))
  return state ? freshSession(ports, state) : undefined
}

/** Undefined where it ends within 5 minutes, or there is none. */
export function freshSession(
  { privateFiles, clock }: Ports,
  { cache }: RenewalState,
): string | undefined {
  const text = privateFiles.read(cache)
  return leftMs(text, clock.now()) > RENEW_BEFORE_MS ? text : undefined
}
