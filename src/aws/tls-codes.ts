// OpenSSL's and Node's codes for a TLS handshake that failed: which are about the certificate that was shown, and what is wrong with it.

/** dates: not valid today · name: of another host · chain: certificates between are missing · authority: nobody that is trusted signed it. */
export type CertificateProblem = 'dates' | 'name' | 'chain' | 'authority'

const DATES: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']
const NAME: readonly string[] = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH']
const CHAIN = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/

/** Names of X509_V_ERR_… without their prefix, as Node gives them (nodejs.org/api/tls.html, "X509 certificate error codes"). */
const VERIFICATION =
  /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/
/** A certificate that OpenSSL's security level refuses, or that is for another purpose. */
const WEAK = /_KEY_TOO_SMALL$|_MD_TOO_WEAK$|^INVALID_PURPOSE$/
const HANDSHAKE = /^(ERR_TLS_|ERR_SSL_)|^EPROTO$/

/** A certificate was shown and not accepted: trying again shows the same one. */
export function isCertificateCode(code: string): boolean {
  return VERIFICATION.test(code)
}

/** What answers does not speak TLS, or not as Node does. */
export function isNotTlsCode(code: string): boolean {
  return code === 'EPROTO' || code.startsWith('ERR_SSL_')
}

/** Plainly of the TLS handshake, whatever the socket looks like. */
export function isTlsCode(code: string): boolean {
  return HANDSHAKE.test(code) || isCertificateCode(code)
}

/** Undefined: it is not about a certificate. */
export function certificateProblem(code: string): CertificateProblem | undefined {
  if (DATES.includes(code)) return 'dates'
  if (NAME.includes(code)) return 'name'
  if (CHAIN.test(code)) return 'chain'
  return isCertificateCode(code) || WEAK.test(code) ? 'authority' : undefined
}
