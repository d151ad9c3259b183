// Certificates that were shown and not accepted: which of four kinds of trouble it is, and who signed what.
import { isGitHubHost } from '../../aws/github.js'
import { type CertificateProblem, certificateProblem } from '../../aws/tls-codes.js'
import type { Certificate, NetworkFailure } from '../../model.js'
import { quote } from '../../text.js'

/** What is wrong with the certificate that was shown. Undefined: it is not about that. */
export function certificateFault(failure: NetworkFailure): CertificateProblem | undefined {
  if (failure.phase !== 'tls') return undefined
  const problem = certificateProblem(failure.code)
  return problem === 'chain' && isInspected(failure) ? 'authority' : problem
}

/** Makers of proxies that open TLS connections, as they name their certificate authorities. */
const INSPECTORS =
  /zscaler|netskope|palo alto|forti(net|gate)|blue ?coat|symantec web|umbrella|sophos|mcafee|skyhigh|forcepoint|websense|check ?point|gateway ca - cloudflare|watchguard|barracuda|sonicwall|mitmproxy|squid|charles proxy|burp|inspection/i

/** A proxy that opens TLS connections and signs anew, as its name or the host gives it away. */
export function isInspected({ certificates, host }: NetworkFailure): boolean {
  return (
    certificates.some(({ subject, issuer }) => INSPECTORS.test(`${subject} ${issuer}`)) ||
    // Of GitHub's cloud, any authority that is not trusted stands in between.
    (isGitHubHost(host) && certificates.length > 0)
  )
}

/** The last certificate that the server sent, and with it the authority that would have to be trusted. */
export function lastOf(certificates: readonly Certificate[]): Certificate | undefined {
  return certificates.at(-1)
}

/** `leaf`, signed by `A`; `A`, signed by `B`. */
export function chainInWords(certificates: readonly Certificate[]): string {
  if (certificates.length === 0) return 'Its certificates could not be read.'
  const links = certificates.map(({ subject, issuer, selfSigned }) =>
    selfSigned
      ? `${quote(subject)}, signed by itself`
      : `${quote(subject)}, signed by ${quote(issuer)}`,
  )
  return `The server sent: ${links.join('; ')}.`
}
