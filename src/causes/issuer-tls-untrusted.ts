// issuer-tls-untrusted: the issuer's certificate is signed by nobody that this runner trusts.

import { isIssuer } from '../aws/discovery.js'
import type { FailureOf, Known } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { NO_KEY, outsideLook, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault, chainInWords, isInspected, lastOf } from './shared/issuer-tls.js'
import { principalOf } from './shared/token.js'

type Network = FailureOf<'network'>

export const issuerTlsUntrusted = causeOf('network', {
  id: 'issuer-tls-untrusted',
  section: 'issuer',
  title: "the issuer's certificate is not trusted",
  severity: 'error',
  retry: 'never',
  certainty: (failure) => (isInspected(failure) ? 'likely' : 'certain'),
  docs: ['iamThumbprint', 'nodeExtraCa', 'githubProxy'],
  explains: [...NO_KEY, 'provider-thumbprint-mismatch'],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'authority',
  explain: (failure, known) =>
    isInspected(failure)
      ? explainInspected(failure, known)
      : failure.code === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? explainSelfSigned(failure, known)
        : explainPrivateAuthority(failure, known),
  page: {
    meaning:
      'A certificate counts when a certificate authority (CA) signed it that the reader trusts. Node trusts the public authorities. STS trusts the public authorities too, and beside them what the thumbprints of the provider in IAM name.',
    tell: 'Signed by itself: somebody made it without an authority. Signed by a private authority: a company has its own. Signed by a proxy (Zscaler, Netskope and the like): the network of the runner opens TLS connections, and only this runner sees it. Where the chain has a gap instead, see issuer-tls-chain-incomplete.',
  },
})

function explainInspected(failure: Network, known: Known) {
  const url = urlAsked(failure, known)
  const signer = quote(failure.certificates[0]?.issuer ?? '')
  return {
    why: `Most likely a proxy in the network of this runner opens the TLS connection to ${quote(failure.host)} and signs it anew: the certificate here is signed by ${signer}, which this runner does not trust (${quote(failure.code)}). ${chainInWords(failure.certificates)} STS does not pass through that proxy, so it sees the true certificate. What settles it: the same request from another network.`,
    fix: [
      `Take ${quote(failure.host)} out of the inspection of the proxy. This is the clean way: an inspected connection shows this action nothing of the true issuer.`,
      `Or let Node trust the CA of the proxy. Save its root certificate on the runner and set it for the job:\nenv:\n  NODE_EXTRA_CA_CERTS: /path/to/proxy-root-ca.pem`,
      outsideLook(url),
    ],
  }
}

function explainSelfSigned(failure: Network, known: Known) {
  return {
    why: `The certificate of ${quote(failure.host)} is signed by itself, not by a certificate authority (CA), so nobody can tell who made it (${quote(failure.code)}). ${chainInWords(failure.certificates)} STS does not accept it either, unless the provider in IAM holds its thumbprint.`,
    fix: [...publicCertificate(failure.host), ...thumbprintSteps(failure, known)],
  }
}

function explainPrivateAuthority(failure: Network, known: Known) {
  const root = quote(lastOf(failure.certificates)?.issuer ?? 'an unknown authority')
  return {
    why: `The certificate of ${quote(failure.host)} leads to ${root}, a certificate authority (CA) that this runner does not trust (${quote(failure.code)}). ${chainInWords(failure.certificates)} If ${root} is the CA of a proxy that inspects TLS, only this runner sees it. If it is your company's own CA, STS sees it too, and refuses it unless the provider in IAM holds its thumbprint.`,
    fix: [
      `If ${root} belongs to a proxy, take ${quote(failure.host)} out of its inspection.`,
      ...publicCertificate(failure.host),
      ...thumbprintSteps(failure, known),
      'To let this runner trust the CA as well, set for the job:\nenv:\n  NODE_EXTRA_CA_CERTS: /path/to/root-ca.pem',
    ],
  }
}

function publicCertificate(host: string): string[] {
  return [
    `Give ${quote(host)} a certificate of a public CA, for example from Let's Encrypt. Then neither thumbprint nor setting is needed.`,
  ]
}

/** IAM takes the thumbprint of the last certificate that the server sends. This replaces the whole list. */
function thumbprintSteps(failure: Network, known: Known): string[] {
  const last = lastOf(failure.certificates)
  const url = urlAsked(failure, known)
  if (!last) return [`Look at the certificates: ${showCertificates(url, failure.host)}`]
  return [
    `Or name its thumbprint to IAM (this replaces the list that is there):\naws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${last.sha1}`,
  ]
}
