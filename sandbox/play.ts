// Plays a scenario: lays it out on a street, runs the built action as the runner would, and reads what came of it.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { EOL } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReadLog, readLog } from './runner-commands.js'
import { withDefaults } from './runner-inputs.js'
import type { Files, Scenario, Variables } from './scenario.js'
import type { Street } from './street.js'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

export interface Ran {
  exit: number | null
  ms: number
  stdout: string
  stderr: string
}

export interface Played extends Ran {
  log: ReadLog
  /** The ids that the step's output `causes` names. */
  causes: string[]
  outputs: Record<string, string>
  /** What later steps of the job would find in their environment. */
  exported: Record<string, string>
  summary: string
  report: string
  environment: Record<string, string>
  /** What must stand nowhere in all that. */
  secrets: readonly string[]
  /** The files that the scenario laid, by path: what was there before the run. */
  laid: Files
}

/** A scenario and what came of it. */
export interface Shot {
  scenario: Scenario
  played: Played
}

/** Runs an entry of dist/ with nothing in its environment but what is given. Gives up after 60 s. */
export function runEntry(
  entry: 'main' | 'post',
  environment: Record<string, string>,
): Promise<Ran> {
  return new Promise((resolve) => {
    const from = performance.now()
    const child = spawn(process.execPath, [join(DIST, `${entry}.mjs`)], {
      env: environment,
      timeout: 60_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const texts = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()))
    child.on('close', (exit) =>
      resolve({ exit, ms: Math.round(performance.now() - from), ...texts }),
    )
  })
}

export async function play(street: Street, scenario: Scenario): Promise<Played> {
  await street.reset()
  scenario.setUp?.(street)
  const { faults = {}, variables = {} } = scenario
  await street.setFaults(typeof faults === 'function' ? faults(street) : faults)
  const own = typeof variables === 'function' ? variables(street) : variables
  const environment = withDefaults(laidOver(street.environment(), own))
  const { files = {}, event } = scenario
  const laid = layFiles(environment, event, typeof files === 'function' ? files(street) : files)
  const ran = await runEntry('main', environment)
  return { ...playedOf(ran, environment), secrets: street.secrets(), laid }
}

/**
 * The causes that the run ended in. The street shares its machine with the step: where that is short of CPU the street
 * is slow in truth, and the step right to say so; it counts only where the scenario is about it.
 */
export function endedIn({ causes }: Pick<Played, 'causes'>, scenario: Scenario): string[] {
  return causes.filter((id) => id !== 'issuer-slow' || scenario.id === id)
}

/** Whether it ended in its own cause, and with its own exit code. */
export function endedRight({ scenario, played }: Shot): boolean {
  const wanted = scenario.id === 'ready' ? '' : scenario.id
  return endedIn(played, scenario).join() === wanted && played.exit === scenario.exit
}

/** The post step of the same job: the runner hands it the job's environment and the state of the main step. */
export function playPost({
  environment,
  exported,
}: Pick<Played, 'environment' | 'exported'>): Promise<Ran> {
  const state = readVariables(read(environment['GITHUB_STATE']))
  const handed = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
  return runEntry('post', { ...environment, ...exported, ...Object.fromEntries(handed) })
}

function laidOver(base: Record<string, string>, changes: Variables): Record<string, string> {
  const all = Object.entries({ ...base, ...changes })
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
}

function layFiles(environment: Record<string, string>, event: unknown, files: Files): Files {
  const eventPath = environment['GITHUB_EVENT_PATH']
  if (event !== undefined && eventPath) writeFileSync(eventPath, JSON.stringify(event))
  const laid = Object.entries(files).map(
    ([path, text]) => [join(environment['GITHUB_WORKSPACE'] ?? '', path), text] as const,
  )
  for (const [path, text] of laid) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return Object.fromEntries(laid)
}

function playedOf(ran: Ran, environment: Record<string, string>): Omit<Played, 'secrets' | 'laid'> {
  const outputs = readVariables(read(environment['GITHUB_OUTPUT']))
  return {
    ...ran,
    log: readLog(ran.stdout),
    causes: JSON.parse(outputs['causes'] ?? '[]') as string[],
    outputs,
    exported: readVariables(read(environment['GITHUB_ENV'])),
    summary: read(environment['GITHUB_STEP_SUMMARY']),
    report: read(outputs['report']),
    environment,
  }
}

/** A runner reads no pipe, and no file that does not fit into memory; in bytes. */
const LARGEST = 64 * 1024 * 1024

function read(path: string | undefined): string {
  if (!path) return ''
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() && stat.size <= LARGEST ? readFileSync(path, 'utf8') : ''
}

/** `NAME<<delimiter`, value, `delimiter`: the form of the runner's environment files. */
export function readVariables(text: string): Record<string, string> {
  const found = text
    .replaceAll(EOL, '\n')
    .matchAll(/^(?<name>[^\n=]+?)<<(?<end>\S+)\n(?<value>[\s\S]*?)\n\k<end>$/gm)
  return Object.fromEntries(
    [...found].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  )
}
