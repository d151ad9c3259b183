// sts-tls-untrusted: the certificate shown in the name of STS is not one that this runner accepts.
import { certificateProblem, isCertificateCode } from '../aws/tls-codes.js'
import type { FailureOf } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { describeNetworkFailure, isProxy } from './shared/network.js'
import { pathToSts, stsHost } from './shared/sts.js'

export const stsTlsUntrusted = causeOf('network', {
  id: 'sts-tls-untrusted',
  section: 'sts',
  title: 'the certificate of STS is not trusted',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['nodeExtraCa', 'githubProxy', 'awsVpcEndpoint'],
  matches: (failure) =>
    failure.peer === 'sts' && isCertificateCode(failure.code) && !isProxy(failure),
  explain: (failure, known) => ({
    why: `The connection to STS at ${quote(failure.host)} was given up before the token was sent: ${describeNetworkFailure(failure)}.${describeCertificate(failure)}`,
    fix: [...certificateSteps(failure, stsHost(known)), ...pathToSts(known)],
    ...(known.inputs?.customEndpoint ? { where: { input: 'sts-endpoint' } } : {}),
  }),
  page: {
    meaning:
      'The connection to STS is encrypted, and the certificate that was shown is not one that Node.js accepts. Certificates of AWS are issued by Amazon. Another issuer means that a proxy opens the connections of this network (TLS inspection), or that another server answers.',
    tell: 'The codes are those of certificates (self-signed, unknown issuer, expired, another host name). A connection that was cut in the handshake is sts-unreachable.',
  },
})

function describeCertificate({ code, certificates }: FailureOf<'network'>): string {
  const [leaf] = certificates
  if (certificateProblem(code) === 'dates')
    return ` It is valid from ${quote(leaf?.validFrom ?? '?')} to ${quote(leaf?.validTo ?? '?')}; look at the clock of this runner too.`
  if (certificateProblem(code) === 'name')
    return ` It is for ${list(leaf?.names.slice(0, 5) ?? [])}: another server answers in the place of STS.`
  const root = certificates.at(-1)
  const issuer = root?.issuer || leaf?.issuer
  return issuer
    ? ` Certificates of AWS are issued by Amazon, this one by ${quote(issuer)}: a proxy that opens encrypted connections is the first suspect.`
    : ''
}

function certificateSteps({ code }: FailureOf<'network'>, host: string): string[] {
  if (certificateProblem(code) === 'dates')
    return ['Set the clock of this runner by NTP: timedatectl set-ntp true']
  if (certificateProblem(code) === 'name') return []
  return [
    `Take ${quote(host)} out of the TLS inspection of the proxy.`,
    'Or give Node.js the CA of the proxy. In the file `.env` of the self-hosted runner, then start the runner again:\nNODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem',
  ]
}
