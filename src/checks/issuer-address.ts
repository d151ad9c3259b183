// Has the issuer an address that STS can reach from the internet?
import { isInternalName } from '../aws/addresses.js'
import { hostOf } from '../aws/url.js'
import type { Failure, Known } from '../model.js'
import type { Check } from './check.js'
import { addressesOf, fetchesOf, holdsOfBoth, isAwsSts, privateAddresses } from './issuer-facts.js'

export const issuerAddress: Check = {
  id: 'issuer-address',
  title: 'The issuer has a public address',
  asked: (known) => isAwsSts(known) && holdsOfBoth(known, (fetch) => addressesOf(fetch).length > 0),
  judge(known) {
    if (!isAwsSts(known)) return []
    const found = new Map<string, Failure>()
    for (const fetch of fetchesOf(known)) {
      const addresses = privateAddresses(fetch)
      const host = hostOf(fetch.fetched.url)
      if (addresses.length > 0 && !isInternalName(host))
        found.set(host, { kind: 'address', host, addresses })
    }
    for (const host of hostsOf(known).filter(isInternalName))
      found.set(host, { kind: 'address', host, addresses: [], internal: true })
    return [...found.values()]
  },
}

/** Of the issuer and of its documents, whether they were fetched or not. */
function hostsOf(known: Known): string[] {
  const issuer = known.token?.issuer ?? known.issuer?.url ?? ''
  return [issuer, ...fetchesOf(known).map(({ fetched }) => fetched.url)].map(hostOf)
}
