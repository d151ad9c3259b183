// The built action, its post step and a renewal where nobody reads what they say: all that lies in files is whole, and no stack is printed.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { play, playPost, readVariables } from '../sandbox/play.js'
import { withDefaults } from '../sandbox/runner-inputs.js'
import { READY } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

type Variables = Record<string, string>

interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stderr: string
}

/** `pipe` and `socket`: closed before the first line; `later`: after it. `full`: a file on a disk without room. */
type Way = 'pipe' | 'socket' | 'later' | 'full'
const WAYS: readonly Way[] = ['pipe', 'socket', 'later', 'full']

function ended(env: Variables, way: Way, entry: string, ...rest: string[]): Promise<Ended> {
  const words = [join(DIST, `${entry}.mjs`), ...rest]
  // Node's own pipes are sockets.
  const bash = ['-c', '"$@" | :; exit "$PIPESTATUS"', 'bash']
  const [program, all] =
    way === 'pipe'
      ? (['bash', [...bash, process.execPath, ...words]] as const)
      : ([process.execPath, words] as const)
  const full = way === 'full' ? openSync('/dev/full', 'w') : undefined
  const stdout = way === 'pipe' ? 'ignore' : (full ?? 'pipe')
  const child = spawn(program, all, { env, timeout: 60_000, stdio: ['ignore', stdout, 'pipe'] })
  if (full !== undefined) closeSync(full)
  if (way === 'socket') child.stdout?.destroy()
  if (way === 'later') child.stdout?.once('data', () => child.stdout?.destroy())
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  return new Promise((done) => {
    child.on('close', (code, signal) => done({ code, signal, stderr }))
  })
}

const laid = (own: Variables): Variables => withDefaults({ ...on.environment(), ...own })
const textOf = (env: Variables, name: string): string => readFileSync(env[name] ?? '', 'utf8')
const awsFile = (env: Variables, name: string): string => join(env['HOME'] ?? '', '.aws', name)
const QUIET: Ended = { code: 0, signal: null, stderr: '' }

describe.each(WAYS)('standard output is closed (%s)', (way) => {
  test('a run that signs in: variables, outputs, page and report are whole, and it is well', async () => {
    await on.reset()
    const env = laid({ 'INPUT_AWS-PROFILE': 'deploy', 'INPUT_OUTPUT-ENV-CREDENTIALS': 'true' })
    expect(await ended(env, way, 'main')).toEqual(QUIET)
    const exported = readVariables(textOf(env, 'GITHUB_ENV'))
    expect(exported).toMatchObject({ AWS_PROFILE: 'deploy', AWS_REGION: 'eu-west-1' })
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key } = exported
    const profile = readFileSync(awsFile(env, 'credentials'), 'utf8')
    expect(profile).toMatch(/^\[deploy\]\naws_access_key_id = \S+\n/)
    expect(profile).toContain(`aws_access_key_id = ${id}\naws_secret_access_key = ${key}\n`)
    const outputs = readVariables(textOf(env, 'GITHUB_OUTPUT'))
    expect(outputs).toMatchObject({ ready: 'true', causes: '[]' })
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject({ ready: true })
    expect(textOf(env, 'GITHUB_STEP_SUMMARY')).toMatch(/^### ✅/)

    const state = Object.entries(readVariables(textOf(env, 'GITHUB_STATE')))
    const handed = Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value]))
    expect(await ended({ ...env, ...exported, ...handed }, way, 'post')).toEqual(QUIET)
    expect(existsSync(awsFile(env, 'credentials'))).toBe(false)
    expect(readVariables(textOf(env, 'GITHUB_ENV'))).toMatchObject({ AWS_ACCESS_KEY_ID: '' })
  })

  test('a run that fails: it fails, and page, outputs and report say why', async () => {
    await on.reset()
    const env = laid({ 'INPUT_ALLOWED-ACCOUNT-IDS': '999999999999' })
    expect(await ended(env, way, 'main')).toEqual({ ...QUIET, code: 1 })
    const outputs = readVariables(textOf(env, 'GITHUB_OUTPUT'))
    expect(outputs).toMatchObject({ ready: 'false', causes: '["account-not-allowed"]' })
    expect(readFileSync(outputs['report'] ?? '', 'utf8')).toContain('account-not-allowed')
    expect(textOf(env, 'GITHUB_STEP_SUMMARY')).toMatch(/^### ❌/)
    expect(textOf(env, 'GITHUB_ENV')).toBe('')
  })
})

describe('a renewal whose tool is gone', () => {
  const cases = WAYS.filter((way) => way !== 'later').flatMap((way) =>
    [true, false].map((isFresh) => [way, isFresh] as const),
  )
  test.each(cases)(
    '(%s; a session that is there: %s) fails, and says nothing',
    async (way, isFresh) => {
      const run = await play(on, {
        ...READY,
        variables: { 'INPUT_AWS-PROFILE': 'deploy', INPUT_RENEW: 'true' },
      })
      const temp = run.environment['RUNNER_TEMP'] ?? ''
      const path = (end: string): string =>
        join(temp, readdirSync(temp).find((name) => name.endsWith(end)) ?? '')
      const cache = path('.session.json')
      const before = readFileSync(cache, 'utf8')
      if (!isFresh) writeFileSync(cache, '{}')
      expect(await ended(run.environment, way, 'renew', path('.state.json'))).toEqual({
        ...QUIET,
        code: 1,
      })
      // What was fetched is kept for the next tool.
      const after = readFileSync(cache, 'utf8')
      expect(after === before).toBe(isFresh)
      expect(JSON.parse(after)).toMatchObject({ Version: 1, SessionToken: expect.any(String) })
      expect((await playPost(run)).exit).toBe(0)
    },
  )
})
