// The words behind `npm run bench --`, with their defaults; what is none of them is an error that says what is wanted.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

export interface Asked {
  /** What to compare; `runs`: whole runs side by side. */
  what: 'runs' | 'herd' | 'roles'
  /** Path of another action's program. */
  peer?: string
  runs: number
  /** In ms. */
  roundTrips: readonly number[]
}

export function readWords(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      peer: { type: 'string' },
      runs: { type: 'string', default: '21' },
      'round-trip': { type: 'string', multiple: true, default: ['0', '50'] },
    },
  })
  const [first, ...others] = positionals
  if (others.length > 0 || (first !== undefined && first !== 'herd' && first !== 'roles'))
    throw new Error(
      `only "herd" or "roles" may stand here, not ${JSON.stringify(positionals.join(' '))}`,
    )
  const { peer, runs, 'round-trip': roundTrips } = values
  if (peer !== undefined && !existsSync(peer)) throw new Error(`--peer: there is no ${peer}`)
  return {
    what: first ?? 'runs',
    ...(peer === undefined ? {} : { peer }),
    runs: numberIn('--runs', runs, 1),
    roundTrips: roundTrips.map((text) => numberIn('--round-trip', text, 0)),
  }
}

function numberIn(option: string, text: string, least: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= least))
    throw new Error(`${option}: a whole number from ${least} on, not ${JSON.stringify(text)}`)
  return number
}
