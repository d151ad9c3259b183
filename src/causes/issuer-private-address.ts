// issuer-private-address: every address of the issuer's host is one that the internet cannot reach.
import { discoveryUrl } from '../aws/discovery.js'
import { list, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { fromOutside, NO_KEY, publicMirror } from './shared/issuer.js'

export const issuerPrivateAddress = causeOf('address', {
  id: 'issuer-private-address',
  section: 'issuer',
  title: 'the issuer has a private address only',
  severity: 'error',
  retry: 'never',
  certainty: 'likely',
  docs: ['repostInvalidToken', 'iamProvider', 'rfc1918'],
  explains: NO_KEY,
  matches: () => true,
  explain: ({ host, addresses }, known) => {
    const url = known.issuer?.discovery.url ?? discoveryUrl(`https://${host}`)
    return {
      why: `Most likely STS cannot reach the issuer: on this runner ${quote(host)} has only ${addresses.length === 1 ? 'the address' : 'the addresses'} ${list(addresses)}, which ${addresses.length === 1 ? 'exists' : 'exist'} inside a private network and not on the internet. STS fetches the issuer's documents from the internet, whatever network the runner is in. What settles it: \`dig +short ${shellWord(host)} @1.1.1.1\`. Where this shows a public address, STS asks that one, and this finding does not count.`,
      fix: [
        publicMirror(known),
        `Give ${quote(host)} a public DNS record that leads there. Inside your network it may keep its private address.`,
        fromOutside(url),
      ],
    }
  },
  page: {
    meaning:
      "STS asks the issuer over the internet for its discovery document and its keys. An issuer whose host name has only private addresses (10/8, 172.16/12, 192.168/16, 100.64/10, loopback, link-local, fc00::/7) is out of its reach. This is usual for GitHub Enterprise Server and self-managed GitLab in a company's network.",
    tell: 'The addresses stand in the finding. It says "most likely" because some networks give the same name a private address inside and a public one outside (split DNS); a public DNS server settles it. A connection that fails to such an address is not reported on top.',
  },
})
