// issuer-private-address: every address of the issuer's host is one that the internet cannot reach.
import { discoveryUrl } from '../aws/discovery.js'
import { hostOf } from '../aws/url.js'
import type { FailureOf, Known } from '../model.js'
import { list, quote, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { fromOutside, NO_KEY, publicMirror } from './shared/issuer.js'

export const issuerPrivateAddress = causeOf('address', {
  id: 'issuer-private-address',
  section: 'issuer',
  title: 'the issuer has a private address only',
  severity: 'error',
  retry: 'never',
  certainty: ({ refused }) => (refused === 'metadata' ? 'certain' : 'likely'),
  docs: ['repostInvalidToken', 'iamProvider', 'rfc1918'],
  explains: ({ refused }) =>
    refused === 'metadata' ? [...NO_KEY, 'token-rejected', 'provider-not-found'] : NO_KEY,
  matches: () => true,
  explain: (failure, known) => {
    if (failure.refused === 'metadata') return metadata(failure, known)
    const { host, addresses } = failure
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
      "STS asks the issuer over the internet for its discovery document and its keys. An issuer whose host name has only private addresses (10/8, 172.16/12, 192.168/16, 100.64/10, loopback, link-local, fc00::/7) is out of its reach. The step does not even connect to a link-local address (169.254/16, fe80::/10), unless `sts-endpoint` is not AWS's, and never to one at which a cloud hands out credentials (169.254.169.254, fd00:ec2::254 and their like): a token or a discovery document that names one is a mistake, or an attack on the machine. A private issuer is usual for GitHub Enterprise Server and self-managed GitLab in a company's network.",
    tell: 'The addresses stand in the finding. It says "most likely" because some networks give the same name a private address inside and a public one outside (split DNS); a public DNS server settles it. A connection that fails to such an address is not reported on top.',
  },
})

/** At such an address no issuer can be: who made the runner go there is to be found. */
function metadata({ host, addresses }: FailureOf<'address'>, known: Known): Explanation {
  const token = known.token?.issuer ?? ''
  const keys = hostOf(token) !== host && hostOf(known.issuer?.url ?? '') !== host
  const named = keys
    ? `The discovery document of the issuer names ${quote(host)} in \`jwks_uri\`, which leads to ${list(addresses)}`
    : `The issuer's host ${quote(host)} leads to ${list(addresses)}`
  return {
    why: `${named}: there a cloud's metadata service hands out a machine's own credentials. No issuer can be there, so the step did not connect to it. STS cannot reach it either.`,
    fix: [
      keys
        ? "Correct `jwks_uri` in the issuer's discovery document: it must name a host on the internet. Where nobody of yours wrote that address, treat the issuer as taken over."
        : 'Find out who set this issuer: the runner, or the file or input that the token came from. Where nobody of yours did, treat the runner as taken over.',
      `See where the name leads on the internet:\ndig +short ${shellWord(host)} @1.1.1.1`,
    ],
  }
}
