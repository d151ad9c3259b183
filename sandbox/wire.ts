// Bytes in place of an answer: what goes out on a connection, at which pace, and what becomes of the connection then.
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Answer } from './http-messages.js'

export interface Wire {
  pieces: readonly Buffer[]
  /** Between two pieces, in ms; absent: all at once. */
  everyMs?: number
  /** The last piece again and again, until the other side goes. */
  forEver?: true
  then: 'open' | 'end' | 'reset'
}

/** Until what was written is on its way: the other side would see the reset alone. */
const ON_ITS_WAY_MS = 20

export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

export function says(text: string | Buffer, then: Wire['then'] = 'open'): Wire {
  return { pieces: [typeof text === 'string' ? bytes(text) : text], then }
}

/** The answer as HTTP/1.1 has it, with these headers changed; undefined takes one away. */
export function headOf(
  { status, headers }: Answer,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const all = Object.entries({ ...headers, ...changes })
  const lines = all.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return [`HTTP/1.1 ${status} Fault`, ...lines, '', ''].join('\r\n')
}

/** `plain`: the socket below TLS, which alone can send a reset. */
export async function send(socket: Duplex, plain: Socket, wire: Wire): Promise<void> {
  const { pieces, everyMs = 0, forEver, then } = wire
  const last = pieces.at(-1)
  for (const piece of pieces) {
    if (!(await written(socket, piece))) return
    await pause(everyMs)
  }
  while (forEver && last && (await written(socket, last))) await pause(everyMs)
  if (then === 'end') socket.end()
  if (then === 'reset') setTimeout(() => plain.resetAndDestroy(), ON_ITS_WAY_MS).unref()
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref())
}

/** Whether it could be written at all. */
function written(socket: Duplex, piece: Buffer): Promise<boolean> {
  if (!socket.writable) return Promise.resolve(false)
  return new Promise((done) => {
    const gone = (): void => done(false)
    socket.once('close', gone)
    socket.write(piece, (error) => {
      socket.off('close', gone)
      done(!error)
    })
  })
}
