// issuer-tls-expired: today lies outside the dates of the issuer's certificate, or the clock of this runner is wrong.

import { isIssuer } from '../aws/discovery.js'
import { SIGNATURE_SKEW_SECONDS } from '../aws/limits.js'
import type { Certificate, FailureOf, Known } from '../model.js'
import { duration, quote } from '../text.js'
import { causeOf } from './cause.js'
import { NO_KEY, outsideLook, showCertificates, urlAsked } from './shared/issuer.js'
import { certificateFault } from './shared/issuer-tls.js'

export const issuerTlsExpired = causeOf('network', {
  id: 'issuer-tls-expired',
  section: 'issuer',
  title: "the issuer's certificate is not valid today",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  explains: NO_KEY,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === 'dates',
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const state =
      failure.code === 'CERT_NOT_YET_VALID'
        ? 'is not valid yet by the clock of this runner'
        : 'has expired by the clock of this runner'
    return {
      why: `The certificate of ${quote(failure.host)} ${state}. ${describeDates(failure, known)} ${describeClocks(known)}`,
      fix: [
        'Renew the certificate on the server (or on the load balancer or CDN before it), and let the server load it. With certbot: certbot renew && systemctl reload nginx',
        `Look at its dates: ${showCertificates(url, failure.host)} 2>/dev/null | openssl x509 -noout -dates -subject -issuer`,
        'On a self-hosted runner compare its clock: date -u. Where it is wrong, switch time synchronisation on: sudo timedatectl set-ntp true',
        outsideLook(url),
      ],
    }
  },
  page: {
    meaning:
      'A certificate counts between two dates only. Outside of them neither this runner nor STS accepts it. Certificates are renewed automatically nearly everywhere, so that an expired one mostly means that the renewal has failed for weeks, or that the server was not told to load the new one.',
    tell: 'CERT_HAS_EXPIRED: the last date is over. CERT_NOT_YET_VALID: the first date is still to come. Either may also mean that the clock of the runner is wrong; clock-skew shows that by the clocks of other servers.',
  },
})

/** The certificate of the chain that is out of its dates: mostly the first. */
function describeDates({ certificates }: FailureOf<'network'>, { now }: Known): string {
  const outside = (one: Certificate): boolean =>
    Date.parse(one.validTo) <= now || Date.parse(one.validFrom) > now
  const one = certificates.find(outside) ?? certificates[0]
  if (!one) return 'Its dates could not be read.'
  return `The certificate ${quote(one.subject)} is valid from ${quote(one.validFrom)} to ${quote(one.validTo)}; the clock of this runner shows ${quote(new Date(now).toISOString())}.`
}

/** The clocks of other servers tell a wrong clock here from a bad certificate there. */
function describeClocks({ clocks: samples }: Known): string {
  const skews = samples.map(({ skewSeconds }) => skewSeconds)
  const largest = Math.max(0, ...skews.map(Math.abs))
  if (skews.length === 0) return 'No other server has told its time so far.'
  return largest < SIGNATURE_SKEW_SECONDS
    ? 'Other servers show the same time as this runner, so the certificate is at fault, and STS sees the same.'
    : `Other servers show a time that differs by ${duration(largest)}, so look at the clock of this runner first.`
}
