// sts-unreachable: no answer of STS came at all: name, connection, TLS handshake or time.
import { isPrivateUse } from '../aws/addresses.js'
import { isCertificateCode, isNotTlsCode } from '../aws/tls-codes.js'
import type { FailureOf, Known } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { isUnlistedRegion } from './region-unknown.js'
import { describeNetworkFailure, isProxy, isRefusedByProxy, proxySource } from './shared/network.js'
import { pathToSts } from './shared/sts.js'

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
    why: `No answer came from STS at ${quote(failure.host)}: ${describeNetworkFailure(failure)}.${describeConnection(failure)}${variantWord(failure, known)} The token was not judged.`,
    fix: [...proxyAdvice(failure, known), ...pathToSts(known)],
  }),
  page: {
    meaning:
      'The runner signs in at the STS endpoint of the region, `sts.<region>.amazonaws.com`, on port 443. Its name could not be resolved, no connection came about, or it was cut. GitHub-hosted runners reach it; self-hosted runners in a VPC without internet access need an interface endpoint, others the proxy of their network.',
    tell: 'Nothing was answered. Where something did answer in the place of STS, see sts-endpoint-unusable; where its certificate is not trusted, sts-tls-untrusted; where the region does not exist, region-unknown.',
  },
})

function isFinal(failure: Network): boolean {
  return isNotTlsCode(failure.code) || isRefusedByProxy(failure)
}

function proxyAdvice(failure: Network, known: Known): string[] {
  if (!isProxy(failure)) return []
  return [
    `Correct ${proxySource(known)} (host, port, user and password), and let the proxy allow CONNECT to ${quote(`${failure.host}:443`)}.`,
  ]
}

/** The SDK makes up the names of FIPS endpoints for every region; most of them do not exist. */
function variantWord({ phase }: Network, { inputs }: Known): string {
  if (phase !== 'dns' || !inputs?.fips) return ''
  return ` ${quote('AWS_USE_FIPS_ENDPOINT')} is set in this job, and STS has FIPS endpoints in the regions of the US only.`
}

/** What the evidence points to: where such a failure usually comes from. */
function describeConnection(failure: Network): string {
  const { phase, code, proxy } = failure
  if (proxy !== undefined)
    return isProxy(failure) ? '' : ` It went through the proxy ${quote(proxy)}.`
  const at = describeAddresses(failure)
  if (isNotTlsCode(code)) return `${at} What answers there does not speak TLS.`
  if (phase === 'connect' && /TIMEDOUT|TIMEOUT/.test(code))
    return `${at} A firewall drops the packets, or this network has no way out.`
  if (phase === 'tls' && code === 'ECONNRESET')
    return `${at} It was cut before it was encrypted: a firewall that filters by host name does that.`
  return at
}

function describeAddresses({ host, addresses }: Network): string {
  if (addresses.some(isPrivateUse))
    return ` Its address ${list(addresses)} is private: a VPC endpoint, or a DNS server of this network, stands for STS here.`
  // Where the endpoint was given as an address, that has been said.
  return addresses.every((address) => address === host)
    ? ''
    : ` Its address was ${list(addresses)}.`
}
