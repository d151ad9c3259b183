// What the doors load once they know that they need it: the main step, and the renewal of a session, each wired to the world.
import { fileURLToPath } from 'node:url'
import type { EarlyConnections } from './edge/early-connections.js'
import { makeQuietRunner } from './edge/quiet-runner.js'
import { makeRunner } from './edge/runner.js'
import { endBetweenTurns } from './edge/signals.js'
import { makeWorld } from './edge/world.js'
import { crashReport, preflight } from './preflight.js'
import { publish } from './publish.js'
import { renewal } from './renewal.js'
import { annotations } from './report/annotations.js'
import { errorOf } from './report/unexplained.js'

/** Expected failures are values: whatever is thrown is a bug of ours, and says so. */
export async function mainStep(early: EarlyConnections): Promise<void> {
  endBetweenTurns()
  const renewer = fileURLToPath(new URL('./renew.mjs', import.meta.url))
  const world = makeWorld(makeRunner(), renewer, early)
  try {
    await publish(world, await preflight(world))
  } catch (error) {
    await publish(world, await crashReport(world, errorOf(error)))
  } finally {
    world.stop()
  }
}

/** By the path of its state. Standard output holds the protocol's JSON and nothing else. */
export async function renewSession(path: string): Promise<void> {
  endBetweenTurns()
  const world = makeWorld(makeQuietRunner())
  try {
    const session = await renewal(world, path)
    if (session !== undefined) process.stdout.write(`${session}\n`)
  } catch (error) {
    const { report } = await crashReport(world, errorOf(error))
    for (const annotation of annotations(report.findings)) world.runner.annotate(annotation)
    world.runner.fail()
  } finally {
    world.stop()
  }
}
