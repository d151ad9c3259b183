// provider-thumbprint-mismatch: AWS does not trust the CA of the issuer, and the provider's list has another certificate.

import { isCode } from '../aws/sts-answers.js'
import type { Block, Certificate, Known, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { getProvider, issuerOf } from './shared/sts.js'
import { builtInStep } from './shared/sts-steps.js'
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
    return {
      headline: `the certificate of ${quote(issuerOf(known), 60)} matches no thumbprint of its provider in IAM`,
      shown: [
        ...(seen.length === 0 ? [] : [thumbprints(seen)]),
        {
          show: 'sentence',
          say: `${answererOf(known)} does not trust its CA either.${seen.length === 0 ? ' This runner has not seen a certificate of the issuer.' : ''}`,
        },
      ],
      steps: builtIn(known) ? [builtInStep(known)] : thumbprintSteps(seen, known),
      stop: 'STS: thumbprint of the provider',
    }
  },
  page: {
    meaning:
      'For an issuer whose certificate comes from a public CA, AWS looks at that CA. For others it compares the SHA-1 of the top intermediate CA certificate with the list at the provider in IAM. When the issuer gets a certificate from another CA, the list no longer fits. For GitHub itself this ended in July 2023.',
    tell: 'STS names the thumbprint. An issuer that cannot be reached at all gives the sentence on the verification key.',
  },
})

function thumbprints(seen: readonly Certificate[]): Block {
  const values = seen.map(({ sha1, subject }) => ({
    name: 'seen here',
    value: `${sha1} (${subject})`,
  }))
  return { show: 'values', values }
}

/** AWS sees the issuer from the internet: behind TLS inspection this runner sees another certificate. */
function thumbprintSteps(seen: readonly Certificate[], known: Known): Step[] {
  const wanted = seen.map(({ sha1 }) => sha1).join(' ')
  return [
    {
      say: 'See which thumbprints the provider has',
      code: getProvider(known),
      language: 'sh',
    },
    {
      when:
        wanted === ''
          ? "If this account should trust the issuer's CA"
          : "If the certificate above is the issuer's own, not that of a proxy with TLS inspection",
      say: 'Replace the list, and repeat in it what is still good (5 at most)',
      code: `aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${wanted || shellWord('<sha-1 of the top intermediate CA>')}`,
      language: 'sh',
    },
    {
      when: 'If the issuer can use a certificate of a public CA',
      say: `Use one: ${answererOf(known)} then ignores the thumbprints`,
    },
  ]
}

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
