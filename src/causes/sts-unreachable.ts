// sts-unreachable: no answer of STS came at all: name, connection, TLS handshake or time.
import { isPrivateUse } from '../aws/addresses.js'
import { isCertificateCode, isNotTlsCode } from '../aws/tls-codes.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { isUnlistedRegion } from './region-unknown.js'
import { connectionClause, connectionFold } from './shared/connection.js'
import { aroundProxy, isProxy, isRefusedByProxy, proxySource } from './shared/network.js'
import { askSts, networkSteps } from './shared/sts-steps.js'

type Network = FailureOf<'network'>

export const stsUnreachable = causeOf('network', {
  id: 'sts-unreachable',
  section: 'sts',
  title: 'AWS STS cannot be reached from this runner',
  severity: 'error',
  retry: (failure) => (isFinal(failure) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['awsRegions', 'awsVpcEndpoint', 'githubProxy'],
  ofRegion: true,
  matches: (failure, known) =>
    failure.peer === 'sts' &&
    (isProxy(failure) || !isCertificateCode(failure.code)) &&
    !isUnlistedRegion(failure, known),
  explain: (failure, known) => ({
    headline: `STS cannot be reached: ${connectionClause(failure)}`,
    shown: [...describeVariant(failure, known), ...describeConnection(failure)],
    steps: [
      ...variantSteps(failure, known),
      ...proxySteps(failure, known),
      ...askSts(known),
      ...networkSteps(known, isProxy(failure)),
    ],
    folded: [connectionFold(failure)],
    stop: isProxy(failure) ? 'Proxy on the way to STS' : STOPS[failure.phase],
  }),
  page: {
    meaning:
      'The runner signs in at the STS endpoint of the region, `sts.<region>.amazonaws.com`, on port 443. Its name did not resolve, no connection was established, or it was cut. GitHub-hosted runners can reach STS. Self-hosted runners in a VPC without internet access need an interface endpoint, others the proxy of their network.',
    tell: 'No answer came. If something answered in place of STS, see sts-endpoint-unusable; if its certificate is not trusted, sts-tls-untrusted; if the region does not exist, region-unknown.',
  },
})

const STOPS: Readonly<Record<Network['phase'], string>> = {
  dns: 'STS: DNS',
  proxy: 'STS: proxy',
  connect: 'STS: connection',
  tls: 'STS: TLS handshake',
  response: 'STS: no answer',
}

function isFinal(failure: Network): boolean {
  return isNotTlsCode(failure.code) || isRefusedByProxy(failure)
}

/** What the proxy forbids is allowed there; all else begins with what this run knows of it. */
function proxySteps(failure: Network, known: Known): Step[] {
  if (!isProxy(failure)) return []
  const allow = `the proxy allow CONNECT to ${quote(`${failure.host}:443`)}`
  const correct = `orrect ${proxySource(known)} (host, port, user and password)`
  const around = aroundProxy(failure.host, 'STS')
  return failure.proxyStatus === 403
    ? [
        around,
        { when: 'If it may not', say: `Let ${allow}` },
        { when: 'If that is not the proxy to use', say: `C${correct}` },
      ]
    : [{ say: `C${correct}, and let ${allow}` }, around]
}

/** The SDK makes up the names of FIPS endpoints for every region; most of them do not exist. Through a proxy, it is the proxy that cannot find them. */
function isFipsName(failure: Network, { inputs }: Known): boolean {
  if (inputs?.fips !== true) return false
  return failure.phase === 'dns' || (isProxy(failure) && !/^us-/.test(inputs.region))
}

function describeVariant(failure: Network, known: Known): Block[] {
  if (!isFipsName(failure, known)) return []
  const say = `${quote('AWS_USE_FIPS_ENDPOINT')} is set in this job, and STS has FIPS endpoints in US regions only.`
  return [{ show: 'sentence', say }]
}

function variantSteps(failure: Network, known: Known): Step[] {
  if (!isFipsName(failure, known)) return []
  return [
    {
      when: 'If this job need not use FIPS',
      say: `Remove ${quote('AWS_USE_FIPS_ENDPOINT')} from its environment`,
    },
  ]
}

/** What the evidence points to: where such a failure usually comes from. */
function describeConnection(failure: Network): Block[] {
  const { proxy } = failure
  const parts =
    proxy === undefined
      ? [describeAddresses(failure), describeSuspect(failure)]
      : [isProxy(failure) ? '' : `It went through the proxy ${quote(proxy)}.`]
  const say = parts.filter((part) => part !== '').join(' ')
  return say === '' ? [] : [{ show: 'sentence', say }]
}

function describeSuspect({ addresses, phase, code }: Network): string {
  if (addresses.some(isPrivateUse)) return ''
  if (phase === 'connect' && /TIMEDOUT|TIMEOUT/.test(code))
    return 'A firewall drops the packets, or this network has no way out.'
  return phase === 'tls' && code === 'ECONNRESET'
    ? 'It was cut before it was encrypted: a firewall that filters by host name does that.'
    : ''
}

function describeAddresses({ host, addresses }: Network): string {
  if (addresses.some(isPrivateUse))
    return `Its address ${list(addresses)} is private: a VPC endpoint, or a DNS server of this network, stands in for STS.`
  // Where the endpoint was given as an address, that has been said.
  return addresses.every((address) => address === host) ? '' : `It resolved to ${list(addresses)}.`
}
