// The small real case: 32 processes at once, against a street whose STS throttles, and one whose keys STS can rarely get.
import type { Faults } from '../sandbox/faults.js'
import { withDefaults } from '../sandbox/runner-inputs.js'
import { startStreet } from '../sandbox/start-street.js'
import type { Contestant } from './contestants.js'
import { quantile, run } from './measure.js'

const PROCESSES = 32
const UNCACHED = { 'cache-control': 'no-cache' }
const WORLDS: Readonly<Record<string, Faults>> = {
  'STS takes 5 a second': {
    sts: { past: 5, error: { status: 400, code: 'Throttling', message: 'Rate exceeded' } },
  },
  // Two documents for each call.
  'STS gets the keys 3 times a second': {
    discovery: { headers: UNCACHED },
    jwks: { headers: UNCACHED },
    stsFetch: { past: 6, status: 429, headers: UNCACHED },
  },
}

export async function realHerds(
  contestants: (sts: string) => readonly Contestant[],
): Promise<void> {
  for (const [name, faults] of Object.entries(WORLDS)) {
    console.log(`\n${PROCESSES} processes, ${name}`)
    const street = await startStreet()
    for (const { name: who, path, variables } of contestants(street.sts)) {
      await street.reset()
      await street.setFaults(faults)
      const all = await Promise.all(
        Array.from({ length: PROCESSES }, () =>
          run(
            { path, environment: { ...withDefaults(street.environment()), ...variables } },
            [],
            600_000,
          ),
        ),
      )
      const good = all.filter(({ exit }) => exit === 0)
      const calls = street.log().filter(({ peer }) => peer === 'sts').length
      const seconds = all.map(({ ms }) => ms / 1000)
      console.log(
        `${who.padEnd(6)} ${good.length} of ${PROCESSES} signed in  median ${quantile(seconds, 0.5).toFixed(1)} s, last ${quantile(seconds, 1).toFixed(1)} s  ${(calls / PROCESSES).toFixed(1)} calls each`,
      )
    }
    await street.stop()
  }
}
