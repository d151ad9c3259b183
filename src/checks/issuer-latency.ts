// Does the issuer serve both documents well within the time that STS waits?
import type { Check } from './check.js'
import { fetchesOf, isAwsSts, privateAddresses } from './issuer-facts.js'

/** STS waits about 5 s: two of them leave room for a way that is longer than the runner's. */
const SLOW_MS = 2000

export const issuerLatency: Check = {
  id: 'issuer-latency',
  title: 'The issuer answers in time',
  judge(known) {
    const fetches = fetchesOf(known)
    const { totalMs = 0 } = known.issuer ?? {}
    if (totalMs <= SLOW_MS || fetches.length < 2) return []
    if (!fetches.every(({ fetched }) => fetched.result.ok)) return []
    if (isAwsSts(known) && fetches.some((fetch) => privateAddresses(fetch).length > 0)) return []
    const [discovery, jwks] = fetches.map(({ fetched }) => fetched.observed?.timings)
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
