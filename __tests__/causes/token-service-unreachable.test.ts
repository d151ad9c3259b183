import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { retryFor } from '../../src/causes/index.js'
import { tokenServiceUnreachable } from '../../src/causes/token-service-unreachable.js'
import { testCause } from './tester.js'

testCause(tokenServiceUnreachable, {
  leaves: [
    'token-service-denied',
    'token-service-throttled',
    'token-service-error',
    'region-unknown',
  ],
  says: [
    ['`localhost`', 'the connection was refused', 'https://www.githubstatus.com'],
    [
      'cut before the answer was complete',
      'socket hang up',
      'self-hosted',
      '*.actions.githubusercontent.com on port 443',
    ],
    ['cut before the answer was complete'],
    ['no complete answer came within 10 s', '`TIMEOUT`'],
    ['`no-such-host.invalid`', 'not known to the DNS server', 'curl -sS -o /dev/null'],
    [
      'does not trust its certificate',
      'issued by `Example Inspection Proxy`',
      'NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
    ],
    [
      '`127.0.0.1:18901` answered 407: it wants user name and password',
      'HTTPS_PROXY of the runner',
      'NO_PROXY=.actions.githubusercontent.com',
    ],
    ['answered 500 in place of opening a connection', '`pipelines.invalid`'],
    ['the proxy `127.0.0.1:1` could not be reached', 'ECONNREFUSED'],
  ],
})

const RETRIES = [
  'transient',
  'transient',
  'transient',
  'transient',
  'transient',
  'never',
  'never',
  'transient',
  'transient',
]

test.each(
  evidenceOf('token-service-unreachable').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)
