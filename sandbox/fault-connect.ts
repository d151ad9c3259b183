// A fault of HTTP as a proxy has it: what it answers to CONNECT in place of a tunnel.
import type { Faults, HttpFault } from './faults.js'
import { says } from './wire.js'

export function connectFault(http: HttpFault): NonNullable<Faults['connect']> {
  const { wire, status = 200, headers = {}, body = '', times } = http
  const plain = Object.fromEntries(
    Object.entries(headers).filter((one): one is [string, string] => one[1] !== null),
  )
  const lines = Object.entries(plain).map(([name, value]) => `${name}: ${value}\r\n`)
  const text = `HTTP/1.1 ${status} Fault\r\n${lines.join('')}Content-Length: ${body.length}\r\n\r\n${body}`
  return {
    wire: wire ?? (() => says(text, 'end')),
    ...(times === undefined ? {} : { times }),
  }
}
