// Many scenarios side by side: each worker has a street of its own, so that no scenario meets another's faults.
import { availableParallelism } from 'node:os'
import { Keys } from './keys.js'
import { play, type Shot } from './play.js'
import type { Scenario } from './scenario.js'
import { startStreet } from './start-street.js'

/** In the order given. */
export async function playAll(scenarios: readonly Scenario[]): Promise<Shot[]> {
  const keys = await Keys.make()
  const waiting = [...scenarios]
  const results: Shot[] = []
  const work = async (): Promise<void> => {
    const street = await startStreet({ keys })
    for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
      results.push({ scenario, played: await play(street, scenario) })
    }
    await street.stop()
  }
  const workers = Math.min(4, availableParallelism(), scenarios.length)
  await Promise.all(Array.from({ length: workers }, work))
  const order = ({ scenario }: Shot): number => scenarios.indexOf(scenario)
  return results.sort((a, b) => order(a) - order(b))
}
