// A file of dist that is missing, empty or cut off: whoever loads it says so in an annotation, and no stack of ours is printed.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Faults } from '../sandbox/faults.js'
import { readVariables } from '../sandbox/play.js'
import { readLog } from '../sandbox/runner-commands.js'
import { withDefaults } from '../sandbox/runner-inputs.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const DOORS = ['main.mjs', 'renew.mjs', 'post.mjs']
/** Whatever there is beside the doors, by whatever name. */
const LOADED = readdirSync(DIST).filter((name) => name.endsWith('.mjs') && !DOORS.includes(name))

let on: Street
let copy = ''
beforeAll(async () => {
  on = await street()
  copy = join(mkdtempSync(join(tmpdir(), 'missing-')), 'dist')
})
afterAll(async () => {
  rmSync(join(copy, '..'), { recursive: true, force: true })
  await on.stop()
})

type Variables = Record<string, string>

interface Ended {
  exit: number | null
  stdout: string
  stderr: string
}

/** Of a copy in which only `change` was done. */
async function ended(change: () => void, env: Variables, ...words: string[]): Promise<Ended> {
  rmSync(copy, { recursive: true, force: true })
  cpSync(DIST, copy, { recursive: true })
  change()
  const [door = '', ...rest] = words
  const child = spawn(process.execPath, [join(copy, door), ...rest], { env, timeout: 60_000 })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  return new Promise((done) => child.on('close', (exit) => done({ exit, ...said })))
}

const without = (name: string) => () => rmSync(join(copy, name))
const laid = (own: Variables = {}): Variables => withDefaults({ ...on.environment(), ...own })

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: '*' }],
})
/** Between them, all that there is to load is loaded (and the test says so). */
const RUNS: readonly (readonly [what: string, variables: Variables, faults?: Faults])[] = [
  ['a good run', {}],
  ['an input that is wrong', { 'INPUT_AWS-REGION': 'nowhere' }],
  ['keys of the job', { 'INPUT_USE-EXISTING-CREDENTIALS': 'true', ...keys() }],
  ['a refusal', {}, { sts: { error: { status: 403, code: 'AccessDenied', message: 'no' } } }],
  ['a policy that was given', { 'INPUT_TRUST-POLICY': POLICY }],
  ['an issuer that is down', { 'INPUT_DISABLE-RETRY': 'true' }, down()],
]

function keys(): Variables {
  return { AWS_ACCESS_KEY_ID: 'AKIAOLD', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: 'y' }
}

function down(): Faults {
  return { discovery: { status: 503 }, jwks: { status: 503 } }
}

const STACK = /^\s+at |node:internal|Node\.js v/m
const INSIDE = 'unknown: an error inside this action stopped the step'

describe.each(LOADED)('without %s', (name) => {
  let missed = 0

  test.each(RUNS)('the main step: %s', async (_what, variables, faults = {}) => {
    await on.reset()
    await on.setFaults(faults)
    const env = laid(variables)
    const { exit, stdout, stderr } = await ended(without(name), env, 'main.mjs')
    expect(stderr).toBe('')
    expect(stdout).not.toMatch(STACK)
    const { annotations } = readLog(stdout)
    const inside = annotations.filter(({ properties }) => properties['title'] === INSIDE)
    const isMissed = stdout.includes(name)
    expect(inside).toHaveLength(isMissed ? 1 : 0)
    if (!isMissed) return
    missed++
    expect(exit).toBe(1)
    expect(annotations.filter(({ severity }) => severity === 'error')).toEqual(inside)
    expect(inside[0]?.message).toMatch(/^an error inside this action stopped the step\n/)
    expect(inside[0]?.message).toContain('with every file of its folder `dist`')
    // All or nothing.
    const exported = readVariables(readFileSync(env['GITHUB_ENV'] ?? '', 'utf8'))
    expect(exported).not.toHaveProperty('AWS_SESSION_TOKEN')
    expect(readVariables(readFileSync(env['GITHUB_OUTPUT'] ?? '', 'utf8'))['ready']).not.toBe(
      'true',
    )
  })

  test('somebody missed it', () => expect(missed).toBeGreaterThan(0))

  test('the post step needs none', async () => {
    await on.reset()
    expect(await ended(without(name), laid(), 'post.mjs')).toEqual({
      exit: 0,
      stdout: '',
      stderr: '',
    })
  })
})

describe('a renewal', () => {
  let env: Variables
  let state = ''
  beforeAll(async () => {
    await on.reset()
    env = laid({ 'INPUT_AWS-PROFILE': 'deploy', INPUT_RENEW: 'true' })
    const first = await ended(() => undefined, env, 'main.mjs')
    expect(first).toMatchObject({ exit: 0, stderr: '' })
    const temp = env['RUNNER_TEMP'] ?? ''
    const path = (end: string): string =>
      join(temp, readdirSync(temp).find((name) => name.endsWith(end)) ?? '')
    state = path('.state.json')
    writeFileSync(path('.session.json'), '{}')
    await on.setFaults({ sts: { error: { status: 403, code: 'AccessDenied', message: 'no' } } })
  })

  test.each(LOADED)('without %s: no stack, and nothing for the tool', async (name) => {
    const { exit, stdout, stderr } = await ended(without(name), env, 'renew.mjs', state)
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' })
    expect(stderr).not.toMatch(STACK)
    expect(stderr.startsWith(`${INSIDE}\n`)).toBe(stderr.includes(name))
    // What was the matter stands there, or that nothing could say it.
    expect(stderr).toMatch(/^[a-z-]+: /)
  })
})

/** The only ones that a door loads itself. */
const FIRST = LOADED.filter((name) =>
  ['main.mjs', 'renew.mjs'].some((door) =>
    readFileSync(join(DIST, door), 'utf8').includes(`import("./${name}")`),
  ),
)

test('the doors load something', () => expect(FIRST.length).toBeGreaterThan(0))

describe.each(FIRST)('%s', (name) => {
  test.each<[string, (text: string) => string]>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['a page', () => '<!DOCTYPE html>\n<title>::error::boo</title>'],
  ])('that is %s', async (_what, edit) => {
    const change = (): void => {
      const path = join(copy, name)
      writeFileSync(path, edit(readFileSync(path, 'utf8')))
    }
    await on.reset()
    const main = await ended(change, laid(), 'main.mjs')
    expect(main).toMatchObject({ exit: 1, stderr: '' })
    expect(main.stdout).toMatch(/^::error title=unknown%3A an error inside this action [^\n]+\n$/)
    const renewal = await ended(change, laid(), 'renew.mjs', '/nowhere.state.json')
    expect(renewal).toMatchObject({ exit: 1, stdout: '' })
    expect(renewal.stderr.startsWith(`${INSIDE}\n`)).toBe(true)
    expect(renewal.stderr).not.toMatch(STACK)
  })
})

test('without all of them at once, it is told once', async () => {
  await on.reset()
  await on.setFaults(down())
  for (const kept of LOADED) {
    const all = (): void => {
      for (const name of LOADED) if (name !== kept) without(name)()
    }
    const { exit, stdout, stderr } = await ended(all, laid(), 'main.mjs')
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: '' })
    expect(stdout).not.toMatch(STACK)
    expect(stdout.match(/^::error /gm)).toHaveLength(1)
  }
})
