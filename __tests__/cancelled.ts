// Runs of the built action that are ended by a signal at a known moment, the post step after them, and what must be true then.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect } from '@jest/globals'
import { playPost, type Ran, readVariables, runEntry } from '../sandbox/play.js'
import type { Street } from '../sandbox/street.js'

export type Environment = Record<string, string>

export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const
export type Signal = (typeof SIGNALS)[number]

/** All that a run writes is written in this one: variables, outputs, a profile in place of another, and its renewal. */
export const ALL = {
  'INPUT_AWS-PROFILE': 'deploy',
  'INPUT_OVERWRITE-AWS-PROFILE': 'true',
  'INPUT_OUTPUT-ENV-CREDENTIALS': 'true',
  INPUT_RENEW: 'true',
}

const BEFORE: Readonly<Record<string, string>> = {
  credentials:
    '# mine\r\n[deploy]\r\naws_access_key_id = AKIAOLD\r\naws_secret_access_key = old\r\n[other]\r\n',
  config: '[profile other]\nregion = us-east-1\n\n[profile deploy]\noutput = json',
}

/** A job of its own, which has both profile files. */
export function newJob(on: Street, variables: Environment = ALL): Environment {
  const environment = { ...on.environment(), ...variables }
  mkdirSync(awsFolder(environment))
  for (const [name, text] of Object.entries(BEFORE))
    writeFileSync(join(awsFolder(environment), name), text)
  return environment
}

/** Another step on the same machine: its own files of the runner, with the same home and temporary directory. */
function nextJob(on: Street, environment: Environment, variables = ALL) {
  const { HOME, USERPROFILE, RUNNER_TEMP } = environment
  return { ...on.environment(), ...variables, HOME, USERPROFILE, RUNNER_TEMP } as Environment
}

export const awsFolder = ({ HOME }: Environment): string => join(HOME ?? '', '.aws')
export const tempFolder = ({ RUNNER_TEMP }: Environment): string => RUNNER_TEMP ?? ''

export interface Begun {
  environment: Environment
  child: ChildProcess
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
  stdout(): string
}

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

