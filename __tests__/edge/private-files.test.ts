// What is staged beside a file: swept away where it was left behind, and nothing else is.
import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { removeStaged, stage } from '../../src/edge/private-files.js'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staged-'))
  path = join(folder, 'report.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what `stage` has made is known again', () => {
  stage(path, Buffer.from('x'))
  expect(readdirSync(folder)).toHaveLength(1)
  removeStaged(path)
  expect(readdirSync(folder)).toEqual([])
})

test('names that are not of its making stay, and so do links and folders of such a name', () => {
  const others = [
    'report.json',
    'report.json.tmp',
    `report.json.${ID}`,
    `report.json.${ID}.tmp.tmp`,
    `report.json.${ID.toUpperCase()}.tmp`,
    `report.json.old.${ID}.tmp`,
    `report-json.${ID}.tmp`,
    `other.json.${ID}.tmp`,
    `report.json.${ID.replaceAll('-', '0')}.tmp`,
  ]
  for (const name of others) writeFileSync(join(folder, name), 'x')
  mkdirSync(join(folder, `report.json.${ID}.tmp`))
  symlinkSync(path, join(folder, `report.json.${ID.replace('0', '1')}.tmp`))
  const before = readdirSync(folder)
  removeStaged(path)
  expect(readdirSync(folder)).toEqual(before)
})

test('with a moment, only what is older', () => {
  const staged = stage(path, Buffer.from('x'))
  utimesSync(staged, 1000, 1000)
  removeStaged(path, 1_000_000)
  expect(readdirSync(folder)).toHaveLength(1)
  removeStaged(path, 1_000_001)
  expect(readdirSync(folder)).toEqual([])
})

test.each(['gone', 'report.json'])('a folder that cannot be read is passed over: %s', (name) => {
  writeFileSync(path, 'x')
  expect(() => removeStaged(join(folder, name, 'x'))).not.toThrow()
})

/** Replaces the file, in a process in which what is staged is taken away `times` times before it is renamed. */
async function replacedWhileSwept(times: number): Promise<unknown> {
  const body = `
    import fs from 'node:fs'
    import { syncBuiltinESMExports } from 'node:module'
    const { renameSync } = fs
    let left = ${times}
    fs.renameSync = (from, to) => {
      if (left-- > 0) fs.rmSync(from)
      renameSync(from, to)
    }
    syncBuiltinESMExports()
    const { replaceWhole } = await import('./src/edge/private-files.ts')
    try {
      replaceWhole(process.env.FILE, 'new')
      console.log('"done"')
    } catch (error) {
      console.log(JSON.stringify(error.code))
    }`
  const words = ['--import', 'tsx', '--input-type=module', '-e', body]
  const options = { cwd: ROOT, env: { ...process.env, FILE: path } }
  const { stdout } = await promisify(execFile)(process.execPath, words, options)
  return JSON.parse(stdout)
}

test('a file whose copy another process sweeps away is replaced all the same, but not tried for ever', async () => {
  writeFileSync(path, 'old')
  expect(await replacedWhileSwept(2)).toBe('ENOENT')
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(await replacedWhileSwept(1)).toBe('done')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['report.json'])
})
