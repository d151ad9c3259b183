// issuer-unreachable: the issuer's host was found, but no connection that can be used came about, or it was cut.

import { isIssuer } from '../aws/discovery.js'
import { isNotTlsCode } from '../aws/tls-codes.js'
import type { NetworkFailure } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { isNameFailure } from './issuer-dns-failure.js'
import { isTimeUp } from './issuer-slow.js'
import {
  asSeenFromHere,
  documentName,
  NO_KEY,
  outsideLook,
  portToReach,
  urlAsked,
} from './shared/issuer.js'
import { certificateFault } from './shared/issuer-tls.js'
import { isProxy } from './shared/network.js'

export const issuerUnreachable = causeOf('network', {
  id: 'issuer-unreachable',
  section: 'issuer',
  title: 'the connection to the issuer fails',
  severity: 'error',
  retry: 'transient',
  certainty: 'certain',
  docs: ['repostInvalidToken', 'githubSelfHosted'],
  explains: NO_KEY,
  matches: (failure) =>
    isIssuer(failure.peer) &&
    !isProxy(failure) &&
    !isNameFailure(failure) &&
    !isTimeUp(failure) &&
    certificateFault(failure) === undefined,
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const at = failure.addresses.length > 0 ? ` (address ${list(failure.addresses)})` : ''
    return {
      why: `The issuer's ${documentName(failure.peer)} could not be fetched: ${describeConnection(failure)}. Host: ${quote(failure.host)}${at}. Node says ${quote(failure.code)}: ${oneLine(failure.detail)}. ${asSeenFromHere(url)}`,
      fix: [...connectionSteps(failure, url), outsideLook(url)],
    }
  },
  page: {
    meaning:
      'The host name of the issuer was resolved, but the connection was refused, not answered, or cut before a whole answer came. A firewall, a server that is down, or a wrong port are the usual reasons. STS has to reach the same host on port 443, from the internet.',
    tell: 'Refused (ECONNREFUSED): a machine answers, but nothing listens on that port, or a firewall refuses. No answer (ETIMEDOUT, TIMEOUT while connecting): a firewall drops the packets. Where the server was connected and the time ran out, see issuer-slow; where its certificate is not accepted, the four pages issuer-tls-….',
  },
})

function describeConnection({ code, phase, timeoutMs }: NetworkFailure): string {
  if (code === 'ECONNREFUSED')
    return 'the connection was refused, so nothing listens on that port or a firewall refuses it'
  if (/TIMEDOUT|^TIMEOUT/.test(code))
    return `nothing answered${timeoutMs === undefined ? '' : ` within ${timeoutMs / 1000} s`}, as when a firewall drops the packets`
  if (/UNREACH/.test(code)) return 'this runner has no network route to the address'
  if (isNotTlsCode(code)) return 'what listens on that port does not speak TLS as Node does'
  if (phase === 'tls')
    return 'the server (or a firewall) cut the connection before it was encrypted'
  return phase === 'response'
    ? 'the connection was cut before the whole answer came'
    : 'the connection failed'
}

function connectionSteps({ code, host, phase }: NetworkFailure, url: string): string[] {
  if (isNotTlsCode(code))
    return [
      `Let the server speak HTTPS (TLS 1.2 or newer) on that port. A server that speaks plain HTTP there shows this very error.`,
    ]
  if (phase === 'response' || phase === 'tls')
    return [
      'Run the job again: a connection that was cut once is often a passing fault.',
      'Where it stays, look at the log of the server, the load balancer and the firewall before it.',
    ]
  return [
    `Let the firewall before the issuer admit ${quote(host)}, port ${portToReach(url)}, from the whole internet: STS publishes no list of addresses that it comes from.`,
    'On a self-hosted runner, let the runner itself out to that host and port.',
  ]
}
