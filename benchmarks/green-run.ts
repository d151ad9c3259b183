// How long a good run takes: the built bundle against the street with delays like those of real peers, in ms.
import { statSync } from 'node:fs'
import { play } from '../sandbox/play.js'
import { READY } from '../sandbox/scenarios.js'
import { startStreet } from '../sandbox/start-street.js'

/** What a request to each peer takes; the street itself adds a few ms. */
const DELAYS = { token: 150, discovery: 100, jwks: 100, sts: 250 }
const RUNS = 15

interface Span {
  name: string
  start_ms: number
  end_ms: number
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const street = await startStreet()
const whole: number[] = []
const inside: number[] = []
for (let run = 0; run < RUNS; run++) {
  const played = await play(street, {
    ...READY,
    faults: {
      token: { delayMs: DELAYS.token },
      discovery: { delayMs: DELAYS.discovery },
      jwks: { delayMs: DELAYS.jwks },
      sts: { delayMs: DELAYS.sts },
    },
  })
  const { timeline } = JSON.parse(played.report) as { timeline: Span[] }
  whole.push(played.ms)
  inside.push(Math.max(...timeline.map(({ end_ms }) => end_ms)))
}
await street.stop()

const { token, discovery, jwks, sts } = DELAYS
// The street's STS has nothing cached here, so its answer waits for its own fetch of both documents.
const answer = sts + discovery + jwks
console.log(`token + one answer of STS            ${token + answer} ms of waiting at least`)
console.log(
  `the issuer's checks before STS       ${token + discovery + jwks + answer} ms of waiting at least`,
)
console.log(`the run, from its start to its end   ${median(inside)} ms (median of ${RUNS})`)
console.log(`the process, from start to exit      ${median(whole)} ms (median of ${RUNS})`)
console.log(
  `dist/main.mjs                        ${Math.round(statSync('dist/main.mjs').size / 1024)} KiB`,
)
