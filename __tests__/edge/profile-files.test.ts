// AWS's shared files on a real disk: all or none, links refused, nothing half written, and no profile lost among processes.

import { execFile } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeClock } from '../../src/edge/clock.js'
import { makeProfiles } from '../../src/edge/profile-files.js'
import type { FileReason, ProfileFile } from '../../src/model.js'
import type { Clock, FileEdit } from '../../src/world.js'
import { unwritable } from '../fake-files.js'

const clock = makeClock(new AbortController().signal)
/** Below /proc Node's own recursive mkdir does not come back; on macOS the root takes no folder. */
const NOWHERE = '/proc/nowhere/config'
const FINE = { ok: true, value: undefined } as const
const PATIENCE = { waitMs: 400, staleMs: 60_000 }

/** Time that passes in sleep alone; `slept` is told how many ms of it there have been. */
function sleeper(slept: (ms: number) => unknown): Clock {
  const from = Date.now()
  let passed = 0
  return {
    now: () => from + passed,
    monotonic: () => passed,
    async sleep(ms) {
      passed += ms
      slept(passed)
    },
  }
}

let home = ''
let aws = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'profiles-'))
  aws = join(home, '.aws')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const profilesIn = (env: NodeJS.ProcessEnv = {}, patience = PATIENCE) =>
  makeProfiles(clock, { HOME: home, ...env }, patience)
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)
const edit = (path: string, value: string | undefined): FileEdit => ({
  path,
  file: 'config',
  edit: () => ({ ok: true, value }),
})
/** Both files, each with one word more at its end. */
function both(env: NodeJS.ProcessEnv = {}): FileEdit[] {
  const { credentials, config } = profilesIn(env).files()
  const more = (path: string, file: ProfileFile): FileEdit => ({
    path,
    file,
    edit: (text = '') => ({ ok: true, value: `${text}more\n` }),
  })
  return [more(credentials, 'credentials'), more(config, 'config')]
}

describe('where the files are', () => {
  test.each([
    [{}, '.aws/credentials', '.aws/config'],
    [{ AWS_CONFIG_FILE: '~/elsewhere/c' }, '.aws/credentials', 'elsewhere/c'],
    [{ AWS_SHARED_CREDENTIALS_FILE: '~', AWS_CONFIG_FILE: '' }, '', '.aws/config'],
  ])('%j', (env, credentials, config) => {
    expect(profilesIn(env).files()).toEqual({
      credentials: credentials === '' ? home : join(home, credentials),
      config: join(home, config),
    })
  })

  test('an absolute path is taken as it is', () => {
    const { files } = profilesIn({ AWS_SHARED_CREDENTIALS_FILE: '/a/b', AWS_CONFIG_FILE: '/c' })
    expect(files()).toEqual({ credentials: '/a/b', config: '/c' })
  })
})

