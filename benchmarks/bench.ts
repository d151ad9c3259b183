// Whole runs side by side: ours, ours without checks, the floor, and another action's dist where its path is given.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '../sandbox/peer-server.js'
import { withDefaults } from '../sandbox/runner-inputs.js'
import { startStreet } from '../sandbox/start-street.js'
import type { Street } from '../sandbox/street.js'
import { buildWithoutChecks, type Contestant, FLOOR, OURS, peerAt } from './contestants.js'
import { compareHerds } from './herd.js'
import { realHerds } from './herd-real.js'
import { lastWritten, median, quantile, resourcesOf, run } from './measure.js'
import { besideGreen, inTurn, refuse } from './other-runs.js'
import { makeRelay } from './relay.js'
import { compareRoles } from './roles.js'
import { type Asked, readWords } from './words.js'

const asked = wordsOrExit()
const { runs: RUNS } = asked

interface Seen {
  peer: LogEntry['peer']
  at: number
  ms: number
}

/** What each run of one contestant took, in ms. */
interface Figures {
  whole: number[]
  phases: Record<Phase, number[]>
}
const PHASES = ['load', 'token', 'sts', 'report', 'exit'] as const
type Phase = (typeof PHASES)[number]

if (asked.what === 'roles') {
  for (const roundTrip of asked.roundTrips) await compareRoles(roundTrip, RUNS)
} else if (asked.what === 'herd') {
  await compareHerds()
  await realHerds((sts) => [OURS, ...peerOf(sts)])
} else {
  const unchecked = await buildWithoutChecks(mkdtempSync(join(tmpdir(), 'bench-dist-')))
  for (const roundTrip of asked.roundTrips) await sideBySide(roundTrip, unchecked)
  await besideGreen(RUNS)
}

async function sideBySide(roundTripMs: number, unchecked: Contestant): Promise<void> {
  const seen: Seen[] = []
  const relay = makeRelay(roundTripMs)
  const street = await startStreet({
    ...(roundTripMs > 0 ? { inFrontOf: relay.inFrontOf } : {}),
    onAnswer: ({ peer, from, ms }) => {
      if (from === 'runner') seen.push({ peer, at: performance.now(), ms })
    },
  })
  const contestants = [OURS, unchecked, FLOOR, ...peerOf(street.sts)]
  const figures = new Map<Contestant, Figures>()
  // One round more than counts: the first fills the file system's caches.
  for (let round = 0; round <= RUNS; round++) {
    for (const contestant of contestants) {
      seen.length = 0
      const program = programOf(contestant, street)
      const { exit, ms, startedAt, endedAt, output } = await run(program)
      if (exit !== 0)
        throw new Error(`${contestant.name} ended with ${exit}:\n${output.slice(-2000)}`)
      if (round === 0) continue
      const of = figures.get(contestant) ?? newFigures()
      figures.set(contestant, of)
      of.whole.push(ms)
      addPhases(of, program.environment, { startedAt, endedAt, seen })
    }
  }
  const floor = median(figures.get(FLOOR)?.whole ?? [])
  const peer = contestants.find(({ name }) => name === 'peer')
  const peers = peer === undefined ? Number.NaN : median(figures.get(peer)?.whole ?? [])
  console.log(
    `\nround trip ${roundTripMs} ms, median of ${RUNS} runs in turn (from the 10th to the 90th of 100)`,
  )
  for (const contestant of contestants) {
    const { whole, phases } = figures.get(contestant) ?? newFigures()
    const resources = await resourcesOfMany(() => programOf(contestant, street))
    const middle = median(whole)
    console.log(
      [
        contestant.name.padEnd(14),
        `${middle.toFixed(0)} ms (${quantile(whole, 0.1).toFixed(0)}–${quantile(whole, 0.9).toFixed(0)})`,
        `${(middle / floor).toFixed(2)}× floor`,
        ...(peer === undefined ? [] : [`${(middle / peers).toFixed(2)}× peer`]),
        `${resources.memoryMib.toFixed(0)} MiB`,
        `${resources.cpuMs.toFixed(0)} ms of CPU`,
        PHASES.map((phase) => `${phase} ${median(phases[phase]).toFixed(0)}`).join(' '),
      ].join('  '),
    )
  }
  const green = (): ReturnType<typeof programOf> => {
    street.setTrustPolicy(undefined)
    return programOf(OURS, street)
  }
  const red = (): ReturnType<typeof programOf> => {
    refuse(street)
    return programOf(OURS, street)
  }
  const [signedIn = 0, refused = 0] = await inTurn([green, red], RUNS, [0, 1])
  console.log(
    `AccessDenied to exit ${refused.toFixed(0)} ms, ${(refused / signedIn).toFixed(2)}× a green run`,
  )
  relay.stop()
  await street.stop()
}

function wordsOrExit(): Asked {
  try {
    return readWords(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}

function peerOf(sts: string): Contestant[] {
  return asked.peer === undefined ? [] : [peerAt(asked.peer, sts)]
}

function newFigures(): Figures {
  return { whole: [], phases: { load: [], token: [], sts: [], report: [], exit: [] } }
}

function programOf({ path, variables }: Contestant, street: Street) {
  return { path, environment: { ...withDefaults(street.environment()), ...variables } }
}

async function resourcesOfMany(
  program: () => ReturnType<typeof programOf>,
): Promise<{ memoryMib: number; cpuMs: number }> {
  const all = []
  for (let run = 0; run < 5; run++) all.push(await resourcesOf(program()))
  return {
    memoryMib: median(all.map(({ memoryMib }) => memoryMib)),
    cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
  }
}

/** As seen from outside: until the token is asked for, until STS is, its answer, until the last file is written, until the end. */
function addPhases(
  { phases }: Figures,
  environment: Readonly<Record<string, string>>,
  { startedAt, endedAt, seen }: { startedAt: number; endedAt: number; seen: readonly Seen[] },
): void {
  const [token, sts] = (['token', 'sts'] as const).map((name) =>
    seen.find(({ peer }) => peer === name),
  )
  if (!token || !sts) return
  const files = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
  const written = Math.max(sts.at, lastWritten(files.map((name) => environment[name] ?? '')))
  const asked = token.at - token.ms
  phases.load.push(asked - startedAt)
  phases.token.push(sts.at - sts.ms - asked)
  phases.sts.push(sts.ms)
  phases.report.push(written - sts.at)
  phases.exit.push(endedAt - written)
}
