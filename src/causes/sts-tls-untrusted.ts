// sts-tls-untrusted: the certificate shown for STS is not one that this runner accepts.
import { type CertificateProblem, certificateProblem, isCertificateCode } from '../aws/tls-codes.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { connectionFold } from './shared/connection.js'
import { isProxy } from './shared/network.js'
import { stsHost } from './shared/sts.js'
import { askSts, endpointPlace, endpointSource, networkSteps } from './shared/sts-steps.js'
import { TURN_ON_NTP, timeOf } from './shared/token.js'

type Network = FailureOf<'network'>

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
  explain: (failure, known) => {
    const problem = certificateProblem(failure.code)
    return {
      headline: headlineOf(failure, problem),
      shown: describeCertificate(failure, problem, known),
      steps: stepsFor(problem, known),
      otherwise: otherwiseFor(problem, known),
      folded: [connectionFold(failure)],
      stop: 'STS: TLS certificate',
      ...endpointPlace(known),
    }
  },
  page: {
    meaning:
      'The connection to STS is encrypted, and Node.js did not accept the certificate that was shown. The token was not sent. Amazon issues the certificates of AWS. Another issuer means that a proxy of this network inspects TLS connections, or that another server answers.',
    tell: 'The codes are those of certificates (self-signed, unknown issuer, expired, another host name). A connection that was cut in the handshake is sts-unreachable.',
  },
})

function headlineOf({ host, code }: Network, problem: CertificateProblem | undefined): string {
  const shown = `the certificate shown for STS at ${quote(host, 60)}`
  if (problem === 'dates')
    return `${shown} ${code === 'CERT_NOT_YET_VALID' ? 'is not valid yet' : 'has expired'}`
  return problem === 'name'
    ? `${shown} does not cover this host name`
    : `this runner does not trust ${shown}`
}

function describeCertificate(
  { host, code, certificates }: Network,
  problem: CertificateProblem | undefined,
  known: Known,
): Block[] {
  const [leaf] = certificates
  if (problem === 'dates')
    return [
      {
        show: 'values',
        values: [
          { name: 'valid since', value: leaf?.validFrom ?? '?' },
          { name: 'valid until', value: leaf?.validTo ?? '?' },
          { name: 'clock of this runner', value: timeOf(Math.floor(known.now / 1000)) },
        ],
      },
    ]
  if (problem === 'name')
    return [
      {
        show: 'values',
        values: [
          { name: 'asked for', value: host },
          { name: 'covers', value: (leaf?.names ?? []).slice(0, 5).join(', ') },
        ],
      },
      { show: 'sentence', say: 'Another server answers in place of STS.' },
    ]
  const issuer = certificates.at(-1)?.issuer || leaf?.issuer || ''
  const named = issuer === '' ? [] : [{ name: 'issued by', value: issuer }]
  return [
    { show: 'values', values: [...named, { name: 'code', value: code }] },
    { show: 'sentence', say: suspectOf(known) },
  ]
}

function suspectOf(known: Known): string {
  return known.inputs?.customEndpoint
    ? `The endpoint comes from ${endpointSource(known)}.`
    : 'Amazon issues AWS certificates: a TLS-inspecting proxy is the first suspect.'
}

function stepsFor(problem: CertificateProblem | undefined, known: Known): Step[] {
  if (problem === 'name') return [...askSts(known), ...networkSteps(known)]
  return problem === 'dates' ? clockSteps(known) : authoritySteps(known)
}

function otherwiseFor(problem: CertificateProblem | undefined, known: Known): Step[] {
  if (problem === 'name') return []
  return [...(problem === 'dates' ? [] : askSts(known)), ...networkSteps(known)]
}

function clockSteps(known: Known): Step[] {
  const [ask, ...rest] = askSts(known)
  return [
    { say: 'Check the clock of this runner', code: 'date -u', language: 'sh' },
    {
      when: 'If it is wrong',
      say: 'Set it by NTP',
      ...TURN_ON_NTP,
    },
    ...(ask ? [{ when: 'If it is right', ...ask }] : []),
    ...rest,
  ]
}

function authoritySteps(known: Known): Step[] {
  const runs = known.inputs?.customEndpoint ? 'the endpoint or the proxy' : 'the proxy'
  return [
    { say: `Exempt ${quote(stsHost(known))} from the TLS inspection of the proxy` },
    {
      when: `If your organisation runs ${runs}, and trusts its CA`,
      say: 'Give Node.js that CA: add this line to `.env` of the self-hosted runner, and restart the runner',
      code: 'NODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem',
      language: 'text',
    },
  ]
}
