// How a connection failed, in words: for every peer that could not be reached.
import { isCertificateCode } from '../../aws/tls-codes.js'
import type { Known, NetworkFailure } from '../../model.js'
import { oneLine, quote } from '../../text.js'

/** The proxy, not the peer, was the trouble. */
export function isProxy({ phase }: NetworkFailure): boolean {
  return phase === 'proxy'
}

/** What a proxy answers, it answers to the next try too, but for a peer that it could not reach. */
export function isRefusedByProxy({ proxyStatus = 0 }: NetworkFailure): boolean {
  return proxyStatus >= 400 && proxyStatus < 500
}

/** Where this run has its proxy from, for a person who is to correct it. */
export function proxySource({ inputs }: Known): string {
  const { source = 'HTTPS_PROXY' } = inputs?.proxy ?? {}
  return source === 'http-proxy' ? 'the input `http-proxy`' : `${oneLine(source)} of the runner`
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
export function describeNetworkFailure(failure: NetworkFailure): string {
  // Nobody's login is repeated, whoever said it.
  const detail = failure.detail.replace(/\/\/[^@\s/]*@/g, '//')
  return `${describeFailure(failure)} (${quote(failure.code)}: ${oneLine(detail)})`
}

function describeFailure(failure: NetworkFailure): string {
  if (isProxy(failure)) return describeProxy(failure)
  if (failure.code === 'TIMEOUT') {
    const limit = failure.timeoutMs === undefined ? '' : ` within ${failure.timeoutMs / 1000} s`
    return `no complete answer came${limit}`
  }
  if (isCertificateCode(failure.code))
    return `this runner does not trust its certificate${describeLeaf(failure)}`
  return WORDS[failure.code] ?? 'the connection failed'
}

/** tinyproxy says 407 where there is no login, and 401 where it is a wrong one. */
export function wantsLogin({ proxyStatus }: NetworkFailure): boolean {
  return proxyStatus === 407 || proxyStatus === 401
}

function describeProxy(failure: NetworkFailure): string {
  const name = failure.proxy === undefined ? '' : ` ${quote(failure.proxy)}`
  const status = failure.proxyStatus
  if (wantsLogin(failure))
    return `the proxy${name} answered ${status}: it wants user name and password`
  if (status === 403) return `the proxy${name} answered 403: one of its rules forbids this host`
  if (status !== undefined)
    return `the proxy${name} answered ${status} in place of opening a connection`
  if (isCertificateCode(failure.code))
    return `this runner does not trust the certificate of the proxy${name}`
  const open = failure.code === 'ERR_PROXY_TUNNEL' || failure.code === 'TIMEOUT'
  return `the proxy${name} ${open ? 'opened no connection' : 'could not be reached'}`
}

function describeLeaf({ certificates: [leaf] }: NetworkFailure): string {
  return leaf ? `, which names ${quote(leaf.subject)} and was issued by ${quote(leaf.issuer)}` : ''
}
