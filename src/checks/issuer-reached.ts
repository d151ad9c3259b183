// Were the issuer's two documents fetched from here, and could they be read?
import type { Failure, Known } from '../model.js'
import type { Check } from './check.js'
import { type Fetch, fetchesOf, holdsOfBoth, isAwsSts, isOutOfReach } from './issuer-facts.js'
import { isUnfetchable } from './issuer-url.js'

export const issuerReached: Check = {
  id: 'issuer-reached',
  title: 'The issuer serves its documents',
  asked: (known) => {
    const doomed = isDoomed(known)
    return !isUnfetchable(known) && holdsOfBoth(known, (fetch) => !doomed(fetch))
  },
  judge(known) {
    if (isUnfetchable(known)) return []
    const doomed = isDoomed(known)
    return fetchesOf(known).flatMap((fetch) => {
      const { result } = fetch.fetched
      return result.ok || doomed(fetch) ? [] : [result.failure]
    })
  },
}

/** A connection to an internal name or a private address is doomed for STS however it failed here: issuer-address says so. */
function isDoomed(known: Known): (fetch: Fetch) => boolean {
  return (fetch) => {
    const { result } = fetch.fetched
    const failed = !result.ok && isOfConnection(result.failure)
    return failed && isAwsSts(known) && isOutOfReach(fetch)
  }
}

/** Not made, or not even tried where the name is an internal one. */
function isOfConnection(failure: Failure): boolean {
  return failure.kind === 'network' || (failure.kind === 'address' && failure.internal === true)
}
