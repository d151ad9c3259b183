// A signal that is held back takes its course once it is let go, and not before.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Says `ready`; told by a line on its input to go on, or to wait for a signal first, it says what it knows and lets go. */
const BODY = `
import { holdSignals } from './src/edge/signals.ts'
const held = holdSignals()
process.stdin.once('data', async (line) => {
  while (String(line).startsWith('wait') && !held.told()) await new Promise((next) => setImmediate(next))
  console.log(held.told() ? 'told' : 'untold')
  await held.release()
  console.log('released')
  process.exit(0)
})
console.log('ready')
`

async function played(signal?: NodeJS.Signals, body = BODY) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', body], {
    cwd: ROOT,
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child.stdout, 'data')
  // It may be gone before it is told to wait.
  child.stdin.on('error', () => undefined)
  if (signal) child.kill(signal)
  child.stdin.write(signal ? 'wait\n' : 'on\n')
  const [code, by] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { said: said.trim().split('\n'), code, by }
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s', async (signal) => {
  expect(await played(signal)).toEqual({ said: ['ready', 'told'], code: null, by: signal })
})

test.each([
  ['done before a signal takes its course', 'SIGTERM', ['last']],
  ['not done once it is forgotten', 'SIGINT', []],
] as const)('last work is %s', async (_what, signal, words) => {
  const body = `
    import { beforeEnding, endBetweenTurns } from './src/edge/signals.ts'
    endBetweenTurns()
    const forget = beforeEnding(() => console.log('last'))
    if (${words.length} === 0) forget()
    setInterval(() => undefined, 1000)
    console.log('ready')`
  const said = ['ready', ...words]
  expect(await played(signal, body)).toEqual({ said, code: null, by: signal })
})

test('none', async () => {
  expect(await played()).toEqual({ said: ['ready', 'untold', 'released'], code: 0, by: null })
})

test('Ctrl+Break, which is what Windows has for SIGTERM', async () => {
  const body = `
    import { holdSignals } from './src/edge/signals.ts'
    const held = holdSignals()
    process.emit('SIGBREAK', 'SIGBREAK')
    console.log(held.told() ? 'told' : 'untold')
    await held.release()
    setTimeout(() => console.log('went on'), 1000)`
  expect(await played(undefined, body)).toEqual({ said: ['told'], code: null, by: 'SIGTERM' })
})
