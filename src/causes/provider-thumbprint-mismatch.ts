// provider-thumbprint-mismatch: AWS does not trust the CA of the issuer, and the provider's list has another certificate.

import { isCode } from '../aws/sts-answers.js'
import type { Certificate, Known } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { getProvider, issuerOf, withoutProvider } from './shared/sts.js'
import { builtIn, principalOf } from './shared/token.js'

export const providerThumbprintMismatch = causeOf('aws', {
  id: 'provider-thumbprint-mismatch',
  section: 'sts',
  title: "the issuer's certificate has another thumbprint than IAM has",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamThumbprint', 'iamProvider'],
  matches: (failure) =>
    isCode(failure, 'InvalidIdentityToken') &&
    /HTTPS certificate doesn.t match configured thumbprint/i.test(failure.message),
  explain: (_failure, known) => {
    const seen = wantedCertificates(known)
    const shown = seen.map(({ sha1, subject }) => `${quote(sha1)} (${quote(subject)})`).join(', ')
    return {
      why: `AWS does not trust the CA of the certificate that the issuer ${quote(issuerOf(known))} shows, and the list of thumbprints of its provider in IAM does not have it either. ${
        shown === ''
          ? 'This runner has not seen a certificate of the issuer.'
          : `This runner sees the thumbprint ${shown}. AWS sees the issuer from the internet: where a proxy opens the connections of this network, it sees another.`
      }`,
      fix: builtIn(known)
        ? withoutProvider(known)
        : [
            `See which thumbprints the provider has:\n${getProvider(known)}`,
            `Give it the right ones. This replaces the list, so repeat those that are still good, 5 at most:\naws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${seen.map(({ sha1 }) => sha1).join(' ') || shellWord('<sha-1 of the top intermediate CA>')}`,
            'Or let the issuer use a certificate of a public CA: AWS then does not look at thumbprints at all.',
          ],
    }
  },
  page: {
    meaning:
      'For an issuer whose certificate comes from a public CA, AWS looks at that CA. For others it compares the SHA-1 of the top intermediate CA certificate with the list at the provider in IAM. When the issuer gets a certificate from another CA, the list no longer fits. For GitHub itself this ended in July 2023.',
    tell: 'STS names the thumbprint. An issuer that cannot be reached at all gives the sentence on the verification key.',
  },
})

/** The certificates that IAM wants: one for the host of discovery, and one for that of the keys where it differs. */
function wantedCertificates({ issuer }: Known): Certificate[] {
  const chains = [issuer?.discovery.observed?.certificates, issuer?.jwks?.observed?.certificates]
  const tops = chains.flatMap((chain) => topIntermediate(chain ?? []) ?? [])
  return tops.filter(({ sha1 }, index) => tops.findIndex((top) => top.sha1 === sha1) === index)
}

/** The last certificate that a server sends (IAM User Guide, "Obtain the thumbprint"): the highest below a public root. */
function topIntermediate([leaf, ...above]: readonly Certificate[]): Certificate | undefined {
  return above.findLast(({ selfSigned }) => !selfSigned) ?? above.at(-1) ?? leaf
}
