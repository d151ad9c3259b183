// The built action where the runner's files are no files: it waits for no other end of a pipe, reads no device, and tells it at once.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { type Played, play, playPost } from '../sandbox/play.js'
import type { Variables } from '../sandbox/scenario.js'
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
const run = (name: string, path: string, more: Variables = {}): Promise<Played> =>
  play(on, { ...READY, variables: { ...more, [name]: path } })

const BLANK_FIRST = { 'INPUT_UNSET-CURRENT-CREDENTIALS': 'true', AWS_ACCESS_KEY_ID: 'AKIAOLD' }
const NEEDED: readonly [name: string, words: string, more: Variables][] = [
  ['GITHUB_ENV', 'environment', {}],
  ['GITHUB_ENV', 'clear the AWS settings', BLANK_FIRST],
  ['GITHUB_OUTPUT', 'output', {}],
  ['GITHUB_STATE', 'state', {}],
]

describe.each(NEEDED)('%s (%s)', (name, words, more) => {
  test.each(KINDS)('as %s is an error, with nothing exported', async (_what, path) => {
    const { exit, exported, summary, log, stderr } = await run(name, path, more)
    expect({ exit, exported, stderr }).toEqual({ exit: 1, exported: {}, stderr: '' })
    const errors = log.annotations.filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([
      {
        properties: { title: expect.stringMatching(/^runner-file-unwritable:/) },
      },
    ])
    expect(errors[0]?.message).toContain(`file   ${path}`)
    expect(summary).toContain('cannot be written')
    expect(summary).toContain(words)
  })
})

/** What only explains, or is not this step's to write. */
describe.each(['GITHUB_EVENT_PATH', 'GITHUB_STEP_SUMMARY', 'GITHUB_PATH'])('%s', (name) => {
  test.each(KINDS)('as %s is done without; a lost summary is told', async (_what, path) => {
    const { exit, exported, causes, log, stderr } = await run(name, path)
    expect({ exit, causes, stderr }).toEqual({ exit: 0, causes: [], stderr: '' })
    expect(exported).toHaveProperty('AWS_SESSION_TOKEN')
    expect(log.annotations).toEqual(name !== 'GITHUB_STEP_SUMMARY' ? [] : [lost(path)])
  })
})

const lost = (path: string) => ({
  severity: 'warning',
  properties: { title: 'aws-oidc-preflight: the job summary could not be written' },
  message: expect.stringContaining(`${path}: `),
})

test('the lost summary of a run that fails is told too', async () => {
  const { exit, log } = await play(on, {
    ...READY,
    variables: { GITHUB_STEP_SUMMARY: odd['a pipe'], 'INPUT_ALLOWED-ACCOUNT-IDS': '999999999999' },
  })
  expect(exit).toBe(1)
  expect(log.annotations).toMatchObject([{ severity: 'error' }, lost(odd['a pipe'])])
})

test.each(KINDS)('the report as %s is a warning; a large file is replaced', async (what, path) => {
  const large = join(folder, 'large-report')
  writeFileSync(large, '')
  truncateSync(large, 3e9)
  const isLarge = path === odd['a file of 3 GB']
  const done = await run('INPUT_REPORT-FILE', isLarge ? large : path)
  expect({ what, exit: done.exit, causes: done.causes }).toEqual({
    what,
    exit: 0,
    causes: isLarge ? [] : ['runner-file-unwritable'],
  })
  expect(done.exported).toHaveProperty('AWS_SESSION_TOKEN')
  if (isLarge) expect(JSON.parse(done.report)).toMatchObject({ ready: true })
})

test.each(KINDS)('the post step, with GITHUB_ENV as %s, warns and ends', async (_what, path) => {
  const { environment, exported } = await play(on, READY)
  const ran = await playPost({ environment, exported: { ...exported, GITHUB_ENV: path } })
  expect(ran).toMatchObject({ exit: 0, stderr: '' })
  expect(ran.stdout).toMatch(/^::warning title=.*the environment could not be put back/)
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
