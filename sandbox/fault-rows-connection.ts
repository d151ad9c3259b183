// Faults below HTTP: names, TCP and TLS.
import type { DoorFault } from './fault-door.js'
import { DROPPED, PROHIBITED, UNREACHABLE } from './fault-network.js'
import {
  CUT,
  type Endings,
  endings,
  type FaultGroup,
  type FaultRow,
  noProxy,
  SILENT,
  STS_UNREACHABLE,
  TOKEN_UNREACHABLE,
  without,
} from './fault-rows.js'
import type { TlsFault } from './faults.js'
import { bytes, says } from './wire.js'

const CUT_IN_TLS = noProxy(CUT)
const SILENT_IN_TLS = noProxy(SILENT)

const at = (name: string, fault: DoorFault, all: Endings): FaultRow => ({
  name,
  effect: { by: 'door', door: fault },
  endings: all,
})

const alert = (description: number): DoorFault => ({
  do: 'answer',
  wire: says(Buffer.from([0x15, 3, 3, 0, 2, 2, description]), 'end'),
})

/** No label of a name has more than 63 characters: no DNS server is asked. */
const NO_NAME = `${'no-such-name-'.repeat(5)}.invalid`

const routed = (name: string, host: string, all: Endings): FaultRow => ({
  name,
  effect: { by: 'host', host },
  endings: without(/-here$/, all),
})

/** Only in a network of its own (`fault-network.ts`), which has these routes. */
export const ROUTE_FAULTS: FaultGroup = {
  name: 'Route',
  rows: [
    routed('packets are dropped', DROPPED, {
      ...SILENT,
      discovery: [1, 'issuer-unreachable'],
      jwks: [1, 'issuer-unreachable'],
    }),
    routed('no route', UNREACHABLE, CUT),
    routed('forbidden by a firewall', PROHIBITED, CUT),
  ],
}

export const CONNECTION_FAULTS: FaultGroup = {
  name: 'Name and connection',
  rows: [
    {
      name: 'the name does not exist',
      effect: { by: 'host', host: NO_NAME },
      endings: without(
        /-here$/,
        endings(TOKEN_UNREACHABLE, { discovery: 'issuer-dns-failure' }, STS_UNREACHABLE, 'proxy'),
      ),
    },
    at('connection refused', { do: 'refuse' }, CUT),
    at('reset as soon as it is connected', { do: 'reset', when: 'at once' }, CUT),
    at('closed as soon as it is connected', { do: 'end', when: 'at once' }, CUT),
    at('connected, and then silent', { do: 'silence', when: 'at once' }, SILENT),
    at('reset after the first bytes', { do: 'reset', when: 'hello' }, CUT),
    at('closed after the first bytes', { do: 'end', when: 'hello' }, CUT),
    at('silent after the first bytes', { do: 'silence', when: 'hello' }, SILENT),
    // Slow enough that a proxy's own answer takes more than any limit.
    at('5 bytes a second', { do: 'drip', bytesPerSecond: 5 }, SILENT),
  ],
}

export const TLS_FAULTS: FaultGroup = {
  name: 'TLS',
  rows: [
    at('reset in the handshake', { do: 'pass', bytes: 200, then: 'reset' }, CUT_IN_TLS),
    at('closed in the handshake', { do: 'pass', bytes: 200, then: 'end' }, CUT_IN_TLS),
    at('silent in the handshake', { do: 'pass', bytes: 200, then: 'silence' }, SILENT_IN_TLS),
    at('reset after the handshake', { do: 'reset', when: 'idle' }, CUT_IN_TLS),
    at('closed after the handshake', { do: 'end', when: 'idle' }, CUT_IN_TLS),
    at('silent after the handshake', { do: 'silence', when: 'idle' }, SILENT_IN_TLS),
    at('alert: handshake failure', alert(40), CUT_IN_TLS),
    at('alert: protocol version', alert(70), CUT_IN_TLS),
    at('alert: unrecognized name', alert(112), CUT_IN_TLS),
    at('alert: internal error', alert(80), CUT_IN_TLS),
    at(
      'TLS 1.0 only',
      {
        do: 'answer',
        wire: says(
          Buffer.concat([
            Buffer.from([0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1]),
            Buffer.alloc(32, 7),
            Buffer.from([0, 0, 0x2f, 0, 0]),
          ]),
        ),
      },
      CUT_IN_TLS,
    ),
    at(
      'plain HTTP in place of TLS',
      { do: 'answer', wire: says('HTTP/1.1 400 Bad Request\r\n\r\n', 'end') },
      CUT_IN_TLS,
    ),
    at(
      'another protocol in place of TLS',
      { do: 'answer', wire: says('SSH-2.0-OpenSSH_9.6\r\n') },
      CUT_IN_TLS,
    ),
    at(
      'bytes without a meaning in place of TLS',
      { do: 'answer', wire: says(bytes('\u0000\u00ff'.repeat(100))) },
      CUT_IN_TLS,
    ),
    certificate('certificate signed by itself', 'untrusted', 'issuer-tls-untrusted'),
    certificate('certificate of a private authority', 'private-ca', 'issuer-tls-untrusted'),
    certificate('certificate of a proxy that inspects', 'inspected', 'issuer-tls-untrusted'),
    certificate('chain not complete', 'incomplete', 'issuer-tls-chain-incomplete'),
    certificate('certificate expired', 'expired', 'issuer-tls-expired'),
    certificate('certificate of another name', 'wrong-name', 'issuer-tls-name-mismatch'),
  ],
}

function certificate(name: string, tls: TlsFault, cause: string): FaultRow {
  return {
    name,
    effect: { by: 'tls', tls },
    // STS comes by a door of its own, where nobody inspects; all else is as bad there.
    endings: without(
      tls === 'inspected' ? /^discovery$/ : /-here$/,
      endings(TOKEN_UNREACHABLE, { discovery: cause }, [1, 'sts-tls-untrusted']),
    ),
  }
}