describe('writing', () => {
  test('makes folder and files for this user alone, and leaves nothing else there', async () => {
    expect(await profilesIn().change(both())).toMatchObject({ ok: true })
    expect(modeOf(aws)).toBe('700')
    expect(readdirSync(aws).sort()).toEqual(['config', 'credentials'])
    expect(['config', 'credentials'].map((name) => modeOf(join(aws, name)))).toEqual(['600', '600'])
  })

  test.each(['644', '640', '600', '400'])(
    'leaves the mode %s of a file as it is, and the folder',
    async (mode) => {
      mkdirSync(aws, { mode: 0o755 })
      writeFileSync(join(aws, 'config'), 'text\n', { mode: Number.parseInt(mode, 8) })
      await profilesIn().change(both())
      expect(readFileSync(join(aws, 'config'), 'utf8')).toBe('text\nmore\n')
      expect([modeOf(join(aws, 'config')), modeOf(aws)]).toEqual([mode, '755'])
    },
  )

  test('keeps every byte: a byte order mark, line ends', async () => {
    mkdirSync(aws)
    const path = join(aws, 'config')
    writeFileSync(path, '\ufeff[a]\r\nx = \u00e4\r\n')
    await profilesIn().change(both())
    expect(readFileSync(path)).toEqual(Buffer.from('\ufeff[a]\r\nx = \u00e4\r\nmore\n'))
  })

  test('replaces the file as a whole: a reader that has it open goes on with the old one', async () => {
    mkdirSync(aws)
    const path = join(aws, 'config')
    writeFileSync(path, 'old\n')
    const { ino } = statSync(path)
    await profilesIn().change(both())
    expect(statSync(path).ino).not.toBe(ino)
  })

  test('a file that needs no change is not touched', async () => {
    mkdirSync(aws)
    const path = join(aws, 'config')
    writeFileSync(path, 'same\n', { mode: 0o644 })
    const before = statSync(path)
    await profilesIn().change([edit(path, 'same\n')])
    expect(statSync(path)).toEqual({
      ...before,
      atimeMs: expect.anything(),
      atime: expect.anything(),
    })
  })

  test('one file for both is edited once, by both', async () => {
    const env = {
      AWS_SHARED_CREDENTIALS_FILE: join(home, 'one'),
      AWS_CONFIG_FILE: join(home, 'one'),
    }
    await profilesIn(env).change(both(env))
    expect(readFileSync(join(home, 'one'), 'utf8')).toBe('more\nmore\n')
  })

  test('an edit that ends in no file removes it', async () => {
    mkdirSync(aws)
    const path = join(aws, 'config')
    writeFileSync(path, 'text\n')
    await profilesIn().change([edit(path, undefined)])
    expect(existsSync(path)).toBe(false)
  })

  test('`before` is called once all edits fit, and before anything is written', async () => {
    let seen: string[] = []
    await profilesIn().change(both(), () => {
      seen = readdirSync(aws)
      return FINE
    })
    expect(seen.sort()).toEqual(['config.lock', 'credentials.lock'])
    expect(await profilesIn().change([edit(join(aws, 'config'), 'x')], () => FINE)).toMatchObject({
      ok: true,
    })
  })

  test('where `before` fails, both files are left alone, and the failure is its own', async () => {
    mkdirSync(aws)
    writeFileSync(join(aws, 'config'), 'old\n')
    const failure = unwritable('/state', 'state')
    const changed = await profilesIn().change(both(), () => ({ ok: false, failure }))
    expect(changed).toEqual({ ok: false, failure })
    expect(readdirSync(aws)).toEqual(['config'])
    expect(readFileSync(join(aws, 'config'), 'utf8')).toBe('old\n')
  })

  test('an edit that does not fit leaves both files alone', async () => {
    const failure = { kind: 'profile-exists', profile: 'x', path: 'y', line: 1 } as const
    const [first] = both()
    const refusing = {
      ...edit(join(aws, 'config'), ''),
      edit: () => ({ ok: false as const, failure }),
    }
    let told = false
    const changed = await profilesIn().change([first as FileEdit, refusing], () => {
      told = true
      return FINE
    })
    expect(changed).toEqual({ ok: false, failure })
    expect({ told, left: readdirSync(aws) }).toEqual({ told: false, left: [] })
  })
})

describe('undo', () => {
  test('puts back what there was, and removes what there was not', async () => {
    mkdirSync(aws)
    writeFileSync(join(aws, 'config'), 'old\n')
    const changed = await profilesIn().change(both())
    if (changed.ok) await changed.value.undo()
    expect(readdirSync(aws)).toEqual(['config'])
    expect(readFileSync(join(aws, 'config'), 'utf8')).toBe('old\n')
  })

  test('leaves alone what somebody else has changed since', async () => {
    const changed = await profilesIn().change(both())
    writeFileSync(join(aws, 'config'), 'theirs\n')
    if (changed.ok) await changed.value.undo()
    expect(readFileSync(join(aws, 'config'), 'utf8')).toBe('theirs\n')
  })
})

