// issuer-unreachable: the issuer's host was found, but no usable connection was made, or it was cut.

import { isIssuer } from '../aws/discovery.js'
import { isNotTlsCode } from '../aws/tls-codes.js'
import type { Block, Known, NetworkFailure, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { isNameFailure } from './issuer-dns-failure.js'
import { isTimeUp } from './issuer-slow.js'
import {
  askFromOutside,
  lookFromOutside,
  NO_KEY_ANYWHERE,
  portToReach,
  urlAsked,
} from './shared/issuer.js'
import { certificateFault } from './shared/issuer-tls.js'
import { errorValue, isProxy } from './shared/network.js'

export const issuerUnreachable = causeOf('network', {
  id: 'issuer-unreachable',
  section: 'issuer',
  atIssuer: true,
  title: 'the connection to the issuer fails',
  severity: 'error',
  retry: 'transient',
  certainty: 'certain',
  docs: ['repostInvalidToken', 'githubSelfHosted'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) =>
    isIssuer(failure.peer) &&
    !isProxy(failure) &&
    !isNameFailure(failure) &&
    !isTimeUp(failure) &&
    certificateFault(failure) === undefined,
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const open = isOpened(failure)
    return {
      headline: connectionHeadline(failure, url),
      shown: connectionBlocks(failure, url),
      steps: open ? openedSteps(failure) : closedSteps(failure, url, known),
      confirm: open ? [lookFromOutside(url, known)] : [],
      stop: 'Issuer: connection',
    }
  },
  page: {
    meaning:
      'The host name of the issuer was resolved, but the connection was refused, not answered, or cut before a whole answer came. A firewall, a server that is down, or a wrong port are the usual reasons. STS has to reach the same host on port 443, from the internet.',
    tell: 'Refused (ECONNREFUSED): a machine answers, but nothing listens on that port, or a firewall refuses. No answer (ETIMEDOUT, TIMEOUT while connecting): a firewall drops the packets. If the connection was made and the time ran out, see issuer-slow; if its certificate is not accepted, the four pages issuer-tls-….',
  },
})

/** Somebody answered: it is not about who may connect. */
function isOpened({ code, phase }: NetworkFailure): boolean {
  return isNotTlsCode(code) || phase === 'response' || phase === 'tls'
}

function connectionHeadline({ code, phase, host, timeoutMs }: NetworkFailure, url: string): string {
  const name = `the issuer's host ${quote(host, 60)}`
  const at = `port ${portToReach(url)}`
  if (code === 'ECONNREFUSED') return `the connection to ${name}, ${at}, was refused`
  if (/TIMEDOUT|^TIMEOUT/.test(code))
    return `${name} did not answer on ${at}${timeoutMs === undefined ? '' : ` within ${timeoutMs / 1000} s`}`
  if (/UNREACH/.test(code)) return `this runner has no network route to ${name}`
  if (isNotTlsCode(code)) return `the TLS handshake with ${name}, ${at}, failed`
  if (phase === 'tls') return `the connection to ${name} was cut before it was encrypted`
  return phase === 'response'
    ? `the connection to ${name} was cut before the whole answer came`
    : `the connection to ${name} failed`
}

function connectionBlocks(failure: NetworkFailure, url: string): Block[] {
  // The error names one of them mostly.
  const others = failure.addresses.filter((one) => !failure.detail.includes(one))
  const meant = describeConnection(failure)
  return [
    {
      show: 'values',
      values: [
        { name: 'URL', value: url },
        ...(others.length === 0 ? [] : [{ name: 'address', value: others.join(', ') }]),
        errorValue(failure),
      ],
    },
    ...(meant === '' ? [] : [{ show: 'sentence' as const, say: meant }]),
  ]
}

/** What the headline does not say: what such a failure comes of. */
function describeConnection({ code }: NetworkFailure): string {
  if (code === 'ECONNREFUSED') return 'Nothing listens there, or a firewall refuses.'
  if (/TIMEDOUT|^TIMEOUT/.test(code)) return 'A firewall that drops the packets looks like this.'
  return isNotTlsCode(code) ? 'What listens there does not speak TLS as Node does.' : ''
}

function openedSteps({ code }: NetworkFailure): Step[] {
  if (isNotTlsCode(code))
    return [
      {
        say: 'Let the server speak HTTPS (TLS 1.2 or newer) on that port',
        then: 'A server that speaks plain HTTP there causes this very error.',
      },
    ]
  return [
    { say: 'Run the job again: a connection that was cut once is often a passing fault' },
    {
      when: 'If it fails again',
      say: 'Look at the log of the server, and of the load balancer and the firewall in front of it',
    },
  ]
}

function closedSteps({ host }: NetworkFailure, url: string, known: Known): Step[] {
  const target = `${quote(host)}, port ${portToReach(url)}`
  return [
    askFromOutside(url, known),
    {
      when: 'If it succeeds there',
      say: `Allow this runner to connect to ${target}: only its network is affected`,
    },
    {
      when: 'If it fails there too',
      say: `Start the server, or make ${target}, publicly reachable in the firewall in front of it`,
      then: 'STS cannot sign in anyone until then. It publishes no list of addresses that it comes from.',
    },
  ]
}
