// Files below a folder by the paths of Windows: drives in either case, backslashes, shares. The disk is a map here.

import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, win32 } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { readBelow as ReadBelow } from '../../src/edge/read-below.js'

const folder = fs.mkdtempSync(join(tmpdir(), 'below-'))
const real = join(folder, 'real')
fs.writeFileSync(real, 'text')
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** Where links lead; all other paths lead to themselves, as they are written. */
const LINKS: Readonly<Record<string, string>> = {
  'D:\\a\\repo\\link.json': 'D:\\a\\repo\\infra\\trust.json',
}

let readBelow: typeof ReadBelow
beforeAll(async () => {
  jest.unstable_mockModule('node:path', () => ({ ...win32, default: win32 }))
  jest.unstable_mockModule('node:fs', () => ({
    ...fs,
    realpathSync: (path: string) => LINKS[path] ?? path,
    // As files of /proc are, this one is larger than it says.
    statSync: () => ({
      ...fs.statSync(real),
      size: 0,
      isDirectory: () => false,
      isFile: () => true,
    }),
    openSync: (_path: string, flags: number) => fs.openSync(real, flags),
  }))
  const loaded = await import('../../src/edge/read-below.js')
  readBelow = loaded.readBelow
})

const ROOT = 'D:\\a\\repo'
const read = (path: string, strictly: boolean): string => {
  const result = readBelow(path, ROOT, 100, strictly)
  if (result.ok) return result.value
  return 'problem' in result.failure ? result.failure.problem : ''
}

describe.each([true, false])('strictly: %s', (strictly) => {
  test.each([
    ['infra\\trust.json', 'text'],
    ['infra/trust.json', 'text'],
    ['.\\infra\\..\\trust.json', 'text'],
    ['D:\\a\\repo\\infra\\trust.json', 'text'],
    ['D:/a/repo/infra/trust.json', 'text'],
    ['..\\trust.json', 'outside'],
    ['../repository/trust.json', 'outside'],
    ['infra\\..\\..\\trust.json', 'outside'],
  ])('%s: %s', (path, what) => {
    expect(read(path, strictly)).toBe(what)
  })
})

test('a file that is larger than it says is not read to its end', () => {
  expect(readBelow('trust.json', ROOT, 3)).toEqual({
    ok: false,
    failure: { kind: 'token-file', path: 'trust.json', problem: 'too-large', size: 3, over: true },
  })
})

test.each([
  // Drives and names go without regard to case.
  ['d:\\a\\repo\\infra\\trust.json', 'text'],
  ['D:\\A\\Repo\\infra\\trust.json', 'text'],
  ['C:\\a\\repo\\trust.json', 'outside'],
  ['\\\\server\\share\\trust.json', 'outside'],
  ['\\\\?\\C:\\trust.json', 'outside'],
  ['\\a\\repo2\\trust.json', 'outside'],
  ['link.json', 'link'],
])('strictly, %s: %s', (path, what) => {
  expect(read(path, true)).toBe(what)
})
