// issuer-tls-expires-soon: the issuer's certificate ends within two weeks.
import { SOON_DAYS } from '../aws/limits.js'
import { count, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { hostAndPort, urlAt } from './shared/issuer.js'

export const issuerTlsExpiresSoon = causeOf('certificate', {
  id: 'issuer-tls-expires-soon',
  section: 'issuer',
  title: "the issuer's certificate expires soon",
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  matches: () => true,
  explain: ({ host, daysLeft, validTo, issuedBy }, known) => ({
    why: `The certificate of ${quote(host)} ends on ${quote(validTo)}, ${daysLeft < 1 ? 'in less than a day' : `in ${count(daysLeft, 'day')}`}. From then on neither STS nor anybody else accepts it, and no job signs in with this issuer. It was issued by ${quote(issuedBy)}. Certificates that renew themselves are renewed weeks before, so the renewal has most likely stopped working.`,
    fix: [
      'Renew the certificate, and let the server load it. With certbot: certbot renew && systemctl reload nginx',
      `Look at what the server shows now: openssl s_client -connect ${shellWord(hostAndPort(urlAt(host, known), host))} -servername ${shellWord(host)} </dev/null 2>/dev/null | openssl x509 -noout -enddate`,
    ],
  }),
  page: {
    meaning: `The certificate that the issuer shows today is valid, but for ${SOON_DAYS} days or less. Sign-in works until then. This warning is the time to mend the renewal.`,
    tell: 'The last day stands in the finding. When it is over, the cause is issuer-tls-expired. Where a proxy opens the TLS connections of the runner, the date is that of its certificate, as the name of the issuing authority shows.',
  },
})
