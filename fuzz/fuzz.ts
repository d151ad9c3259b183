// `npm run fuzz -- --minutes 10 [--seed N] [--only name]`: each target in turn, batch after batch, until the time is over.
import { parseArgs } from 'node:util'
import { Ran } from './batch.js'
import { TARGETS, TIMED_TARGETS } from './targets.js'
import { startWatch } from './watch.js'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '100' },
  },
})
const all = [...TARGETS, ...TIMED_TARGETS]
const chosen = all.filter(({ name }) => name.includes(values.only ?? ''))
if (chosen.length === 0) {
  console.error(`No such target. There are: ${all.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const first = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed)
const until = performance.now() + Number(values.minutes) * 60_000
const ran = new Ran(startWatch())

console.log(`seed ${first}; ${chosen.map(({ name }) => name).join(', ')}`)
for (let seed = first; performance.now() < until; seed++)
  for (const one of chosen) {
    if (performance.now() > until) break
    await ran.batch(one, seed, { numRuns: Number(values.runs), until })
  }
for (const line of ran.lines()) console.log(line)
const { user, system } = process.cpuUsage()
console.log(`${Math.round((user + system) / 1e6)} s of CPU`)
process.exit(ran.found.size === 0 ? 0 : 1)
