// A relay in front of a port of loopback that makes each round trip take its time, as a network would.
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export interface Relay {
  /** Opens a way to `port`, and tells where it begins. */
  inFrontOf(port: number): Promise<number>
  stop(): void
}

/**
 * Half of `roundTripMs` on each way, without Nagle's algorithm. What a client sends first waits for a whole round trip
 * more: the handshake of TCP, which loopback does for nothing.
 */
export function makeRelay(roundTripMs: number): Relay {
  const servers: Server[] = []
  const sockets = new Set<Socket>()
  return {
    inFrontOf(port) {
      const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
        const far = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
        pass(near, far, roundTripMs / 2, performance.now() + roundTripMs)
        pass(far, near, roundTripMs / 2, 0)
        for (const socket of [near, far]) {
          sockets.add(socket)
          socket.on('error', () => {
            near.destroy()
            far.destroy()
          })
          socket.on('close', () => sockets.delete(socket))
        }
      })
      servers.push(server)
      return new Promise((done, fail) => {
        server.once('error', fail).listen(0, '127.0.0.1', () => {
          done((server.address() as AddressInfo).port)
        })
      })
    },
    stop() {
      for (const server of servers) server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Each piece `delayMs` after it came, in order, and none that came before `notBefore` earlier than that after it. */
function pass(from: Socket, to: Socket, delayMs: number, notBefore: number): void {
  const waiting: { at: number; work: () => void }[] = []
  let armed = false
  const next = (): void => {
    armed = false
    while (waiting[0] && waiting[0].at <= performance.now() + 0.5) waiting.shift()?.work()
    const [first] = waiting
    if (!first || armed) return
    armed = true
    setTimeout(next, Math.max(0, first.at - performance.now()))
  }
  const later = (work: () => void): void => {
    waiting.push({ at: Math.max(performance.now(), notBefore) + delayMs, work })
    if (!armed) next()
  }
  from.on('data', (piece) => later(() => to.writable && to.write(piece)))
  from.on('end', () => later(() => to.end()))
  from.on('close', () => later(() => to.destroy()))
}
