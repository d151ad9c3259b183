// The built action where the runner's files are no files: it waits for no other end of a pipe, reads no device, and tells it at once.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { play } from '../sandbox/play.js'
import { READY } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'

let on: Street
const folder = mkdtempSync(join(tmpdir(), 'odd-'))
const odd = {
  'a pipe': join(folder, 'pipe'),
  'a device': '/dev/zero',
  'a file of 3 GB': join(folder, 'large'),
  'a folder': folder,
}
beforeAll(async () => {
  on = await street()
  execFileSync('mkfifo', [odd['a pipe']])
  writeFileSync(odd['a file of 3 GB'], '')
  // Without blocks on the disk.
  truncateSync(odd['a file of 3 GB'], 3e9)
})
afterEach(() => on.reset())
afterAll(async () => {
  await on.stop()
  rmSync(folder, { recursive: true })
})

const KINDS = Object.entries(odd)
const run = (name: string, path: string) => play(on, { ...READY, variables: { [name]: path } })

describe.each(['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'])('%s', (name) => {
  test.each(KINDS)('as %s is an error, with nothing exported', async (_what, path) => {
    const { exit, exported, summary } = await run(name, path)
    expect(exit).toBe(1)
    expect(exported).toEqual({})
    expect(summary).toContain('Error: a file of the runner cannot be written')
    expect(summary).toContain(name === 'GITHUB_ENV' ? 'environment' : name.slice(7).toLowerCase())
  })
})

describe.each(['GITHUB_EVENT_PATH', 'GITHUB_STEP_SUMMARY'])('%s', (name) => {
  test.each(KINDS)('as %s is done without', async (_what, path) => {
    const { exit, exported, causes } = await run(name, path)
    expect({ exit, causes }).toEqual({ exit: 0, causes: [] })
    expect(exported).toHaveProperty('AWS_SESSION_TOKEN')
  })
})

test('a value for summary that is no boolean leaves the summary, which says so', async () => {
  const { exit, summary, causes } = await play(on, {
    ...READY,
    variables: { INPUT_SUMMARY: 'yes please' },
  })
  expect({ exit, causes }).toEqual({ exit: 1, causes: ['input-invalid'] })
  expect(summary).toContain('<code>summary</code>')
})

test('what GitHub would make a link, a mail or a formula of stays text in the summary', async () => {
  const { summary } = await play(on, {
    ...READY,
    faults: {
      token: {
        claims: { sub: 'https://evil.test www.evil.test a@evil.test $x^2$ \ud800 ' },
      },
    },
  })
  const page = summary.replace(/^ *(`{3,})[\s\S]*?^ *\1$/gm, '')
  expect(page).toContain('evil.test')
  for (const live of ['https://evil', 'www.evil', 'a@evil', 'a&#64;evil', '$x'])
    expect(page).not.toContain(live)
  expect(summary.isWellFormed()).toBe(true)
})