export function begin(
  entry: 'main' | 'renew' | 'post',
  environment: Environment,
  words: readonly string[] = [],
): Begun {
  const child = spawn(process.execPath, [join(DIST, `${entry}.mjs`), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  return { environment, child, ended, stdout: () => text }
}

/** Sees to it that a test waits for what it needs, however long that takes on this machine. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(2)
}

/** What the job's later steps find in their environment. */
export function variablesOf({ GITHUB_ENV = '' }: Environment): Record<string, string> {
  return readVariables(readFileSync(GITHUB_ENV, 'utf8'))
}

/** What the runner does next: it reads the state that the main step has saved, be it cancelled or not, and runs the post step. */
export function postOf(environment: Environment): Promise<Ran> {
  return playPost({ environment, exported: variablesOf(environment) })
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** As if more time had passed than a lock is good for. */
export function ageLocks(environment: Environment): void {
  const old = Date.now() / 1000 - 120
  for (const file of [
    ...filesBelow(awsFolder(environment)),
    ...filesBelow(tempFolder(environment)),
  ])
    if (file.endsWith('.lock')) utimesSync(file, old, old)
}

export const locksOf = (environment: Environment): string[] =>
  readdirSync(awsFolder(environment)).filter((name) => name.endsWith('.lock'))

/** In the form in which the street gives them out. */
const LIVE = /ASIA[A-Z\d]{16}|IQoJb3JpZ2lu/

/**
 * Between the main step and the post step: all or nothing in each of the files, whenever the run has ended. `post`: the post
 * step has begun, and may have put the variables back.
 */
export function expectWhole(environment: Environment, { post = false } = {}): void {
  const text = (name: string): string => readFileSync(environment[name] ?? '', 'utf8')
  if (!post) expectSession(environment)
  const outputs = Object.keys(readVariables(text('GITHUB_OUTPUT')))
  if (outputs.length > 0) expect(outputs).toEqual(expect.arrayContaining(['ready', 'causes']))
  // Whatever has begun in one of the runner's files has ended there.
  for (const name of ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'])
    expect(text(name)).toMatch(/^(?:[^\n=]+<<(\S+)\n(?:(?!\1\n)[^\n]*\n)*\1\n)*$/)
  for (const [name, before] of Object.entries(BEFORE)) {
    const now = readFileSync(join(awsFolder(environment), name), 'utf8')
    if (now !== before) expect(now).toMatch(WRITTEN[name] as RegExp)
  }
}

const SESSION = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
]

/** All variables of the session, or none; with `unset-current-credentials` they may all be blank. */
function expectSession(environment: Environment): void {
  const variables = variablesOf(environment)
  const isProfile = environment['INPUT_AWS-PROFILE'] !== undefined
  const names = isProfile ? [...SESSION, 'AWS_PROFILE'] : SESSION
  const isAsked = environment['INPUT_OUTPUT-ENV-CREDENTIALS'] !== 'false'
  expect(isAsked ? [[], names] : [[]]).toContainEqual(Object.keys(variables))
  const blank = Object.values(variables).filter((value) => value === '')
  expect(environment['INPUT_UNSET-CURRENT-CREDENTIALS'] ? [0, names.length] : [0]).toContain(
    blank.length,
  )
}
/** With keys, or taken out for a profile that renews. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  credentials: /^# mine\r\n(?:\[deploy\]\r\n(?:aws_\w+ = \S+\r\n){3})?(?:\r\n)?\[other\]\r\n$/,
  config:
    /^\[profile other\]\nregion = us-east-1\n\n\[profile deploy\]\n(?:region|credential_process) = [^\n]+(?:\n(?:region|credential_process) = [^\n]+)?$/,
}

/** After the post step: nothing of ours is left but, where the step was killed before it left a note, a lock. */
export function expectCleared(environment: Environment, { locks = false } = {}): void {
  const { GITHUB_ENV = '', GITHUB_OUTPUT = '' } = environment
  // What was asked for stands there until the job's end.
  const asked = environment['INPUT_OUTPUT-CREDENTIALS'] === 'true' ? GITHUB_OUTPUT : ''
  const files = filesBelow(dirname(environment['GITHUB_EVENT_PATH'] ?? ''))
  for (const file of files)
    if (file !== GITHUB_ENV && file !== asked)
      expect([file, LIVE.test(readFileSync(file, 'utf8'))]).toEqual([file, false])
  for (const value of Object.values(variablesOf(environment))) expect(value).not.toMatch(LIVE)
  for (const [name, before] of Object.entries(BEFORE))
    expect(readFileSync(join(awsFolder(environment), name), 'utf8')).toBe(before)
  const own = [...filesBelow(awsFolder(environment)), ...filesBelow(tempFolder(environment))]
  const allowed = locks ? /(^|\/)(config|credentials)(\.lock)?$|\/aws-oidc-preflight\.json$/ : PLAIN
  expect(own.filter((file) => !allowed.test(file))).toEqual([])
}
const PLAIN = /\/(config|credentials|aws-oidc-preflight\.json)$/

/** The next run is as good as any, and its post step leaves no more behind than that of any. */
export async function expectNextRun(on: Street, environment: Environment): Promise<void> {
  const next = nextJob(on, environment)
  expect(await runEntry('main', next)).toMatchObject({ exit: 0, stderr: '' })
  expect(await postOf(next)).toMatchObject({ exit: 0, stderr: '' })
  expectCleared(next)
  expectCleared(environment)
}

/** A job with a renewing profile whose session is over: the next tool that asks has to renew it. */
export async function renewing(on: Street) {
  const environment = newJob(on)
  expect(await runEntry('main', environment)).toMatchObject({ exit: 0, stderr: '' })
  const [state = '', cache = ''] = ['.state.json', '.session.json'].map((end) =>
    filesBelow(tempFolder(environment)).find((path) => path.endsWith(end)),
  )
  const session = JSON.parse(readFileSync(cache, 'utf8')) as object
  writeFileSync(cache, JSON.stringify({ ...session, Expiration: '2020-01-01T00:00:00Z' }))
  return { environment, state, cache }
}
