// issuer-tls-name-mismatch: the certificate that answers for the issuer's host is made out to other names.

import { isIssuer } from '../aws/discovery.js'
import { list, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { NO_KEY, outsideLook, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault } from './shared/issuer-tls.js'

/** Certificates of a CDN hold hundreds of names. */
const MOST_NAMES = 8

export const issuerTlsNameMismatch = causeOf('network', {
  id: 'issuer-tls-name-mismatch',
  section: 'issuer',
  title: "the issuer's certificate is made out to another name",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  explains: NO_KEY,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'name',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const [leaf] = failure.certificates
    const names = (leaf?.names ?? []).filter((name) => name !== '')
    const held = names.length > 0 ? list(names.slice(0, MOST_NAMES)) : 'no name at all'
    const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
    return {
      why: `The server that answers for ${quote(failure.host)} shows a certificate that does not hold this name: it holds ${held}${more}, and was issued by ${quote(leaf?.issuer ?? '')}. So either the certificate lacks the name, or the name leads to another server. ${quote(failure.code)} is what Node calls it; STS compares the names too.`,
      fix: [
        `Order a certificate that holds ${quote(failure.host)} as a subject alternative name (SAN), and load it on the server. With certbot: certbot --nginx -d ${shellWord(failure.host)}`,
        `If the server is shared, see that it picks the certificate by name (SNI): ${showCertificates(url, failure.host)}`,
        'If the names above belong to something else, correct the DNS record: the name leads to the wrong server.',
        outsideLook(url),
      ],
    }
  },
  page: {
    meaning:
      'A certificate says for which host names it stands. The one that was shown does not hold the host of the issuer, so the reader cannot know whom it speaks with, and stops.',
    tell: "The names in the certificate say what happened: a default certificate of the web server or the load balancer (a name of its own), another site on the same address (that site's name), a wildcard that covers one level only (*.example.com does not hold a.b.example.com), or a page of a proxy.",
  },
})
