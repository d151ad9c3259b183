// Files that another program holds, as on Windows: tried again there and nowhere else, and whole or as they were if it does not let go.
import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { whenLetGo } from '../../src/edge/held-files.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OWN = process.platform

function on(platform: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', { value: platform, configurable: true })
}
afterEach(() => on(OWN))

describe('a file that is held', () => {
  /** Refused so many times; with what was waited between the tries. */
  const played = (code: string, times: number) => {
    let tries = 0
    const pauses: number[] = []
    const work = (): string => {
      tries++
      if (tries <= times) throw Object.assign(new Error(code), { code })
      return 'done'
    }
    const result = ((): string => {
      try {
        return whenLetGo(work, (ms) => pauses.push(ms))
      } catch (error) {
        return (error as Error).message
      }
    })()
    return { result, tries, pauses }
  }

  test.each(['EPERM', 'EACCES', 'EBUSY'])('%s: tried again, each time later', (code) => {
    on('win32')
    expect(played(code, 3)).toEqual({ result: 'done', tries: 4, pauses: [10, 20, 40] })
  })

  test('is given up long before a lock is stale', () => {
    on('win32')
    const { result, tries, pauses } = played('EBUSY', 1000)
    expect({ result, tries }).toEqual({ result: 'EBUSY', tries: 8 })
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(1270)
  })

  test('any other reason is none to try again', () => {
    on('win32')
    expect(played('ENOSPC', 1)).toEqual({ result: 'ENOSPC', tries: 1, pauses: [] })
  })

  test.each<NodeJS.Platform>(['linux', 'darwin'])('%s: such a refusal lasts', (platform) => {
    on(platform)
    expect(played('EPERM', 1)).toEqual({ result: 'EPERM', tries: 1, pauses: [] })
  })

  test('the thread stands still between the tries', () => {
    on('win32')
    const from = performance.now()
    let tries = 0
    whenLetGo(() => {
      if (++tries === 1) throw Object.assign(new Error(), { code: 'EBUSY' })
    })
    // Timers have whole milliseconds.
    expect(performance.now() - from).toBeGreaterThan(8)
  })
})

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'held-'))
  mkdirSync(join(home, '.aws'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Loaded ahead: this is Windows, and the calls in HELD are refused so many times for paths that end so. */
const HOOK = `
Object.defineProperty(process, 'platform', { value: 'win32' })
const fs = require('node:fs')
for (const { call, end, code, times } of JSON.parse(process.env.HELD)) {
  const own = fs[call]
  let left = times ?? 1e9
  fs[call] = (...words) => {
    const path = call === 'renameSync' ? words[1] : words[0]
    if (String(path).endsWith(end) && left-- > 0) throw Object.assign(new Error(code), { code })
    return own(...words)
  }
}
require('node:module').syncBuiltinESMExports()
`
interface Held {
  call: 'renameSync' | 'rmSync' | 'writeFileSync' | 'existsSync' | 'mkdirSync'
  end: string
  code: string
  times?: number
}

async function run(body: string, held: readonly Held[]): Promise<unknown> {
  const hook = join(home, 'hook.cjs')
  writeFileSync(hook, HOOK)
  const words = ['--require', hook, '--import', 'tsx', '--input-type=module', '-e', body]
  const homes = { HOME: home, USERPROFILE: home }
  // Else tsx keeps what it has compiled in a folder that Windows has.
  const env = { ...process.env, ...homes, TSX_DISABLE_CACHE: '1', HELD: JSON.stringify(held) }
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT, env })
  return JSON.parse(stdout)
}

const CHANGE = `
  import { makeClock } from './src/edge/clock.ts'
  import { makeProfiles } from './src/edge/profile-files.ts'
  const profiles = makeProfiles(makeClock(new AbortController().signal))
  const { credentials, config } = profiles.files()
  const of = (path) => ({ path, file: 'config', edit: () => ({ ok: true, value: 'new' }) })
  const changed = await profiles.change([of(config), of(credentials)])
  console.log(JSON.stringify(changed.ok ? 'changed' : changed.failure))`

