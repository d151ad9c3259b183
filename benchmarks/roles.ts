// One role and forty, in turn, each in a profile: how much longer the step takes.
import { withDefaults } from '../sandbox/runner-inputs.js'
import { ACCOUNTS, LINES } from '../sandbox/scenarios-roles.js'
import { startStreet } from '../sandbox/start-street.js'
import { OURS } from './contestants.js'
import type { Program } from './measure.js'
import { inTurn } from './other-runs.js'
import { makeRelay } from './relay.js'

export async function compareRoles(roundTripMs: number, runs: number): Promise<void> {
  const relay = makeRelay(roundTripMs)
  const street = await startStreet(roundTripMs > 0 ? { inFrontOf: relay.inFrontOf } : {})
  street.setOtherRoles(ACCOUNTS)
  const program = (variables: Readonly<Record<string, string>>): Program => ({
    path: OURS.path,
    environment: withDefaults({ ...street.environment(), ...variables }),
  })
  const [first] = ACCOUNTS
  const one = { 'INPUT_ROLE-TO-ASSUME': first?.arn ?? '', 'INPUT_AWS-PROFILE': first?.name ?? '' }
  const all = { 'INPUT_ROLE-TO-ASSUME': 'none', INPUT_ROLES: LINES }
  const [single = 0, forty = 0] = await inTurn(
    [() => program(one), () => program(all)],
    runs,
    [0, 0],
  )
  console.log(
    `round trip ${roundTripMs} ms, median of ${runs} runs in turn: one role ${single.toFixed(0)} ms, ${ACCOUNTS.length} roles ${forty.toFixed(0)} ms (${(forty / single).toFixed(2)}×)`,
  )
  relay.stop()
  await street.stop()
}
