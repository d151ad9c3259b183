// A whole run of the main step in this process: the real runner with real files, and peers that answer what a test says.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeRunner } from '../src/edge/runner.js'
import { crashReport, preflight } from '../src/preflight.js'
import { publish } from '../src/publish.js'
import type { Runner, World } from '../src/world.js'
import { FakeWorld, ON_RUNNER } from './fake-world.js'

export interface Setup {
  inputs?: Readonly<Record<string, string>>
  env?: Readonly<Record<string, string>>
  event?: unknown
  /** Files of the workspace. */
  files?: Readonly<Record<string, string>>
  /** What the peers answer, and what stands in the profiles. */
  peers?(world: FakeWorld): void
  /** Told of each call of the runner's, before it is done. */
  onCall?(name: string, values: readonly unknown[]): void
}

export interface Made {
  stdout: string
  summary: string
  report: string
  /** The texts of the runner's files, as they were written. */
  outputs: string
  exported: string
  state: string
  /** Of the profiles and of a renewal. */
  files: Readonly<Record<string, string>>
  exit: number
}

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const

/** The toolkit remembers where the summary is, so every run has its files at the same place. */
const root = mkdtempSync(join(tmpdir(), 'in-process-'))

export async function ran(setup: Setup): Promise<Made> {
  rmSync(root, { recursive: true, force: true })
  const env = environment(setup)
  const fake = new FakeWorld()
  fake.profiles.digest = (text) => createHash('sha256').update(text).digest('hex')
  setup.peers?.(fake)
  const runner = told(makeRunner(env), setup)
  const world: World = Object.create(fake, { runner: { value: runner } })
  const before = { ...process.env }
  let stdout = ''
  const { write } = process.stdout
  process.stdout.write = ((text: string) => {
    stdout += text
    return true
  }) as typeof write
  try {
    await publish(world, await runOf(world))
  } finally {
    process.stdout.write = write
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
  const exit = Number(process.exitCode ?? 0)
  process.exitCode = undefined
  return { stdout, exit, ...written(env), files: Object.fromEntries(fake.files.texts) }
}

export function removeRuns(): void {
  rmSync(root, { recursive: true, force: true })
}

/** As the door does it (src/sign-in.ts). */
async function runOf(world: World) {
  try {
    return await preflight(world)
  } catch (error) {
    return crashReport(world, error as Error)
  }
}

const ROLE = 'arn:aws:iam::111122223333:role/deploy'

function environment({ inputs = {}, env = {}, event, files = {} }: Setup): Record<string, string> {
  const all = { 'aws-region': 'eu-west-1', 'role-to-assume': ROLE, ...inputs }
  const workspace = join(root, 'work')
  lay(join(root, 'event.json'), JSON.stringify(event ?? {}))
  lay(join(workspace, 'README'), '')
  for (const [path, text] of Object.entries(files)) lay(join(workspace, path), text)
  for (const name of FILES) lay(join(root, name), '')
  return {
    ...ON_RUNNER,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: join(root, 'event.json'),
    RUNNER_TEMP: join(root, 'temp'),
    RUNNER_DEBUG: '1',
    ...Object.fromEntries(FILES.map((name) => [name, join(root, name)])),
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  }
}

function lay(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function told(runner: Runner, { onCall }: Setup): Runner {
  if (!onCall) return runner
  return new Proxy(runner, {
    get(target, name: keyof Runner) {
      const own = target[name] as (...values: unknown[]) => unknown
      return (...values: unknown[]) => {
        onCall(name, values)
        return own.apply(target, values)
      }
    },
  })
}

function written(env: Readonly<Record<string, string>>) {
  const text = (path = ''): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return {
    summary: text(env['GITHUB_STEP_SUMMARY']),
    outputs: text(env['GITHUB_OUTPUT']),
    exported: text(env['GITHUB_ENV']),
    state: text(env['GITHUB_STATE']),
    report: text(join(root, 'temp/aws-oidc-preflight.json')),
  }
}