const inAws = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(home, '.aws')).map((name) => [
      name,
      readFileSync(join(home, '.aws', name), 'utf8'),
    ]),
  )

describe('the profile files', () => {
  beforeEach(() => {
    for (const name of ['config', 'credentials']) writeFileSync(join(home, '.aws', name), 'old')
  })

  test.each<[string, Held[]]>([
    ['a file', [{ call: 'renameSync', end: 'credentials', code: 'EPERM', times: 3 }]],
    ['both', [{ call: 'renameSync', end: '', code: 'EBUSY', times: 5 }]],
    ['a lock that is to go', [{ call: 'rmSync', end: '.lock', code: 'EBUSY', times: 2 }]],
    // One that is gone, but still open somewhere, keeps its name for so long.
    ['the name of a lock', [{ call: 'writeFileSync', end: '.lock', code: 'EPERM', times: 2 }]],
  ])('are changed, though %s is held for a moment', async (_what, held) => {
    expect(await run(CHANGE, held)).toBe('changed')
    expect(inAws()).toEqual({ config: 'new', credentials: 'new' })
  })

  test('are as they were, both of them, if one is never let go', async () => {
    const failure = await run(CHANGE, [{ call: 'renameSync', end: 'credentials', code: 'EPERM' }])
    expect(failure).toMatchObject({ kind: 'file', reason: 'os', errno: 'EPERM' })
    expect((failure as { path: string }).path).toBe(join(home, '.aws', 'credentials'))
    expect(inAws()).toEqual({ config: 'old', credentials: 'old' })
  })
})

test('what a renewing profile works from is removed, though a tool reads it at that moment', async () => {
  const path = join(home, 'x.session.json')
  writeFileSync(path, 'session')
  const body = `
    import { makeClock } from './src/edge/clock.ts'
    import { makePrivateFiles } from './src/edge/renewal-files.ts'
    makePrivateFiles(makeClock(new AbortController().signal)).remove([${JSON.stringify(path)}])
    console.log('"removed"')`
  const held: Held = { call: 'rmSync', end: '.session.json', code: 'EBUSY', times: 2 }
  expect(await run(body, [held])).toBe('removed')
  expect(existsSync(path)).toBe(false)
})

describe('the report', () => {
  const WRITE = (path: string): string => `
    import { writeReport } from './src/edge/runner-files.ts'
    try {
      writeReport(${JSON.stringify(path)}, 'new')
      console.log('"written"')
    } catch (error) {
      console.log(JSON.stringify(error.code ?? error.message))
    }`

  test('is written, though the one before it is held for a moment', async () => {
    const path = join(home, 'report.json')
    writeFileSync(path, 'old')
    const held: Held = { call: 'renameSync', end: 'report.json', code: 'EACCES', times: 2 }
    expect(await run(WRITE(path), [held])).toBe('written')
    expect(readFileSync(path, 'utf8')).toBe('new')
  })

  // A drive that is not there: not even its root exists, and nothing is above it.
  const NO_DRIVE: Held[] = [{ call: 'mkdirSync', end: '', code: 'ENOENT' }]
  const NOTHING = "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';"
  const GONE = `${NOTHING} fs.existsSync = () => false; fs.lstatSync = () => undefined; syncBuiltinESMExports();`

  test('a drive that is not there is the system’s to tell of', async () => {
    expect(await run(`${GONE}${WRITE('/gone/report.json')}`, NO_DRIVE)).toBe('ENOENT')
    const folder = `
      import { makePrivateFolder } from './src/edge/private-files.ts'
      try { makePrivateFolder('/gone/.aws') } catch (error) { console.log(JSON.stringify(error.code ?? error.message)) }`
    expect(await run(`${GONE}${folder}`, NO_DRIVE)).toBe('ENOENT')
  })
})
