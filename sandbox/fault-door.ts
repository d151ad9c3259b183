// A door in front of a port of loopback that misbehaves below HTTP: it refuses, resets, is silent, or breaks the handshake.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { says, send, type Wire } from './wire.js'

/**
 * `afterHello`: in place of what the port would answer to the first bytes. `pass`: so many bytes of the port's answer go
 * through, and then the connection ends so. `drip`: bytes of the port's answer in each second. `idle`: once the handshake
 * is through, and before a request comes.
 */
export type DoorFault = { times?: number; after?: number } & (
  | { do: 'refuse' }
  | { do: 'reset' | 'end' | 'silence'; when: 'at once' | 'hello' | 'idle' }
  | { do: 'answer'; wire: Wire }
  | { do: 'pass'; bytes: number; then: 'reset' | 'end' | 'silence' }
  | { do: 'drip'; bytesPerSecond: number }
)

export class FaultDoor {
  readonly behind: number
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #fault: DoorFault | undefined
  #knocks = 0
  port = 0

  constructor(behind: number) {
    this.behind = behind
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#answer(socket))
  }

  /** Connections since the fault was set. */
  get knocks(): number {
    return this.#knocks
  }

  async open(): Promise<number> {
    await new Promise<void>((done, fail) => {
      this.#server.once('error', fail).listen(this.port, '127.0.0.1', () => done())
    })
    this.port = (this.#server.address() as AddressInfo).port
    return this.port
  }

  /** Drops what is open; undefined: from now on all goes through. */
  async set(fault: DoorFault | undefined): Promise<void> {
    this.#fault = fault
    this.#knocks = 0
    this.#hangUp()
    const isClosed = fault?.do === 'refuse'
    if (isClosed && this.#server.listening) await this.close()
    if (!isClosed && !this.#server.listening) await this.open()
  }

  async close(): Promise<void> {
    this.#hangUp()
    if (this.#server.listening) await new Promise<void>((done) => this.#server.close(() => done()))
  }

  #hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #answer(near: Socket): void {
    this.#keep(near)
    this.#knocks++
    const fault = this.#fault
    const { times = Number.POSITIVE_INFINITY, after = 0 } = fault ?? {}
    if (!fault || this.#knocks <= after || this.#knocks > after + times) {
      this.#lead(near)
      return
    }
    if (fault.do === 'answer') {
      near.once('data', () => void send(near, near, fault.wire))
    } else if (fault.do === 'pass' || fault.do === 'drip') {
      this.#lead(near, undefined, fault)
    } else if (fault.do !== 'refuse') {
      const end = (): void => endBy(near, fault.do)
      if (fault.when === 'at once') end()
      else if (fault.when === 'hello') near.once('data', end)
      else {
        this.#lead(near, end)
      }
    }
  }

  /** `idle`: in place of the client's second flight, which ends the handshake; a request may come with it, and is lost. */
  #lead(near: Socket, idle?: () => void, fault?: DoorFault): void {
    const far = connect({ port: this.behind, host: '127.0.0.1', allowHalfOpen: true })
    this.#keep(far)
    near.on('data', (piece) => {
      if (idle && far.bytesRead > 0) idle()
      else far.write(piece)
    })
    near.on('end', () => far.end())
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroySoon())
    if (fault?.do === 'pass') passSome(far, near, fault)
    else if (fault?.do === 'drip') drip(far, near, fault.bytesPerSecond)
    else {
      far.on('data', (piece) => near.write(piece))
      far.on('end', () => near.end())
    }
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }
}

function endBy(socket: Socket, how: 'reset' | 'end' | 'silence'): void {
  if (how === 'reset') socket.resetAndDestroy()
  if (how === 'end') socket.end()
  if (how === 'silence') socket.pause()
}

function passSome(far: Socket, near: Socket, { bytes, then }: DoorFault & { do: 'pass' }): void {
  let left = bytes
  far.on('data', (piece: Buffer) => {
    if (left <= 0) return
    const part = piece.subarray(0, left)
    left -= part.length
    if (left > 0 || then === 'silence') near.write(part)
    else void send(near, near, says(part, then))
  })
}

/** Ten times a second at most, as a way would be that is choked. */
function drip(far: Socket, near: Socket, bytesPerSecond: number): void {
  const waiting: Buffer[] = []
  far.on('data', (piece: Buffer) => waiting.push(piece))
  const everyMs = Math.max(100, 1000 / bytesPerSecond)
  const now = Math.ceil((bytesPerSecond * everyMs) / 1000)
  const timer = setInterval(() => {
    const all = Buffer.concat(waiting.splice(0))
    if (all.length > now) waiting.push(all.subarray(now))
    if (all.length > 0 && near.writable) near.write(all.subarray(0, now))
  }, everyMs).unref()
  near.on('close', () => clearInterval(timer))
}
