// issuer-tls-expires-soon: the issuer's certificate ends within two weeks.
import { SOON_DAYS } from '../aws/limits.js'
import { count, quote } from '../text.js'
import { causeOf } from './cause.js'
import { showCertificates, urlAt } from './shared/issuer.js'
import { RENEW_CERTIFICATE, STOP_AT_CERTIFICATE } from './shared/issuer-tls.js'

export const issuerTlsExpiresSoon = causeOf('certificate', {
  id: 'issuer-tls-expires-soon',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's certificate expires soon",
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider'],
  matches: () => true,
  explain: ({ host, daysLeft, validTo, issuedBy }, known) => ({
    headline: `the certificate of the issuer's host ${quote(host, 60)} expires in ${daysLeft < 1 ? 'less than a day' : count(daysLeft, 'day')}`,
    shown: [
      {
        show: 'values',
        values: [
          { name: 'not after', value: validTo },
          { name: 'issued by', value: issuedBy },
        ],
      },
      {
        show: 'sentence',
        say: 'After that, no job can sign in. Most likely the automatic renewal fails.',
      },
    ],
    steps: [RENEW_CERTIFICATE],
    confirm: [
      {
        say: 'Look at what the server shows now',
        code: `${showCertificates(urlAt(host, known), host)} 2>/dev/null | openssl x509 -noout -enddate`,
        language: 'sh',
      },
    ],
    stop: STOP_AT_CERTIFICATE,
  }),
  page: {
    meaning: `The certificate that the issuer shows today is valid, but for ${SOON_DAYS} days or less. Sign-in works until then; afterwards neither STS nor anybody else accepts it. Certificates that renew themselves are renewed weeks before, so this warning is the time to fix the renewal.`,
    tell: 'The last day stands in the finding. Once it has passed, the cause is issuer-tls-expired. If a proxy inspects TLS connections of the runner, the date is that of its certificate, as the name of the issuing CA shows.',
  },
})
