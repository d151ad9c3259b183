// Entry of a renewal: what a renewing profile's credential_process runs. Standard output holds the protocol's JSON and nothing else.
import { exit } from './edge/exit.js'
import { makeQuietRunner } from './edge/quiet-runner.js'
import { endBetweenTurns } from './edge/signals.js'
import { makeWorld } from './edge/world.js'
import { crashReport } from './preflight.js'
import { renewal } from './renewal.js'
import { annotations } from './report/annotations.js'

endBetweenTurns()
const path = process.argv[2] ?? ''
const world = makeWorld(makeQuietRunner())
try {
  const session = await renewal(world, path)
  if (session !== undefined) process.stdout.write(`${session}\n`)
} catch (error) {
  const { report } = crashReport(world, error instanceof Error ? error : new Error(String(error)))
  for (const annotation of annotations(report.findings)) world.runner.annotate(annotation)
  world.runner.fail()
} finally {
  world.stop()
}
await exit()
