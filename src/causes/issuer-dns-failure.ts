// issuer-dns-failure: the name of the issuer's host could not be resolved from this runner.
import { isAddress } from '../aws/addresses.js'
import { isIssuer } from '../aws/discovery.js'
import { ISSUER_LIMIT_MS } from '../aws/limits.js'
import type { NetworkFailure } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { asSeenFromHere, NO_KEY, outsideLook, urlAsked } from './shared/issuer.js'
import { isProxy } from './shared/network.js'

export const issuerDnsFailure = causeOf('network', {
  id: 'issuer-dns-failure',
  section: 'issuer',
  title: "the name of the issuer's host cannot be resolved",
  severity: 'error',
  retry: 'transient',
  certainty: 'certain',
  docs: ['repostInvalidToken', 'githubSelfHosted'],
  explains: NO_KEY,
  matches: (failure) => isIssuer(failure.peer) && isNameFailure(failure) && !isProxy(failure),
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const { host } = failure
    return {
      why: `The host name of the issuer, ${quote(host)}, was not resolved to an address: ${describeDnsError(failure)} (${quote(failure.code)}). ${asSeenFromHere(url)}`,
      fix: [
        `Ask a public DNS server for the name: dig +short ${shellWord(host)} @1.1.1.1\nNo address there: STS cannot find the issuer. Correct the name in the issuer's settings, or add the missing record to the public DNS zone.`,
        'An address there: only the DNS server of this runner does not know the name. Correct the resolver of the runner (/etc/resolv.conf), or run the job again if it was a passing fault.',
        outsideLook(url),
      ],
    }
  },
  page: {
    meaning:
      "Before the issuer's documents can be fetched, its host name has to be resolved by DNS. On this runner that gave no address. STS resolves the name too, with the DNS of the internet: a name that exists only inside a company's network cannot work.",
    tell: 'ENOTFOUND means that the name does not exist for the DNS server that was asked; EAI_AGAIN that this server did not answer. Where an address was found but nothing answers there, see issuer-unreachable; where the address is private, issuer-private-address.',
  },
})

/** An address needs no DNS, whatever the phase says. */
export function isNameFailure({ phase, host }: NetworkFailure): boolean {
  return phase === 'dns' && !isAddress(host)
}

function describeDnsError({ code, timeoutMs }: NetworkFailure): string {
  if (code === 'EAI_AGAIN') return 'the DNS server of this runner did not answer for now'
  if (code === 'TIMEOUT')
    return `DNS gave no answer within ${(timeoutMs ?? ISSUER_LIMIT_MS) / 1000} s`
  return 'the DNS server of this runner does not know it'
}
