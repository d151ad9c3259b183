// The private files of a renewing profile on a real disk: modes, names, links, and one process at a time.
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeClock } from '../../src/edge/clock.js'
import { stage } from '../../src/edge/private-files.js'
import { makePrivateFiles } from '../../src/edge/renewal-files.js'

const clock = makeClock(new AbortController().signal)
let temp = ''
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'renewal-'))
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

const files = (patience = { waitMs: 2000, staleMs: 60_000 }) =>
  makePrivateFiles(clock, '/dist/renew.mjs', { RUNNER_TEMP: temp }, patience)

test('are made under names of their own, for this user alone', () => {
  const places = [files().place('state.json'), files().place('state.json')]
  const paths = places.map((one) => (one.ok ? one.value : ''))
  expect(new Set(paths).size).toBe(2)
  expect(readdirSync(temp)).toEqual([])
  paths.forEach((path, at) => {
    expect(files().create(path, 'ab'[at] ?? '')).toEqual({ ok: true, value: undefined })
  })
  expect(files().create(paths[0] ?? '', 'again')).toMatchObject({ failure: { errno: 'EEXIST' } })
  expect(paths.map((path) => files().read(path))).toEqual(['a', 'b'])
  for (const path of paths) expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('are replaced whole, still for this user alone, and removed', () => {
  const path = join(temp, 'session')
  expect(files().replace(path, 'new')).toEqual({ ok: true, value: undefined })
  expect(files().read(path)).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  files().remove([path, join(temp, 'never')])
  expect(readdirSync(temp)).toEqual([])
})

test('are removed with all that a killed process has left beside them, and nothing else is', () => {
  const path = join(temp, 'session')
  stage(path, Buffer.from('live'))
  const left = ['session', 'session.lock', 'session.lock.clear']
  for (const name of [...left, 'session.log', 'other']) writeFileSync(join(temp, name), 'x')
  files().remove([path])
  expect(readdirSync(temp).sort()).toEqual(['other', 'session.log'])
})

test('a link is not followed, and a file that is gone is none', () => {
  const real = join(temp, 'real')
  writeFileSync(real, 'x')
  symlinkSync(real, join(temp, 'link'))
  expect(files().read(join(temp, 'link'))).toBeUndefined()
  expect(files().read(join(temp, 'gone'))).toBeUndefined()
  expect(files().read(temp)).toBeUndefined()
})

test('what cannot be written is a failure that names it', () => {
  const nowhere = makePrivateFiles(clock, '', {})
  expect(nowhere.place('a')).toEqual({
    ok: false,
    failure: { kind: 'file', file: 'renewal', path: 'RUNNER_TEMP', reason: 'not-set' },
  })
  expect(files().replace('/dev/null/x', '')).toEqual({
    ok: false,
    failure: {
      kind: 'file',
      file: 'renewal',
      path: '/dev/null/x',
      reason: 'os',
      errno: 'ENOTDIR',
    },
  })
})

test('one at a time: the second begins when the first has ended', async () => {
  const path = join(temp, 'session')
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} begins`)
    await clock.sleep(60)
    order.push(`${name} ends`)
    return name
  }
  const results = await Promise.all([
    files().alone(path, work('a')),
    files().alone(path, work('b')),
  ])
  expect(results).toEqual(['a', 'b'])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  expect(readdirSync(temp)).toEqual([])
})

test.each([
  ['a lock that is never let go', () => join(temp, 'session')],
  ['a folder that takes no lock', () => '/dev/null/session'],
])('%s does not keep the work from being done', async (_what, pathOf) => {
  const path = pathOf()
  if (path.startsWith(temp)) writeFileSync(`${path}.lock`, 'theirs')
  const done = await files({ waitMs: 100, staleMs: 60_000 }).alone(path, async () => 'done')
  expect(done).toBe('done')
})

test('what the work itself throws is thrown, and the work not done again', async () => {
  let times = 0
  const failing = async (): Promise<never> => {
    times++
    throw Object.assign(new Error('gone'), { code: 'ENOENT' })
  }
  await expect(files().alone(join(temp, 'session'), failing)).rejects.toThrow('gone')
  expect(times).toBe(1)
})

test('the command is this very Node with the program and the state', () => {
  const { words, windows } = files().renewal('/temp/state.json')
  expect(words).toEqual([process.execPath, '/dist/renew.mjs', '/temp/state.json'])
  expect(windows).toBe(process.platform === 'win32')
})
