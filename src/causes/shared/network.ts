// What stood between: the proxy, where it comes from, and the error word for word.
import { isPassing } from '../../aws/http-answers.js'
import { isCertificateCode } from '../../aws/tls-codes.js'
import type { Block, Known, NetworkFailure, Step } from '../../model.js'
import { quote, shellWord } from '../../text.js'

/** The proxy, not the peer, was the trouble. */
export function isProxy({ phase }: NetworkFailure): boolean {
  return phase === 'proxy'
}

/** What a proxy answers, it answers to the next try too, but for a peer that it could not reach. */
export function isRefusedByProxy({ proxyStatus = 0 }: NetworkFailure): boolean {
  return proxyStatus >= 400 && !isPassing({ status: proxyStatus })
}

/** Where this run has its proxy from, for a person who is to correct it. */
export function proxySource({ inputs }: Known): string {
  const { source = 'HTTPS_PROXY' } = inputs?.proxy ?? {}
  return source === 'http-proxy' ? 'the input `http-proxy`' : `${quote(source)} of the runner`
}

/** Before the line to paste: afterwards nobody reads that it would drop the hosts that are there. */
export const IF_SET = 'after a comma if `NO_PROXY` has a value already'

/** Past the proxy: what a user of the runner can do alone, so it comes early. */
export function aroundProxy(host: string, what: string): Step {
  return {
    when: `If this runner may reach ${what} without the proxy`,
    say: `Exclude its host from the proxy, in the environment of the runner, ${IF_SET}`,
    code: `NO_PROXY=${shellWord(host)}`,
    language: 'sh',
    then: 'The input `no-proxy`, if set, counts in its place.',
  }
}

/** What was reported, word for word, as one value: it is what people search for. */
export function errorValue({ code, detail }: NetworkFailure): { name: string; value: string } {
  const said = withoutLogin(detail)
  return {
    name: 'error',
    value: said.includes(code) ? said : `${code}: ${said}`.replace(/: $/, ''),
  }
}

/** Nobody's login is repeated, whoever said it. */
export function withoutLogin(detail: string): string {
  return detail.replace(/\/\/[^@\s/]*@/g, '//')
}

/** tinyproxy says 407 where there is no login, and 401 where it is a wrong one. */
export function wantsLogin({ proxyStatus }: NetworkFailure): boolean {
  return proxyStatus === 407 || proxyStatus === 401
}

/** Who was met on the way, and Node's own words for what happened. */
export function networkValues(failure: NetworkFailure): Block {
  const { code, proxy, certificates } = failure
  const [leaf] = isCertificateCode(code) && !isProxy(failure) ? certificates : []
  const error = errorValue(failure)
  const shown = [
    { name: 'proxy', value: proxy },
    { name: 'subject', value: leaf?.subject },
    { name: 'issuer', value: leaf?.issuer },
    // What Node advises after a semicolon trusts more than is asked for.
    { name: error.name, value: error.value.split('; ')[0] },
  ]
  return {
    show: 'values',
    values: shown.flatMap(({ name, value }) => (value ? [{ name, value }] : [])),
  }
}
