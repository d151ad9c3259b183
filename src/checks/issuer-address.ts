// Has the issuer an address that STS can reach from the internet?
import { hostOf } from '../aws/url.js'
import type { Failure } from '../model.js'
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
      if (addresses.length > 0) found.set(host, { kind: 'address', host, addresses })
    }
    return [...found.values()]
  },
}
