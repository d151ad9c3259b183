// Runs whole processes in turn, and tells what each took.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Program {
  path: string
  arguments?: readonly string[]
  environment: Readonly<Record<string, string>>
}

export interface Finished {
  exit: number | null
  /** From the call that starts the process until it has ended. */
  ms: number
  startedAt: number
  endedAt: number
  output: string
}

/** Times are of `performance.now()`. */
export function run(
  { path, arguments: words = [], environment }: Program,
  flags: readonly string[] = [],
  limitMs = 60_000,
): Promise<Finished> {
  return new Promise((done, fail) => {
    const startedAt = performance.now()
    const child = spawn(process.execPath, [...flags, path, ...words], {
      env: environment,
      timeout: limitMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const pieces: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => pieces.push(piece))
    let endedAt = 0
    child.once('exit', () => {
      endedAt = performance.now()
    })
    child.once('error', fail)
    child.once('close', (exit) => {
      const output = Buffer.concat(pieces).toString()
      done({ exit, ms: endedAt - startedAt, startedAt, endedAt, output })
    })
  })
}

export interface Resources {
  memoryMib: number
  /** User and system. */
  cpuMs: number
}

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url))

/** A run of its own: what asks for the figures takes some time itself. */
export async function resourcesOf({ path, environment }: Program): Promise<Resources> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(directory, 'probe.json')
  const probed = { path, environment: { ...environment, BENCH_PROBE: file } }
  const { exit, output } = await run(probed, ['--import', PROBE])
  if (exit !== 0) throw new Error(`${path} ended with ${exit}:\n${output.slice(-2000)}`)
  const read = JSON.parse(readFileSync(file, 'utf8')) as { memoryKib: number; cpuMs: number }
  rmSync(directory, { recursive: true })
  return { memoryMib: read.memoryKib / 1024, cpuMs: read.cpuMs }
}

/** When any of these files was written last, in ms of `performance.now()`. */
export function lastWritten(paths: readonly string[]): number {
  const times = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  return Math.max(...times) - performance.timeOrigin
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Of the values in order, the one at this share of them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
