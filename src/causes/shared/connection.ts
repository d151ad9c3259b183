// How a connection failed, for a headline, and Node's own words for who wants to know more.

import { isCertificateCode, isNotTlsCode } from '../../aws/tls-codes.js'
import { ownMember } from '../../model/own-member.js'
import type { Fold, NetworkFailure } from '../../model.js'
import { quote } from '../../text.js'
import { isProxy, wantsLogin, withoutLogin } from './network.js'

/** ``DNS does not know `host` (`ENOTFOUND`)``: one clause, with the code that people search for. */
export function connectionClause(failure: NetworkFailure): string {
  const code =
    isProxy(failure) && failure.proxyStatus !== undefined ? '' : ` (${quote(failure.code)})`
  return `${clause(failure)}${code}`
}

type Words = (host: string) => string

const refused: Words = (host) => `the connection to ${host} was refused`
const cut: Words = (host) => `the connection to ${host} was cut`
const noRoute: Words = (host) => `this runner has no route to ${host}`
const silent: Words = (host) => `${host} did not accept a connection in time`

const CLAUSES: Readonly<Record<string, Words>> = {
  ENOTFOUND: (host) => `DNS does not know ${host}`,
  EAI_AGAIN: (host) => `the DNS server did not answer for ${host}`,
  ECONNREFUSED: refused,
  ECONNRESET: cut,
  EPIPE: cut,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ETIMEDOUT: silent,
}

function clause(failure: NetworkFailure): string {
  const { code, phase, timeoutMs } = failure
  const host = quote(failure.host, 60)
  if (isProxy(failure)) return proxyClause(failure, host)
  if (code === 'TIMEOUT' && phase === 'connect' && timeoutMs === undefined) return silent(host)
  if (code === 'TIMEOUT') {
    const limit = timeoutMs === undefined ? '' : ` within ${timeoutMs / 1000} s`
    return `no complete answer came from ${host}${limit}`
  }
  if (isCertificateCode(code)) return `the certificate of ${host} is not trusted`
  if (isNotTlsCode(code)) return `what answers at ${host} does not speak TLS`
  return (ownMember(CLAUSES, code) ?? ((name: string) => `the connection to ${name} failed`))(host)
}

/** What the proxy did in place of a connection to `host`. */
export function proxyClause(failure: NetworkFailure, host: string): string {
  const { code, proxy, proxyStatus: status } = failure
  const name = proxy === undefined ? 'the proxy' : `the proxy ${quote(proxy, 60)}`
  if (wantsLogin(failure)) return `${name} wants user name and password (HTTP ${status})`
  if (status === 403) return `${name} forbids ${host} (HTTP 403)`
  if (status !== undefined) return `${name} did not connect to ${host} (HTTP ${status})`
  if (isCertificateCode(code)) return `the certificate of ${name} is not trusted`
  const open = code === 'ERR_PROXY_TUNNEL' || code === 'TIMEOUT'
  return open ? `${name} opened no connection to ${host}` : `no connection to ${name}`
}

export function connectionFold(failure: NetworkFailure): Fold {
  const { host, code, addresses, proxy = '' } = failure
  const all = {
    host,
    code,
    message: withoutLogin(failure.detail),
    address: addresses.join(', '),
    proxy,
  }
  const values = Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }))
  return { title: 'What Node.js reported', blocks: [{ show: 'values', values }] }
}
