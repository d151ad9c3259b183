// Faults that pass, and faults that do not, with a run that tries again as the cause says.
import {
  answered,
  type Ending,
  type Endings,
  type FaultGroup,
  type FaultRow,
  STS_UNREACHABLE,
  TOKEN_ERROR,
  TOKEN_UNREACHABLE,
} from './fault-rows.js'
import type { HttpFault } from './faults.js'
import { says } from './wire.js'

const OUTAGE: Ending = [1, 'sts-unavailable']
const RETRIED: Ending = [0, 'sts-retried']

/** The issuer is asked again only until STS has answered, so what comes of that depends on who is faster. */
const all = (token: Ending, sts: Ending): Endings => ({ token, sts })
const withProxy = (token: Ending, sts: Ending): Endings => ({
  token,
  sts,
  'proxy-token': token[0] === 0 ? [0] : TOKEN_UNREACHABLE,
  'proxy-sts': sts[0] === 0 ? [0] : STS_UNREACHABLE,
})
/** The connection to STS is opened ahead of its request: what fails then, is met by nobody; what fails later, is tried again. */
const PASSES = withProxy([0], RETRIED)
const CHANCE = { 'proxy-sts': 'sts-retried' } as const

const status = (name: string, code: number, endings: Endings, more: HttpFault = {}): FaultRow =>
  answered(name, { status: code, body: 'fault', ...more }, endings)
const passing = (row: FaultRow): FaultRow => ({ ...row, chance: CHANCE })
const after = (value: string): HttpFault => ({ headers: { 'retry-after': value } })
const cut = () => says('', 'reset')

export const REPEATED_FAULTS: FaultGroup = {
  name: 'Tried again',
  rows: [
    passing(status('HTTP 500, once', 500, PASSES, { times: 1 })),
    status('HTTP 503, twice', 503, { ...PASSES, 'proxy-sts': RETRIED }, { times: 2 }),
    // Nobody's request is what that answers, if the connection stood before.
    {
      ...status('HTTP 408, once', 408, { ...PASSES, sts: [0] }, { times: 1 }),
      chance: { ...CHANCE, sts: 'sts-retried' },
    },
    passing(status('HTTP 429, once', 429, PASSES, { times: 1 })),
    ...['2', 'soon', 'Thu, 01 Jan 2015 00:00:00 GMT'].map((value) =>
      passing(
        status(`HTTP 503 with \`Retry-After: ${value}\`, once`, 503, PASSES, {
          times: 1,
          ...after(value),
        }),
      ),
    ),
    status('HTTP 503 with `Retry-After: 86400`', 503, all(TOKEN_ERROR, OUTAGE), after('86400')),
    status(
      'HTTP 429 with `Retry-After` in the year 9999',
      429,
      all([1, 'token-service-throttled'], [1, 'sts-throttled']),
      after('Fri, 31 Dec 9999 23:59:59 GMT'),
    ),
    status('HTTP 404, once', 404, all([0], [1, 'sts-endpoint-unusable']), { times: 1 }),
    status(
      'HTTP 403, once',
      403,
      {
        ...withProxy([1, 'token-service-denied'], [1, 'sts-endpoint-unusable']),
        'proxy-sts': [0],
      },
      { times: 1 },
    ),
    passing(answered('reset after the request, once', { wire: cut, times: 1 }, PASSES)),
    {
      name: 'connection refused',
      effect: { by: 'door', door: { do: 'refuse' } },
      endings: withProxy(TOKEN_UNREACHABLE, STS_UNREACHABLE),
    },
    status('HTTP 503', 503, withProxy(TOKEN_ERROR, OUTAGE)),
    answered(
      'reset after the request',
      { wire: cut },
      withProxy(TOKEN_UNREACHABLE, STS_UNREACHABLE),
    ),
  ],
}
