// issuer-tls-chain-incomplete: the issuer's server does not send the certificates between its own and a trusted authority.

import { isIssuer } from '../aws/discovery.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { NO_KEY, outsideLook, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault, chainInWords, lastOf } from './shared/issuer-tls.js'

export const issuerTlsChainIncomplete = causeOf('network', {
  id: 'issuer-tls-chain-incomplete',
  section: 'issuer',
  title: "the issuer's server sends an incomplete certificate chain",
  severity: 'error',
  retry: 'never',
  certainty: 'likely',
  docs: ['iamThumbprint', 'nodeExtraCa'],
  explains: [...NO_KEY, 'provider-thumbprint-mismatch'],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'chain',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const missing = quote(lastOf(failure.certificates)?.issuer ?? 'of its authority')
    return {
      why: `Most likely the server of ${quote(failure.host)} does not send the whole certificate chain: the certificate ${missing}, which signed the last one sent, is missing, and this runner does not know it (${quote(failure.code)}). ${chainInWords(failure.certificates)} A browser often hides this, because it fetches or remembers the missing one; STS and Node do not. What settles it: if ${missing} is a public certificate authority, the chain is incomplete; if it is your company's own or that of a proxy, it is not trusted here.`,
      fix: [
        `Let the server send its certificate and all intermediate ones, in this order. With Let's Encrypt and nginx: ssl_certificate /etc/letsencrypt/live/${oneLine(failure.host)}/fullchain.pem;`,
        `Look at what it sends: ${showCertificates(url, failure.host)}`,
        `If ${missing} is a private authority, use a certificate of a public one, or let the runner trust it:\nenv:\n  NODE_EXTRA_CA_CERTS: /path/to/root-ca.pem`,
        outsideLook(url),
      ],
    }
  },
  page: {
    meaning:
      "A server proves its name by a chain of certificates: its own, then those of the authorities between, up to one that everybody knows. A server that sends only its own leaves a gap. It is the most frequent mistake in setting up TLS, and invisible in most browsers. The same error shows where the last link is a private authority's.",
    tell: 'Node says UNABLE_TO_VERIFY_LEAF_SIGNATURE where only one certificate was sent, UNABLE_TO_GET_ISSUER_CERT_LOCALLY where more were sent. Where the chain is whole but ends in an authority that is not trusted, or in a proxy that is known by its name, see issuer-tls-untrusted.',
  },
})
