// The answer of a proxy to CONNECT, as Node's agent reads it: bounded, and seen when it is whole.
import type { Socket } from 'node:net'

/** In bytes: what Node allows for the headers of any other answer. */
const LONGEST_ANSWER = 16 * 1024

/**
 * Node's agent (24.21, `establishTunnel`) listens once more at each piece that it reads, and so twice as often at each
 * next one: some thirty pieces take all memory and all time. Here it listens once. `onWhole`: the agent has read it all.
 */
export function watchProxyAnswer(socket: Socket, onWhole: () => void): void {
  const on = socket.on.bind(socket)
  let reader: unknown
  const isRead = (): boolean =>
    reader !== undefined && !socket.listeners('readable').includes(reader as never)
  const look = (): void => {
    queueMicrotask(() => {
      if (socket.destroyed) return
      if (isRead()) {
        socket.off('readable', look)
        onWhole()
      } else if (socket.bytesRead > LONGEST_ANSWER) {
        socket.destroy(endless())
      }
    })
  }
  on('readable', look)
  socket.on = ((event: string, listener: (...args: unknown[]) => void) => {
    if (event !== 'readable') return on(event, listener)
    if (listener === reader) return socket
    reader = listener
    return on(event, listener)
  }) as typeof socket.on
}

/** By the code that Node has for all else that is no answer to CONNECT. */
function endless(): Error {
  const error = new Error('the answer of the proxy to CONNECT does not end')
  return Object.assign(error, { code: 'ERR_PROXY_TUNNEL' })
}
