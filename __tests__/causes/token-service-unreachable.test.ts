import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose, retryFor } from '../../src/causes/index.js'
import { tokenServiceUnreachable } from '../../src/causes/token-service-unreachable.js'
import { Secret } from '../../src/model/secret.js'
import { testCause, wordsOf } from './tester.js'

testCause(tokenServiceUnreachable, {
  leaves: [
    'token-service-denied',
    'token-service-throttled',
    'token-service-error',
    'region-unknown',
  ],
  says: [
    ['`localhost`', 'was refused', 'https://www.githubstatus.com'],
    [
      'was cut',
      'ECONNRESET: socket hang up',
      'self-hosted',
      '`*.actions.githubusercontent.com` on port 443',
      'If it prints 401',
    ],
    ['ECONNRESET: aborted'],
    ['no complete answer came from', 'error  TIMEOUT'],
    ['`no-such-host.invalid`', 'DNS does not know', 'curl -sS -o /dev/null'],
    [
      'is not trusted',
      'issuer   Example Inspection Proxy',
      'If it does not, do not trust it',
      'NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
    ],
    [
      'wants user name and password (HTTP 407)',
      'proxy  127.0.0.1:18901',
      '`HTTPS_PROXY` of the runner',
      'NO_PROXY=.actions.githubusercontent.com',
    ],
    [
      'did not connect to',
      'Let the proxy reach `pipelines.invalid:443`',
      'NO_PROXY=pipelines.invalid',
    ],
    ['no connection to the proxy', 'proxy  127.0.0.1:1', 'ECONNREFUSED'],
    [
      'a proxy wants user name and password (HTTP 407)',
      'Let this runner reach `localhost:40413` without a login',
      'If it prints 401',
    ],
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
  'never',
]

test.each(
  evidenceOf('token-service-unreachable').map((piece, index) => [piece, RETRIES[index]] as const),
)('is tried again as it deserves: $0.what', (piece, retry) =>
  expect(retryFor(piece.failure, knownWith(piece.known)).retry).toBe(retry),
)

test('HTTP 407: the proxy that is set is the one to correct', () => {
  const piece = evidenceOf('token-service-unreachable').at(-1)
  if (piece?.failure.kind !== 'http') throw new Error('no evidence')
  const proxy = { url: new Secret('http://p:1'), host: 'p:1', source: 'http-proxy', noProxy: '' }
  const { fix } = wordsOf(diagnose(piece.failure, knownWith({ inputs: { proxy } })))
  expect(fix[0]).toBe('Correct the input `http-proxy`: host, port, user name and password.')
  expect(fix[1]).toContain('NO_PROXY=localhost:40413')
})
