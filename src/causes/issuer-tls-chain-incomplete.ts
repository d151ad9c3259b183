// issuer-tls-chain-incomplete: the issuer's server does not send the certificates between its own and a trusted authority.

import { isIssuer } from '../aws/discovery.js'
import type { NetworkFailure } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { lookFromOutside, NO_KEY_ANYWHERE, urlAsked } from './shared/issuer.js'
import {
  certificateFault,
  chainFold,
  lastOf,
  lookAtCertificates,
  publicCertificate,
  STOP_AT_CERTIFICATE,
  trustHere,
} from './shared/issuer-tls.js'

export const issuerTlsChainIncomplete = causeOf('network', {
  id: 'issuer-tls-chain-incomplete',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's server sends an incomplete certificate chain",
  severity: 'error',
  retry: 'never',
  certainty: 'likely',
  docs: ['iamThumbprint', 'nodeExtraCa'],
  explains: [...NO_KEY_ANYWHERE, 'provider-thumbprint-mismatch'],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'chain',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const { host, certificates } = failure
    const missing = lastOf(certificates)?.issuer
    const name = missing === undefined ? 'the last signer' : quote(missing)
    return {
      headline: `this runner cannot verify the certificate chain of the issuer's host ${quote(host, 60)}`,
      shown: [
        { show: 'values', values: chainValues(failure) },
        {
          show: 'sentence',
          say: 'Most likely the server sends an incomplete chain.',
        },
      ],
      steps: [
        {
          when: `If ${name} belongs to a public CA`,
          say: 'Let the server send its own certificate and then all intermediate ones',
          code: `ssl_certificate /etc/letsencrypt/live/${oneLine(host)}/fullchain.pem;`,
          language: 'text',
          then: "This is the line for nginx with Let's Encrypt.",
        },
        {
          ...publicCertificate(host),
          when: "If it is your company's own CA",
        },
        {
          when: 'If it is the CA of a TLS-inspecting proxy',
          say: `Exclude ${quote(host)} from its inspection`,
        },
      ],
      otherwise: [trustHere('If this runner may trust that CA', 'root-ca.pem')],
      confirm: [
        {
          ...lookAtCertificates(url, host),
          then: 'A browser often hides a gap, because it fetches or remembers the missing certificate. STS and Node do not.',
        },
        lookFromOutside(url, known),
      ],
      folded: chainFold(certificates),
      stop: STOP_AT_CERTIFICATE,
    }
  },
  page: {
    meaning:
      'A server proves its name by a chain of certificates: its own, then those of the intermediate CAs, up to one that everybody knows. A server that sends only its own leaves a gap, which most browsers do not show. The same error appears if the last signer is a private CA.',
    tell: 'Node says UNABLE_TO_VERIFY_LEAF_SIGNATURE if only one certificate was sent, UNABLE_TO_GET_ISSUER_CERT_LOCALLY if more were sent. If the chain is complete but ends in a CA that is not trusted, or in a proxy that is known by its name, see issuer-tls-untrusted.',
  },
})

function chainValues({ certificates, code }: NetworkFailure): { name: string; value: string }[] {
  const last = lastOf(certificates)
  return [
    ...(last ? [{ name: 'not sent', value: last.issuer }] : []),
    { name: 'error', value: code },
  ]
}
