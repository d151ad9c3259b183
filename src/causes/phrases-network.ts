// How a connection failed, in words: for every peer that could not be reached.
import type { NetworkFailure } from '../model.js'
import { oneLine, quote } from '../text.js'

/** OpenSSL's and Node's codes for a certificate that was shown and not accepted: trying again shows the same one. */
const CERTIFICATE =
  /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/

export function isCertificate({ code }: NetworkFailure): boolean {
  return CERTIFICATE.test(code)
}

/** @actions/http-client speaks of its tunnel where the proxy, not the peer, was the trouble. */
export function isProxy({ phase, detail }: NetworkFailure): boolean {
  return phase === 'proxy' || /tunneling socket could not be established/i.test(detail)
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known to the DNS server that this runner asks',
  EAI_AGAIN: 'the DNS server that this runner asks did not answer',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut before the answer was complete',
  EPIPE: 'the connection was cut before the answer was complete',
  EHOSTUNREACH: 'this runner has no route to it',
  ENETUNREACH: 'this runner has no route to it',
  ETIMEDOUT: 'the connection was not answered',
}

/** One clause, without a full stop: what went wrong, and Node's own words for it. */
export function howItFailed(failure: NetworkFailure): string {
  return `${inWords(failure)} (${quote(failure.code)}: ${oneLine(failure.detail)})`
}

function inWords(failure: NetworkFailure): string {
  if (isProxy(failure)) return 'the proxy between did not let the connection through'
  if (failure.code === 'TIMEOUT') {
    const limit = failure.timeoutMs === undefined ? '' : ` within ${failure.timeoutMs / 1000} s`
    return `no complete answer came${limit}`
  }
  if (isCertificate(failure)) return `this runner does not trust its certificate${shownBy(failure)}`
  return WORDS[failure.code] ?? 'the connection failed'
}

function shownBy({ certificates: [leaf] }: NetworkFailure): string {
  return leaf ? `, which names ${quote(leaf.subject)} and was issued by ${quote(leaf.issuer)}` : ''
}
