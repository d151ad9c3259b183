// What `npm start` says of words that it cannot use: before anything runs.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const root = fileURLToPath(new URL('../../', import.meta.url))

test.each([
  [['--issuer'], '--issuer needs a URL\n'],
  [['--issuer', 'https://idp.example.com', 'ready'], 'Too many words: ready\n'],
  [['ready', '--list', 'x'], 'Too many words: --list x\n'],
  [['--list', 'x'], 'Too many words: x\n'],
  [['redy'], 'There is no scenario "redy". The nearest: ready,'],
])('%j', (words, said) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'sandbox/demo.ts', ...words],
    { cwd: root, encoding: 'utf8' },
  )
  expect(stderr.startsWith(said)).toBe(true)
  expect(stderr).toContain('npm start -- --issuer <url>')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})
