// Certificates that were shown and not accepted: which of four kinds of trouble it is, and who signed what.
import { isGitHubHost } from '../../aws/github.js'
import { type CertificateProblem, certificateProblem } from '../../aws/tls-codes.js'
import type { Certificate, Fold, NetworkFailure, Step } from '../../model.js'
import { quote } from '../../text.js'
import { showCertificates } from './issuer.js'

/** What is wrong with the certificate that was shown. Undefined: it is not about that. */
export function certificateFault(failure: NetworkFailure): CertificateProblem | undefined {
  if (failure.phase !== 'tls') return undefined
  const problem = certificateProblem(failure.code)
  return problem === 'chain' && isInspected(failure) ? 'authority' : problem
}

/** Makers of TLS-inspecting proxies, as they name their certificate authorities. */
const INSPECTORS =
  /zscaler|netskope|palo alto|forti(net|gate)|blue ?coat|symantec web|umbrella|sophos|mcafee|skyhigh|forcepoint|websense|check ?point|gateway ca - cloudflare|watchguard|barracuda|sonicwall|mitmproxy|squid|charles proxy|burp|inspection/i

/** A TLS-inspecting proxy signed it, as its name or the host gives it away. */
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

/** Who signed what, from the server's own certificate on. */
export function chainFold(certificates: readonly Certificate[]): Fold[] {
  if (certificates.length === 0) return []
  const values = certificates.map(({ subject, issuer, selfSigned }) => ({
    name: subject,
    value: selfSigned ? 'self-signed' : `signed by ${issuer}`,
  }))
  return [{ title: 'Certificates that the server sent', blocks: [{ show: 'values', values }] }]
}

export function lookAtCertificates(url: string, host: string): Step {
  return {
    say: 'Look at the certificates that the server sends',
    code: showCertificates(url, host),
    language: 'sh',
  }
}

export function publicCertificate(host: string): Step {
  return {
    say: `Give ${quote(host)} a certificate of a public CA, such as Let's Encrypt`,
    then: 'Then neither a thumbprint nor a setting is needed.',
  }
}

export const RENEW_CERTIFICATE: Step = {
  say: 'Renew the certificate on the server, or on the load balancer or CDN in front of it, and reload it',
  code: 'certbot renew && systemctl reload nginx',
  language: 'sh',
  then: 'This is the command for certbot and nginx.',
}

/** Trust for this runner alone: STS has its own. */
export function trustHere(when: string, file: string): Step {
  return {
    when,
    say: 'Save its root certificate on the runner, and let Node trust it in this job',
    code: `env:\n  NODE_EXTRA_CA_CERTS: /path/to/${file}`,
    language: 'yaml',
  }
}

export const STOP_AT_CERTIFICATE = 'Issuer: TLS certificate'
