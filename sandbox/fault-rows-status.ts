// Faults of HTTP by the status of the answer.
import {
  answered,
  type Ending,
  type Endings,
  endings,
  type FaultGroup,
  type FaultRow,
  FOREIGN,
  PAGE,
  SILENT,
  TOKEN_ERROR,
  TOKEN_UNREACHABLE,
} from './fault-rows.js'
import type { HttpFault } from './faults.js'
import { says } from './wire.js'

const DENIED: Ending = [1, 'token-service-denied']
const OUTAGE: Ending = [1, 'sts-unavailable']
const UNAVAILABLE = { discovery: 'discovery-unavailable', jwks: 'jwks-unavailable' }
const REDIRECTED = { discovery: 'discovery-redirected', jwks: 'jwks-redirected' }

/** Neither a document nor a refusal. */
const OTHER = endings(TOKEN_ERROR, UNAVAILABLE, FOREIGN, 'proxy')
const REFUSED = endings(DENIED, UNAVAILABLE, FOREIGN, 'proxy')
const BY_PROXY = endings(TOKEN_UNREACHABLE, UNAVAILABLE, FOREIGN, 'proxy')
const FAULT = endings(TOKEN_ERROR, UNAVAILABLE, OUTAGE, 'proxy')
const MOVED = endings(TOKEN_ERROR, REDIRECTED, FOREIGN, 'proxy')
const THROTTLED = endings(
  [1, 'token-service-throttled'],
  UNAVAILABLE,
  [1, 'sts-throttled'],
  'proxy',
)
const WEB_PAGE = { headers: { 'content-type': 'text/html' }, body: PAGE }

/** A status, with a plain body. */
const status = (code: number, all: Endings, more: HttpFault = {}): FaultRow =>
  answered(
    `HTTP ${code}`,
    { status: code, headers: { 'content-type': 'text/plain' }, body: 'fault', ...more },
    all,
  )

const redirect = (code: number, what: string, location: string): FaultRow => ({
  ...status(code, MOVED, { headers: { location }, body: '' }),
  name: `HTTP ${code} to ${what}`,
})

export const STATUS_FAULTS: FaultGroup = {
  name: 'HTTP status',
  rows: [
    answered(
      'HTTP 101',
      {
        wire: () =>
          says('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
      },
      OTHER,
    ),
    answered(
      'HTTP 103, and then nothing',
      { wire: () => says('HTTP/1.1 103 Early Hints\r\n\r\n') },
      SILENT,
    ),
    status(204, OTHER, { body: '', headers: {} }),
    status(206, OTHER),
    redirect(301, 'another host', 'https://login.example.com/'),
    redirect(302, 'the same host', '/elsewhere'),
    redirect(307, 'plain http', 'http://localhost/'),
    redirect(308, 'itself', ''),
    status(304, OTHER, { body: '' }),
    ...[400, 401, 403, 404].map((code) => status(code, REFUSED)),
    status(407, BY_PROXY),
    ...[413, 421].map((code) => status(code, OTHER)),
    { ...status(403, REFUSED, WEB_PAGE), name: 'HTTP 403 with a web page' },
    status(408, FAULT),
    status(429, THROTTLED),
    ...[500, 502, 503, 504].map((code) => status(code, FAULT)),
    { ...status(503, FAULT, WEB_PAGE), name: 'HTTP 503 with a web page' },
    { ...status(511, OTHER, WEB_PAGE), name: 'HTTP 511 with a web page' },
  ],
}
