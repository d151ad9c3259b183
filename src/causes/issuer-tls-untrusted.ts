// issuer-tls-untrusted: the issuer's certificate is signed by nobody that this runner trusts.

import { isIssuer } from '../aws/discovery.js'
import type { FailureOf, Known, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { lookFromOutside, NO_KEY_ANYWHERE, urlAsked } from './shared/issuer.js'
import {
  certificateFault,
  chainFold,
  isInspected,
  lastOf,
  lookAtCertificates,
  publicCertificate,
  STOP_AT_CERTIFICATE,
  trustHere,
} from './shared/issuer-tls.js'
import { principalOf } from './shared/token.js'

type Network = FailureOf<'network'>

export const issuerTlsUntrusted = causeOf('network', {
  id: 'issuer-tls-untrusted',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's certificate is not trusted",
  severity: 'error',
  retry: 'never',
  certainty: (failure) => (isInspected(failure) ? 'likely' : 'certain'),
  docs: ['iamThumbprint', 'nodeExtraCa', 'githubProxy'],
  explains: [...NO_KEY_ANYWHERE, 'provider-thumbprint-mismatch'],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'authority',
  explain: (failure, known) => {
    const name = `the certificate of the issuer's host ${quote(failure.host, 60)}`
    const { verdict, signer, say, steps } = wordsFor(failure, known)
    return {
      headline: verdict === undefined ? `this runner does not trust ${name}` : `${name} ${verdict}`,
      shown: [
        {
          show: 'values',
          values: [
            ...(signer === undefined ? [] : [{ name: 'signed by', value: signer }]),
            { name: 'error', value: failure.code },
          ],
        },
        ...(say === undefined ? [] : [{ show: 'sentence' as const, say }]),
      ],
      steps,
      confirm: [lookFromOutside(urlAsked(failure, known), known)],
      folded: chainFold(failure.certificates),
      stop: STOP_AT_CERTIFICATE,
    }
  },
  page: {
    meaning:
      'A certificate is trusted if a certificate authority (CA) signed it that the reader trusts. Node trusts the public CAs. STS trusts the public CAs too, and also what the thumbprints of the provider in IAM name.',
    tell: 'Self-signed: somebody made it without a CA. Signed by a private CA: a company has its own. Signed by a proxy (Zscaler, Netskope and the like): the network of the runner has TLS inspection, and only this runner sees it. If the chain has a gap instead, see issuer-tls-chain-incomplete.',
  },
})

interface TlsWords {
  /** In place of "this runner does not trust …". */
  verdict?: string
  signer?: string | undefined
  say?: string
  steps: readonly Step[]
}

function wordsFor(failure: Network, known: Known): TlsWords {
  if (isInspected(failure)) return inspectedWords(failure)
  if (failure.code === 'DEPTH_ZERO_SELF_SIGNED_CERT') return selfSignedWords(failure, known)
  return failure.code === 'SELF_SIGNED_CERT_IN_CHAIN'
    ? privateAuthorityWords(failure, known)
    : refusedWords(failure, known)
}

function inspectedWords({ host, certificates: [leaf] }: Network): TlsWords {
  return {
    signer: leaf?.issuer,
    say: 'Most likely that is a TLS-inspecting proxy. STS does not pass through it.',
    steps: [
      {
        say: `Exclude ${quote(host)} from the TLS inspection of the proxy`,
        then: 'An inspected connection shows this action nothing of the real issuer.',
      },
      trustHere('If this job may trust the proxy', 'proxy-root-ca.pem'),
    ],
  }
}

function selfSignedWords(failure: Network, known: Known): TlsWords {
  const aws = answererOf(known) === 'AWS'
  return {
    verdict: 'is self-signed',
    say: aws
      ? 'STS does not accept it either, unless the provider in IAM holds its thumbprint.'
      : 'STS has its own list of those that it trusts.',
    steps: [
      publicCertificate(failure.host),
      ...(aws ? [thumbprintStep('If AWS may trust this very certificate', failure, known)] : []),
      ...(aws ? [] : [trustHere('If this runner may trust it', 'root-ca.pem')]),
    ],
  }
}

function privateAuthorityWords(failure: Network, known: Known): TlsWords {
  const { host, certificates } = failure
  const aws = answererOf(known) === 'AWS'
  const root = lastOf(certificates)?.issuer
  const name = quote(root ?? 'the CA')
  return {
    signer: root,
    steps: [
      {
        when: `If ${name} belongs to a TLS-inspecting proxy`,
        say: `Exclude ${quote(host)} from its inspection: only this runner sees that certificate`,
      },
      {
        ...publicCertificate(host),
        when: `If ${name} is your company's own`,
        then: aws
          ? 'STS sees it too, and refuses it unless the provider in IAM holds its thumbprint.'
          : 'STS may not trust it either.',
      },
      ...(aws ? [thumbprintStep('If AWS may trust that CA', failure, known)] : []),
      trustHere('If this runner may trust it as well', 'root-ca.pem'),
    ],
  }
}

/** Revoked, too weak, for another purpose: no trust in its authority helps. */
function refusedWords(failure: Network, known: Known): TlsWords {
  const { host, certificates } = failure
  return {
    signer: certificates[0]?.issuer,
    steps: [publicCertificate(host), lookAtCertificates(urlAsked(failure, known), host)],
  }
}

/** IAM takes the thumbprint of the last certificate that the server sends. */
function thumbprintStep(when: string, failure: Network, known: Known): Step {
  const last = lastOf(failure.certificates)
  if (!last) return lookAtCertificates(urlAsked(failure, known), failure.host)
  return {
    when,
    say: 'Replace the list of thumbprints at the provider in IAM by this one',
    code: `aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${last.sha1}`,
    language: 'sh',
  }
}
