// Were the issuer's two documents fetched from here, and could they be read?
import type { Check } from './check.js'
import { fetchesOf, isAwsSts, privateAddresses } from './issuer-facts.js'
import { isUnfetchable } from './issuer-url.js'

export const issuerReached: Check = {
  id: 'issuer-reached',
  title: 'The issuer serves its documents',
  judge(known) {
    if (isUnfetchable(known)) return []
    return fetchesOf(known).flatMap((fetch) => {
      const { result } = fetch.fetched
      if (result.ok) return []
      // A connection to a private address is doomed for STS however it failed here: issuer-address says so.
      const owned = result.failure.kind === 'network' && isAwsSts(known)
      return owned && privateAddresses(fetch).length > 0 ? [] : [result.failure]
    })
  },
}
