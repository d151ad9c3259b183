// Does the issuer serve both documents well within the time that STS waits?
import { SLOW_MS } from '../aws/limits.js'
import type { Known } from '../model.js'
import type { Check } from './check.js'
import { type Fetch, fetchesOf, holdsOfBoth, isAwsSts, privateAddresses } from './issuer-facts.js'

export const issuerLatency: Check = {
  id: 'issuer-latency',
  title: 'The issuer answers in time',
  asked: isMeasured,
  judge(known) {
    const fetches = fetchesOf(known)
    const timings = fetches.map(({ fetched }) => fetched.observed?.timings)
    const stalledMs = timings.reduce((sum, one) => sum + (one?.stalledMs ?? 0), 0)
    const totalMs = (known.issuer?.totalMs ?? 0) - stalledMs
    if (totalMs <= SLOW_MS || !isMeasured(known)) return []
    const [discovery, jwks] = timings
    return [
      {
        kind: 'slow',
        totalMs,
        ...(discovery ? { discovery } : {}),
        ...(jwks ? { jwks } : {}),
      },
    ]
  },
}

/** Both documents came, and from where STS may come too. */
function isMeasured(known: Known): boolean {
  if (known.issuer?.pending !== undefined) return false
  const reachable = (fetch: Fetch): boolean =>
    !isAwsSts(known) || privateAddresses(fetch).length === 0
  return holdsOfBoth(known, (fetch) => fetch.fetched.result.ok && reachable(fetch))
}
