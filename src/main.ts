// Entry of the main step: wires the world to the preflight, and hands over what came of it.
import { fileURLToPath } from 'node:url'
import { exit } from './edge/exit.js'
import { makeRunner } from './edge/runner.js'
import { endBetweenTurns } from './edge/signals.js'
import { makeWorld } from './edge/world.js'
import { crashReport, preflight } from './preflight.js'
import { publish } from './publish.js'

endBetweenTurns()
const renewer = fileURLToPath(new URL('./renew.mjs', import.meta.url))
const world = makeWorld(makeRunner(), renewer)
try {
  await publish(world, await preflight(world))
} catch (error) {
  // Expected failures are values: whatever is thrown is a bug of ours, and says so.
  await publish(
    world,
    crashReport(world, error instanceof Error ? error : new Error(String(error))),
  )
} finally {
  world.stop()
}
await exit()
