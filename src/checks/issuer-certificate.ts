// Will the certificates of the issuer's hosts hold for more than two weeks?
import { SOON_DAYS } from '../aws/limits.js'
import { hostOf } from '../aws/url.js'
import type { Failure } from '../model.js'
import type { Check } from './check.js'
import { fetchesOf, holdsOfBoth } from './issuer-facts.js'

const DAY_MS = 86_400_000

export const issuerCertificate: Check = {
  id: 'issuer-certificate',
  title: "The issuer's certificate does not expire soon",
  asked: (known) =>
    holdsOfBoth(known, ({ fetched }) => (fetched.observed?.certificates ?? []).length > 0),
  judge(known) {
    const found = new Map<string, Failure>()
    for (const { fetched } of fetchesOf(known)) {
      // The server's own: those above it are the authority's to renew, and old ones among them do no harm.
      const leaf = fetched.observed?.certificates[0]
      const daysLeft = Math.floor((Date.parse(leaf?.validTo ?? '') - known.now) / DAY_MS)
      const host = hostOf(fetched.url)
      if (!leaf || !(daysLeft <= SOON_DAYS)) continue
      const { validTo, issuer: issuedBy } = leaf
      found.set(host, { kind: 'certificate', host, daysLeft, validTo, issuedBy })
    }
    return [...found.values()]
  },
}
