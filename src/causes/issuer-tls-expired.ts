// issuer-tls-expired: today lies outside the dates of the issuer's certificate, or the clock of this runner is wrong.

import { isIssuer } from '../aws/discovery.js'
import { SIGNATURE_SKEW_SECONDS } from '../aws/limits.js'
import type { Certificate, FailureOf, Known, Step } from '../model.js'
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { lookFromOutside, NO_KEY_ANYWHERE, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault, RENEW_CERTIFICATE, STOP_AT_CERTIFICATE } from './shared/issuer-tls.js'
import { TURN_ON_NTP } from './shared/token.js'

export const issuerTlsExpired = causeOf('network', {
  id: 'issuer-tls-expired',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's certificate is not valid today",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'dates',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const early = isEarly(failure)
    const state = early ? 'is not valid yet' : 'has expired'
    const skew = largestSkew(known)
    const isRight = skew !== undefined && skew < SIGNATURE_SKEW_SECONDS
    const renew = early ? VALID_NOW : RENEW_CERTIFICATE
    return {
      headline: `the certificate of the issuer's host ${quote(failure.host, 60)} ${state}${isRight ? '' : ", by this runner's clock"}`,
      shown: [
        { show: 'values', values: dateValues(failure, known) },
        { show: 'sentence', say: describeClocks(skew) },
      ],
      steps:
        skew === undefined || skew < SIGNATURE_SKEW_SECONDS
          ? [renew]
          : [...CLOCK, { ...renew, when: 'If the clock is right' }],
      otherwise: skew === undefined || isRight ? CLOCK : [],
      confirm: [
        {
          say: 'Look at the dates of the certificate',
          code: `${showCertificates(url, failure.host)} 2>/dev/null | openssl x509 -noout -dates -subject -issuer`,
          language: 'sh',
        },
        lookFromOutside(url, known),
      ],
      stop: STOP_AT_CERTIFICATE,
    }
  },
  page: {
    meaning:
      'A certificate is valid only between two dates. Outside of them neither this runner nor STS accepts it. Most certificates are renewed automatically, so an expired one usually means that the renewal has failed for weeks, or that the server was not told to load the new one.',
    tell: 'CERT_HAS_EXPIRED: the last date has passed. CERT_NOT_YET_VALID: the first date is still to come. Either may also mean that the clock of the runner is wrong; clock-skew shows that by the clocks of other servers.',
  },
})

/** A renewal would begin no earlier. */
const VALID_NOW: Step = {
  say: 'Load a certificate that is valid today on the server, or on the load balancer or CDN in front of it',
}

const CLOCK: readonly Step[] = [
  {
    when: 'If this runner is self-hosted',
    say: 'Compare its clock with the time in UTC',
    code: 'date -u',
    language: 'sh',
  },
  {
    when: 'If the clock is wrong',
    say: 'Turn on time synchronisation',
    ...TURN_ON_NTP,
  },
]

function isEarly({ code }: FailureOf<'network'>): boolean {
  return code === 'CERT_NOT_YET_VALID'
}

/** The certificate of the chain that is out of its dates: mostly the first. */
function dateValues(
  failure: FailureOf<'network'>,
  { now }: Known,
): { name: string; value: string }[] {
  const { certificates, host } = failure
  const outside = (one: Certificate): boolean =>
    Date.parse(one.validTo) <= now || Date.parse(one.validFrom) > now
  const one = certificates.find(outside) ?? certificates[0]
  const clock = { name: 'clock here', value: new Date(now).toISOString() }
  if (!one) return [clock]
  return [
    ...(one.subject === host ? [] : [{ name: 'certificate', value: one.subject }]),
    isEarly(failure)
      ? { name: 'not before', value: one.validFrom }
      : { name: 'not after', value: one.validTo },
    clock,
  ]
}

/** In seconds; undefined where no server has told its time. */
function largestSkew({ clocks }: Known): number | undefined {
  return clocks.length === 0
    ? undefined
    : Math.max(...clocks.map(({ skewSeconds }) => Math.abs(skewSeconds)))
}

/** The clocks of other servers tell a wrong clock here from a bad certificate there. */
function describeClocks(skew: number | undefined): string {
  if (skew === undefined) return 'No other server has told its time yet: this clock may be wrong.'
  return skew < SIGNATURE_SKEW_SECONDS
    ? 'Other clocks agree: STS sees this too.'
    : `Other servers' time differs by ${duration(skew)}: look at this clock first.`
}