describe('what cannot be written names the file, and leaves both as they were', () => {
  const failed = (path: string, why: FileReason) => ({
    ok: false,
    failure: { kind: 'file', file: 'config', path, ...why },
  })

  test('a link in place of the file, and what it leads to', async () => {
    mkdirSync(aws)
    const victim = join(home, 'victim')
    writeFileSync(victim, 'precious\n')
    symlinkSync(victim, join(aws, 'config'))
    expect(await profilesIn().change(both())).toEqual(
      failed(join(aws, 'config'), { reason: 'link' }),
    )
    expect(readFileSync(victim, 'utf8')).toBe('precious\n')
    expect(lstatSync(join(aws, 'config')).isSymbolicLink()).toBe(true)
    expect(readdirSync(aws)).toEqual(['config'])
  })

  test('a link in place of the folder', async () => {
    mkdirSync(join(home, 'real'))
    symlinkSync(join(home, 'real'), aws)
    expect(await profilesIn().change(both())).toMatchObject({ failure: { reason: 'link' } })
    expect(readdirSync(join(home, 'real'))).toEqual([])
  })

  test.each([
    ['a device', '/dev/zero', { reason: 'not-a-file' }],
    ['a folder', tmpdir(), { reason: 'not-a-file' }],
    ['below a file', '/dev/null/config', { reason: 'os', errno: 'ENOTDIR' }],
    ['where the system makes none', NOWHERE, { reason: 'os', errno: expect.any(String) as never }],
  ] satisfies [string, string, FileReason][])('%s', async (_what, path, why) => {
    const env = { AWS_CONFIG_FILE: path }
    expect(await profilesIn(env).change(both(env))).toEqual(failed(path, why))
    expect(existsSync(join(aws, 'credentials'))).toBe(false)
  })

  test('bytes that are no UTF-8', async () => {
    mkdirSync(aws)
    const bytes = Buffer.from([0x5b, 0xff, 0xfe])
    writeFileSync(join(aws, 'config'), bytes)
    const why: FileReason = { reason: 'os', errno: 'ERR_ENCODING_INVALID_ENCODED_DATA' }
    expect(await profilesIn().change(both())).toEqual(failed(join(aws, 'config'), why))
    expect(readFileSync(join(aws, 'config'))).toEqual(bytes)
  })

  test('a file far larger than any of its kind', async () => {
    mkdirSync(aws)
    writeFileSync(join(aws, 'config'), Buffer.alloc(512 * 1024 + 1, 0x0a))
    expect(await profilesIn().change(both())).toEqual(
      failed(join(aws, 'config'), { reason: 'too-large' }),
    )
  })

  test('the second cannot be put in its place: the first is as it was, its mode too', async () => {
    mkdirSync(aws)
    const [credentials, config] = [join(aws, 'credentials'), join(aws, 'config')]
    writeFileSync(config, 'old\n', { mode: 0o640 })
    chmodSync(config, 0o640)
    // Put in the way after all was read, as only another program could.
    const block = () => {
      mkdirSync(join(credentials, 'x'), { recursive: true })
      return FINE
    }
    const changed = await profilesIn().change(both(), block)
    expect(changed).toMatchObject({ ok: false, failure: { path: credentials, errno: 'EISDIR' } })
    expect(readFileSync(config, 'utf8')).toBe('old\n')
    expect(modeOf(config)).toBe('640')
    expect(readdirSync(aws).sort()).toEqual(['config', 'credentials'])
  })
})

describe('the lock', () => {
  test('of another process is waited for, but not for ever', async () => {
    mkdirSync(aws)
    writeFileSync(join(aws, 'config.lock'), 'theirs')
    const inVain = makeProfiles(
      sleeper(() => undefined),
      { HOME: home },
      PATIENCE,
    )
    const waited = await inVain.change(both())
    expect(waited).toMatchObject({ failure: { path: join(aws, 'config'), reason: 'locked' } })
    expect(readFileSync(join(aws, 'config.lock'), 'utf8')).toBe('theirs')

    const gone = sleeper((ms) => ms >= 100 && rmSync(join(aws, 'config.lock'), { force: true }))
    const changing = makeProfiles(gone, { HOME: home }, PATIENCE).change(both())
    expect(await changing).toMatchObject({ ok: true })
  })

  test('of the second file is waited for only as long as the first one has left', async () => {
    mkdirSync(aws)
    for (const name of ['config.lock', 'credentials.lock']) writeFileSync(join(aws, name), 'theirs')
    const time = sleeper((ms) => ms >= 700 && rmSync(join(aws, 'config.lock'), { force: true }))
    const patience = { ...PATIENCE, waitMs: 1000 }
    const waited = await makeProfiles(time, { HOME: home }, patience).change(both())
    expect(waited).toMatchObject({ failure: { path: join(aws, 'credentials'), reason: 'locked' } })
    expect(time.monotonic()).toBeLessThan(1100)
  })

  test('that is kept fresh keeps the step for 12 s, both files and taking back included', async () => {
    mkdirSync(aws)
    const lock = join(aws, 'config.lock')
    const time = sleeper(() => utimesSync(lock, time.now() / 1000, time.now() / 1000))
    const changed = await makeProfiles(time, { HOME: home }).change(both())
    writeFileSync(lock, 'theirs')
    const undone = changed.ok ? await changed.value.undo() : changed
    expect(undone).toMatchObject({ ok: false, failure: { reason: 'locked' } })
    expect(time.monotonic()).toBeLessThan(12_100)
  })

  test('that a process left behind that was killed just now is waited for, and taken away', async () => {
    mkdirSync(aws)
    const time = sleeper(() => undefined)
    for (const name of ['config.lock', 'credentials.lock']) writeFileSync(join(aws, name), 'gone')
    expect(await makeProfiles(time, { HOME: home }).change(both())).toMatchObject({ ok: true })
    expect(readdirSync(aws).sort()).toEqual(['config', 'credentials'])
    expect(time.monotonic()).toBeGreaterThan(9000)
  })

  test('that a killed process left behind is taken away', async () => {
    mkdirSync(aws)
    const old = new Date(Date.now() - 120_000)
    for (const name of ['config.lock', 'credentials.lock']) {
      writeFileSync(join(aws, name), 'gone')
      utimesSync(join(aws, name), old, old)
    }
    expect(await profilesIn().change(both())).toMatchObject({ ok: true })
    expect(readdirSync(aws).sort()).toEqual(['config', 'credentials'])
  })
})

