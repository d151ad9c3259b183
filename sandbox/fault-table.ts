// Plays every fault at every service, and writes what came of it to docs/reliability.md. Words on the command line choose cells, and write nothing.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CELLS, cellName, isRight, needsOwnNetwork, playCell, type Told } from './fault-cells.js'
import { isInside, runInside } from './fault-network.js'
import { faultPage } from './fault-page.js'
import { FaultStreet } from './fault-street.js'
import { Keys } from './keys.js'

const PAGE = fileURLToPath(new URL('../docs/reliability.md', import.meta.url))
const WORKERS = 2

if (!isInside()) {
  const exit = runInside()
  if (exit !== undefined) process.exit(exit)
  console.log('No network of its own can be made here: no faults of routes, and no page.')
}

const words = process.argv.slice(2)
const chosen = CELLS.filter((cell) => isInside() || !needsOwnNetwork(cell)).filter(
  (cell) => words.length === 0 || words.some((word) => cellName(cell).includes(word)),
)

function line(told: Told): string {
  const { exit, causes, ending, exported, asked, limitSeconds, ms, stderr } = told
  const parts = [
    `${exit} ${causes.join(' ')}`,
    isRight(told) ? '' : `WRONG, has to be ${ending.join(' ')}`,
    exported ? 'exported' : '',
    `${asked} requests, ${ms} ms${limitSeconds === undefined ? '' : `, limit ${limitSeconds} s`}`,
    stderr.slice(0, 300),
  ]
  return `${cellName(told)}: ${parts.filter((part) => part !== '').join(' · ')}`
}

const keys = await Keys.make()
const waiting = [...chosen]
const done = new Map<string, Told>()
const work = async (): Promise<void> => {
  const street = await FaultStreet.start(keys)
  for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
    const told = await playCell(street, cell)
    done.set(cellName(cell), told)
    console.log(line(told))
  }
  await street.stop()
}
await Promise.all(Array.from({ length: WORKERS }, work))

const all = chosen.flatMap((cell) => done.get(cellName(cell)) ?? [])
const wrong = all.filter((told) => !isRight(told))
if (words.length === 0 && isInside()) writeFileSync(PAGE, faultPage(all))
for (const told of wrong) console.log(`wrong: ${line(told)}`)
console.log(`${all.length - wrong.length} of ${all.length} as they have to be`)
process.exitCode = wrong.length === 0 ? 0 : 1
