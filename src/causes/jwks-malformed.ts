// jwks-malformed: what the issuer serves as its keys is not a JSON Web Key Set.
import { causeOf } from './cause.js'
import { NO_KEY_ANYWHERE } from './shared/issuer.js'
import { explainMalformed } from './shared/issuer-document.js'

export const jwksMalformed = causeOf('document', {
  id: 'jwks-malformed',
  section: 'issuer',
  atIssuer: true,
  title: "the issuer's keys are not a JSON Web Key Set",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7517', 'oidcDiscovery'],
  explains: NO_KEY_ANYWHERE,
  matches: ({ peer }) => peer === 'jwks',
  explain: explainMalformed,
  page: {
    meaning:
      'The keys have to be a JSON object with an array `keys` of objects (RFC 7517). Something else was served with status 200: a web page, certificates in PEM form, or a bare array.',
    tell: 'The content type and the first characters stand in the finding. A key set that can be read but whose keys cannot be used is jwks-key-unusable.',
  },
})