test('what a killed process had staged is swept away, be it new; what is not ours stays', async () => {
  mkdirSync(aws)
  const old = new Date(Date.now() - 120_000)
  const names = [
    'config.0f8fad5b-d9cb-469f-a165-70867728950e.tmp',
    'config.mine.tmp',
    'other.0f8fad5b-d9cb-469f-a165-70867728950e.tmp',
  ]
  for (const name of names) {
    writeFileSync(join(aws, name), 'x')
    utimesSync(join(aws, name), old, old)
  }
  writeFileSync(join(aws, 'config.7c9e6679-7425-40de-944b-e07fc1f90ae7.tmp'), 'new')
  expect(await profilesIn().change(both())).toMatchObject({ ok: true })
  expect(readdirSync(aws).sort()).toEqual([
    'config',
    'config.mine.tmp',
    'credentials',
    'other.0f8fad5b-d9cb-469f-a165-70867728950e.tmp',
  ])
})

const script = (body: string): string[] => ['--import', 'tsx', '--input-type=module', '-e', body]
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** A process of its own; `before` are words of a command that runs it. */
function run(body: string, ...before: string[]): Promise<{ stdout: string }> {
  const [program = '', ...words] = [...before, process.execPath, ...script(body)]
  return promisify(execFile)(program, words, { cwd: ROOT, env: { ...process.env, HOME: home } })
}

test('two processes that write 20 profiles each at the same time lose none', async () => {
  const writer = (name: string): string => `
    import { makeClock } from './src/edge/clock.ts'
    import { makeProfiles } from './src/edge/profile-files.ts'
    import { setSection } from './__tests__/profile/support.ts'
    const profiles = makeProfiles(makeClock(new AbortController().signal))
    const files = profiles.files()
    for (let n = 0; n < 20; n++) {
      const edits = ['credentials', 'config'].map((file) => ({
        path: files[file],
        file,
        edit: (text = '') => ({ ok: true, value: setSection(text, '${name}' + n, file, { n: String(n) }) }),
      }))
      const changed = await profiles.change(edits)
      if (!changed.ok) throw new Error(JSON.stringify(changed))
    }`
  await Promise.all(['one', 'two'].map((name) => run(writer(name))))
  const names = ['one', 'two'].flatMap((name) => Array.from({ length: 20 }, (_, n) => name + n))
  const text = (file: string): string => readFileSync(join(aws, file), 'utf8')
  for (const name of names) {
    expect(text('credentials')).toContain(`[${name}]\n`)
    expect(text('config')).toContain(`[profile ${name}]\n`)
  }
  expect(readdirSync(aws).sort()).toEqual(['config', 'credentials'])
})

test('a disk that takes no more in the middle of the second file: both are as they were', async () => {
  mkdirSync(aws)
  writeFileSync(join(aws, 'config'), 'old\n')
  const body = `
    import { makeClock } from './src/edge/clock.ts'
    import { makeProfiles } from './src/edge/profile-files.ts'
    const profiles = makeProfiles(makeClock(new AbortController().signal))
    const { credentials, config } = profiles.files()
    const of = (path, value) => ({ path, file: 'config', edit: () => ({ ok: true, value }) })
    console.log(JSON.stringify(await profiles.change([of(config, 'new'), of(credentials, 'x'.repeat(9000))])))`
  // So many blocks, and the system refuses to write on (EFBIG), as a full disk does.
  const { stdout } = await run(body, 'bash', '-c', 'ulimit -f 4; exec "$0" "$@"')
  expect(JSON.parse(stdout)).toMatchObject({
    failure: { path: join(aws, 'credentials'), errno: 'EFBIG' },
  })
  expect(readFileSync(join(aws, 'config'), 'utf8')).toBe('old\n')
  expect(readdirSync(aws)).toEqual(['config'])
})
