// The doors of src: their process ends when their work does, with its exit code, whatever still hangs in it.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doors-'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** With one thread for all of them, a look-up behind a pipe that nobody writes never ends, as with a dead name server. */
const LOOK_UP = `
  import { createRequire } from 'node:module'
  const require = createRequire(import.meta.url)
  require('node:fs').open(process.env.PIPE, 'r', () => undefined)
  require('node:dns').lookup('localhost', () => undefined)
`
const TIMER = 'setInterval(() => undefined, 1000);'

function ran(door: string, first: string, path: string) {
  const built = join(folder, `${door}.mjs`)
  // As scripts/build.ts: what `main` names of jsonc-parser cannot be bundled.
  const words = ['--bundle', '--platform=node', '--format=esm', '--target=node24', MAIN_FIELDS]
  const banner = first.includes('require') ? first : `${REQUIRE}${first}`
  execFileSync(
    join(ROOT, 'node_modules/.bin/esbuild'),
    [
      `src/${door}.ts`,
      ...words,
      `--outfile=${built}`,
      `--banner:js=${banner}`,
      '--log-level=error',
    ],
    { cwd: ROOT },
  )
  const env = { UV_THREADPOOL_SIZE: '1', RUNNER_TEMP: folder, PIPE: join(folder, 'pipe') }
  return spawnSync(process.execPath, [built, path], { env, timeout: 10_000, encoding: 'utf8' })
}
const MAIN_FIELDS = '--main-fields=module,main'
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

test.each([
  ['main', 'a name that is looked up without end', LOOK_UP],
  ['main', 'a timer', TIMER],
  ['renew', 'a name that is looked up without end', LOOK_UP],
  ['renew', 'a timer', TIMER],
])(
  '%s ends, though there is %s',
  (door, _what, first) => {
    const { status, signal, stdout, stderr } = ran(door, first, join(folder, 'no-state.json'))
    expect({ status, signal }).toEqual({ status: 1, signal: null })
    // All that was said is there, to the last line; and nothing is said of how it ended.
    if (door === 'main') expect(stdout).toMatch(/\n[^\n]+\n$/)
    expect(door === 'main' ? stderr : stdout).toBe('')
  },
  30_000,
)
