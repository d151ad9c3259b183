// What standard output and standard error make of an error: nothing, but an exit code where it was asked for.
import { afterEach, expect, test } from '@jest/globals'
import { failUnread, outliveReaders } from '../../src/edge/standard-streams.js'

afterEach(() => {
  process.exitCode = undefined
})

const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })

test('an error ends nothing, however often it is asked for', () => {
  outliveReaders()
  const counts = [process.stdout, process.stderr].map((one) => one.listenerCount('error'))
  outliveReaders()
  expect([process.stdout, process.stderr].map((one) => one.listenerCount('error'))).toEqual(counts)
  for (const stream of [process.stdout, process.stderr]) {
    expect(stream.emit('error', gone)).toBe(true)
    expect(process.exitCode).toBeUndefined()
  }
})

test('who is not heard on standard output has failed; on standard error not', () => {
  const before = process.stdout.listeners('error')
  failUnread()
  process.stderr.emit('error', gone)
  expect(process.exitCode).toBeUndefined()
  process.stdout.emit('error', gone)
  expect(process.exitCode).toBe(1)
  for (const one of process.stdout.listeners('error'))
    if (!before.includes(one)) process.stdout.off('error', one as () => void)
})
