// issuer-tls-name-mismatch: the certificate that answers for the issuer's host does not cover its name.

import { isIssuer } from '../aws/discovery.js'
import type { NetworkFailure } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { lookFromOutside, NO_KEY_ANYWHERE, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault, STOP_AT_CERTIFICATE } from './shared/issuer-tls.js'

/** Certificates of a CDN hold hundreds of names. */
const MOST_NAMES = 8

export const issuerTlsNameMismatch = causeOf('network', {
  id: 'issuer-tls-name-mismatch',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's certificate does not cover its host name",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'name',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const { host } = failure
    return {
      headline: `the certificate of the issuer's host ${quote(host, 60)} does not cover that name`,
      shown: [{ show: 'values', values: nameValues(failure) }],
      steps: [
        {
          say: `Order a certificate that covers ${quote(host)} as a subject alternative name (SAN), and load it on the server`,
          code: `certbot --nginx -d ${shellWord(host)}`,
          language: 'sh',
          then: 'This is the command for certbot and nginx.',
        },
        {
          when: 'If the names above belong to something else',
          say: `Correct the DNS record of ${quote(host)}: it leads to the wrong server`,
        },
        {
          when: 'If several sites share the server',
          say: 'Check that it picks the certificate by name (SNI)',
          code: showCertificates(url, host),
          language: 'sh',
        },
      ],
      confirm: [lookFromOutside(url, known)],
      stop: STOP_AT_CERTIFICATE,
    }
  },
  page: {
    meaning:
      'A certificate says which host names it covers. The one that was shown does not cover the host of the issuer, so the reader cannot know whom it speaks with, and stops. STS compares the names too.',
    tell: "The names in the certificate say what happened: a default certificate of the web server or the load balancer (a name of its own), another site on the same address (that site's name), a wildcard that covers one level only (*.example.com does not cover a.b.example.com), or a page of a proxy.",
  },
})

function nameValues({ certificates, code }: NetworkFailure): { name: string; value: string }[] {
  const [leaf] = certificates
  const names = (leaf?.names ?? []).filter((name) => name !== '')
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ''
  return [
    {
      name: 'covers',
      value:
        names.length > 0 ? `${names.slice(0, MOST_NAMES).join(', ')}${more}` : 'no name at all',
    },
    ...(leaf ? [{ name: 'issued by', value: leaf.issuer }] : []),
    { name: 'error', value: code },
  ]
}
