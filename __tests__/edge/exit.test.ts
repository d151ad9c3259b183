// The end of a process in which a name is still looked up, where no other program can take its place: as on Windows.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

function ended(code: number, underWay: readonly string[], platform = 'win32') {
  const body = `
    import { exit } from './src/edge/exit.ts'
    Object.defineProperty(process, 'platform', { value: '${platform}' })
    process.getActiveResourcesInfo = () => ${JSON.stringify(underWay)}
    process.exitCode = ${code}
    process.stdout.write('${'said '.repeat(5000)}')
    await exit()`
  const words = ['--import', 'tsx', '--input-type=module', '-e', body]
  const { status, signal, stdout } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, signal, said: stdout.length }
}

const LOOK_UP = ['GetAddrInfoReqWrap']
const said = 25_000

test('it is killed, which gives 1 there, after all has been said', () => {
  expect(ended(1, LOOK_UP)).toEqual({ status: null, signal: 'SIGKILL', said })
})

test.each([
  ['a run that is well waits for it: its exit code would be lost', 0, LOOK_UP],
  ['a run that looks nothing up just ends', 1, []],
])('%s', (_what, code, underWay) => {
  expect(ended(code, underWay)).toEqual({ status: code, signal: null, said })
})

test('elsewhere another program ends with its exit code', () => {
  expect(ended(1, LOOK_UP, process.platform)).toEqual({ status: 1, signal: null, said })
})
