// A door that misbehaves below HTTP: each fault does what its name says, to as many connections as it says.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { type DoorFault, FaultDoor } from '../../sandbox/fault-door.js'
import { says } from '../../sandbox/wire.js'

let behind: Server
let door: FaultDoor
beforeAll(async () => {
  // Says what it hears.
  behind = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  await new Promise<void>((done) => behind.listen(0, '127.0.0.1', done))
  door = new FaultDoor((behind.address() as AddressInfo).port)
  await door.open()
})
afterEach(() => door.set(undefined))
afterAll(async () => {
  await door.close()
  await new Promise<void>((done) => behind.close(() => done()))
})

interface Met {
  heard: string
  /** silence: nothing more has come for a while. */
  end: 'end' | 'silence' | string
}

/** Says `hello`, then `again`, and listens for what comes of it. */
function knock(words = ['hello', ' again']): Promise<Met> {
  return new Promise((resolve) => {
    const socket: Socket = connect(door.port, '127.0.0.1')
    let heard = ''
    const over = (end: string): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ heard, end })
    }
    let timer = setTimeout(over, 300, 'silence')
    const say = (): void => {
      const word = words.shift()
      if (word !== undefined) socket.write(word)
    }
    socket.on('connect', say)
    socket.on('data', (piece) => {
      heard += piece
      say()
      clearTimeout(timer)
      timer = setTimeout(over, 300, 'silence')
    })
    socket.on('end', () => over('end'))
    socket.on('error', (error: NodeJS.ErrnoException) => over(error.code ?? ''))
  })
}

const ALL = { heard: 'hello again', end: 'silence' }

test.each<[DoorFault | undefined, Met]>([
  [undefined, ALL],
  [{ do: 'refuse' }, { heard: '', end: 'ECONNREFUSED' }],
  [
    { do: 'reset', when: 'at once' },
    { heard: '', end: 'ECONNRESET' },
  ],
  [
    { do: 'end', when: 'at once' },
    { heard: '', end: 'end' },
  ],
  [
    { do: 'silence', when: 'at once' },
    { heard: '', end: 'silence' },
  ],
  [
    { do: 'reset', when: 'hello' },
    { heard: '', end: 'ECONNRESET' },
  ],
  [
    { do: 'end', when: 'hello' },
    { heard: '', end: 'end' },
  ],
  [
    { do: 'silence', when: 'hello' },
    { heard: '', end: 'silence' },
  ],
  [
    { do: 'end', when: 'idle' },
    { heard: 'hello', end: 'end' },
  ],
  [
    { do: 'answer', wire: says('no', 'end') },
    { heard: 'no', end: 'end' },
  ],
  [
    { do: 'pass', bytes: 3, then: 'silence' },
    { heard: 'hel', end: 'silence' },
  ],
  [
    { do: 'pass', bytes: 3, then: 'end' },
    { heard: 'hel', end: 'end' },
  ],
  [
    { do: 'pass', bytes: 3, then: 'reset' },
    { heard: 'hel', end: 'ECONNRESET' },
  ],
])('%j: %j', async (fault, met) => {
  await door.set(fault)
  expect(await knock()).toEqual(met)
})

test('drip: so many bytes in each second', async () => {
  await door.set({ do: 'drip', bytesPerSecond: 10 })
  const from = performance.now()
  expect(await knock(['abc'])).toEqual({ heard: 'abc', end: 'silence' })
  expect(performance.now() - from).toBeGreaterThan(250)
})

test('times and after: only those in between; each is counted until another fault is set', async () => {
  await door.set({ do: 'end', when: 'at once', after: 1, times: 1 })
  expect([await knock(), await knock(), await knock()]).toEqual([
    ALL,
    { heard: '', end: 'end' },
    ALL,
  ])
  expect(door.knocks).toBe(3)
  await door.set(undefined)
  expect(door.knocks).toBe(0)
})
