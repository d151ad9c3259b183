// issuer-dns-failure: the name of the issuer's host could not be resolved from this runner.
import { isAddress } from '../aws/addresses.js'
import { isIssuer } from '../aws/discovery.js'
import { ISSUER_LIMIT_MS } from '../aws/limits.js'
import type { NetworkFailure } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { lookFromOutside, NO_KEY_ANYWHERE, resolveOutside, urlAsked } from './shared/issuer.js'
import { errorValue, isProxy } from './shared/network.js'

export const issuerDnsFailure = causeOf('network', {
  id: 'issuer-dns-failure',
  section: 'issuer',
  atIssuer: true,
  title: "the name of the issuer's host cannot be resolved",
  severity: 'error',
  retry: 'transient',
  certainty: 'certain',
  docs: ['repostInvalidToken', 'githubSelfHosted'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && isNameFailure(failure) && !isProxy(failure),
  explain: (failure, known) => ({
    headline: dnsHeadline(failure),
    shown: [{ show: 'values', values: [errorValue(failure)] }],
    steps: [
      resolveOutside(failure.host),
      {
        when: 'If that shows an address',
        say: 'Correct the DNS resolver of this runner (`/etc/resolv.conf`), or run the job again if it was a passing fault',
      },
      {
        when: 'If it shows no address',
        say: "Correct the host name in the issuer's settings, or add the missing record to the public DNS zone",
        then: 'STS cannot find the issuer either.',
      },
    ],
    confirm: [lookFromOutside(urlAsked(failure, known), known)],
    stop: 'Issuer: DNS',
  }),
  page: {
    meaning:
      "Before the issuer's documents can be fetched, its host name has to be resolved by DNS. On this runner that gave no address. STS resolves the name too, with the DNS of the internet: a name that exists only inside a company's network cannot work.",
    tell: 'ENOTFOUND means that the name does not exist for the DNS server that was asked; EAI_AGAIN that this server did not answer. If an address was found but nothing answers there, see issuer-unreachable; if the address is private, issuer-private-address.',
  },
})

/** An address needs no DNS, whatever the phase says. */
export function isNameFailure({ phase, host }: NetworkFailure): boolean {
  return phase === 'dns' && !isAddress(host)
}

function dnsHeadline({ code, host, timeoutMs }: NetworkFailure): string {
  const name = `the issuer's host ${quote(host, 60)}`
  if (code === 'EAI_AGAIN') return `this runner's DNS server did not answer for ${name}`
  if (code === 'TIMEOUT')
    return `this runner's DNS did not resolve ${name} within ${(timeoutMs ?? ISSUER_LIMIT_MS) / 1000} s`
  return `this runner's DNS server does not know ${name}`
}
